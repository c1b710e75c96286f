import CSpawn
import Foundation
import HTTP

/// A program that was started; it does not outlive this object.
package final class RunningProgram: Sendable {
  /// How a program ended.
  package enum Status: Sendable, Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  /// A program's end, with all that it said.
  package struct Outcome: Sendable, Equatable {
    /// How it ended.
    package let status: Status
    /// What it wrote to its standard output.
    package let output: String
    /// What it wrote to its standard error.
    package let errors: String

    /// The same outcome, with a text replaced in what the program wrote.
    package func replacing(_ text: String, with other: String) -> Outcome {
      Outcome(
        status: status, output: output.replacing(text, with: other),
        errors: errors.replacing(text, with: other))
    }

    /// Puts an outcome together, for comparison.
    package init(status: Status, output: String = "", errors: String = "") {
      self.status = status
      self.output = output
      self.errors = errors
    }
  }

  private let process: ChildProcess
  private let output: OutputPipe
  private let errors: OutputPipe

  /// Starts a program in a folder, with nothing to read.
  init(
    _ program: Program, _ arguments: [String], environment: [String: String], in folder: String
  ) throws {
    var (output, errors) = (Int32(-1), Int32(-1))
    process = try ChildProcess(program, arguments, environment: environment) {
      cspawn_piped($0, $1, $2, folder, &output, &errors)
    }
    self.output = OutputPipe(output)
    self.errors = OutputPipe(errors)
    try watch()
  }

  /// The process's number.
  package var pid: Int32 { process.pid }

  /// What it has written to its standard output so far.
  package var outputSoFar: String { output.text }

  /// What it has written to its standard error so far.
  package var errorsSoFar: String { errors.text }

  /// Ends it at once, with no chance to tidy up.
  package func kill() { process.send(SIGKILL) }

  /// Asks it to end, as Ctrl-C does.
  package func interrupt() { process.send(SIGINT) }

  /// Sends it a signal.
  package func send(_ signal: Int32) { process.send(signal) }

  /// Waits until it has ended and all it wrote is read; ends it when the task is cancelled.
  package func wait() async -> Outcome {
    let status = await process.wait()
    return Outcome(status: status, output: outputSoFar, errors: errorsSoFar)
  }

  deinit {
    kill()
  }

  /// Reads both pipes, each on a thread of its own, so that a full one never stops the program, and
  /// then waits for its end.
  private func watch() throws {
    let (process, output, errors) = (process, output, errors)
    let reader = try JoinableThread { errors.drain() }
    Thread {
      output.drain()
      reader.join()
      process.collect()
    }.start()
  }
}
