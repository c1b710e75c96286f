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

  private let process: Process
  private let progress: Locked<Progress>

  /// Starts a process that is all set but for its output.
  init(_ process: Process) throws {
    let progress = Locked(Progress())
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.terminationHandler = { process in
      let code = process.terminationStatus
      let status = process.terminationReason == .exit ? Status.exit(code) : .signal(code)
      progress.update { $0.status = status }
      // On Linux a process object is never freed; what it holds would stay with it.
      process.terminationHandler = nil
    }
    try Self.heedingSignals { try process.run() }
    self.process = process
    self.progress = progress
    drain(output, into: \.output)
    drain(errors, into: \.errors)
  }

  /// The process's number.
  package var pid: Int32 { process.processIdentifier }

  /// What it has written to its standard output so far.
  package var outputSoFar: String { progress.withLock { $0.output.text } }

  /// What it has written to its standard error so far.
  package var errorsSoFar: String { progress.withLock { $0.errors.text } }

  /// Ends it at once, with no chance to tidy up.
  package func kill() {
    // A process that has ended may have passed its number on.
    if process.isRunning { _ = Foundation.kill(pid, SIGKILL) }
  }

  /// Asks it to end, as Ctrl-C does.
  package func interrupt() { send(SIGINT) }

  /// Sends it a signal.
  package func send(_ signal: Int32) {
    if process.isRunning { _ = Foundation.kill(pid, signal) }
  }

  /// Waits until it has ended and all it wrote is read; ends it when the task is cancelled.
  package func wait() async -> Outcome {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        progress.update { $0.waiting.append(continuation) }
      }
    } onCancel: {
      kill()
    }
  }

  deinit {
    kill()
  }

  /// Calls `body` with no signal blocked or Ctrl-C ignored, because a program inherits both.
  ///
  /// Tasks run on threads that block nearly all signals, and a shell that starts the tests in the
  /// background has them ignore Ctrl-C.
  private static func heedingSignals(_ body: () throws -> Void) rethrows {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    signal(SIGINT, SIG_DFL)
    try body()
  }

  /// Reads a pipe on a thread of its own, so that a full one never stops the program.
  private func drain(
    _ pipe: Pipe, into stream: any WritableKeyPath<Progress, Progress.Stream> & Sendable
  ) {
    let progress = self.progress
    let reader = Thread {
      while true {
        let bytes = pipe.fileHandleForReading.availableData
        progress.update { state in
          state[keyPath: stream].bytes += bytes
          state[keyPath: stream].isComplete = bytes.isEmpty
        }
        if bytes.isEmpty { break }
      }
      // The process object stays for good, and would keep the descriptor.
      try? pipe.fileHandleForReading.close()
    }
    reader.start()
  }
}

/// What is known of a running program.
private struct Progress {
  struct Stream {
    var bytes: [UInt8] = []
    var isComplete = false

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  var output = Stream()
  var errors = Stream()
  var status: RunningProgram.Status?
  var waiting: [CheckedContinuation<RunningProgram.Outcome, Never>] = []

  /// The outcome, once the program has ended and both streams are read.
  var outcome: RunningProgram.Outcome? {
    guard let status, output.isComplete, errors.isComplete else { return nil }
    return RunningProgram.Outcome(status: status, output: output.text, errors: errors.text)
  }
}

extension Locked<Progress> {
  /// Changes what is known, and tells those who wait once all is.
  fileprivate func update(_ change: (inout Progress) -> Void) {
    let (outcome, waiting) = withLock { progress in
      change(&progress)
      let outcome = progress.outcome
      defer { if outcome != nil { progress.waiting = [] } }
      return (outcome, outcome == nil ? [] : progress.waiting)
    }
    guard let outcome else { return }
    for continuation in waiting { continuation.resume(returning: outcome) }
  }
}
