import CSpawn
import Foundation
import HTTP

/// A program that was started on a terminal of its own; it does not outlive this object.
package final class TerminalProgram: Sendable {
  /// A program's end, with what its terminal was told.
  package struct Outcome: Sendable {
    /// How it ended.
    package let status: RunningProgram.Status
    /// Every byte that was written, in order: stdout, stderr, and the echo of what was typed.
    package let transcript: String
    /// What an operator sees at the end.
    package let screen: Screen
  }

  /// Keys that are no letters.
  package enum Key: UInt8, Sendable {
    case ctrlC = 0x03
    case ctrlD = 0x04
    case enter = 0x0D
    case ctrlZ = 0x1A
    case escape = 0x1B
  }

  private let process: ChildProcess
  private let terminal: PseudoTerminal
  private let columns: Int
  private let bytes = Locked([UInt8]())

  /// Starts a program on a new terminal, as the leader of a session of its own there: keys such as
  /// Ctrl-C reach it as signals.
  init(
    _ program: Program, _ arguments: [String], environment: [String: String], in folder: String,
    columns: Int, rows: Int
  ) throws {
    var near = Int32(-1)
    process = try ChildProcess(program, arguments, environment: environment) {
      cspawn_on_terminal($0, $1, $2, folder, Int32(columns), Int32(rows), &near)
    }
    terminal = PseudoTerminal(near)
    self.columns = columns
    Thread { [process, terminal, bytes] in
      while case let read = terminal.read(), !read.isEmpty {
        bytes.withLock { $0 += read }
      }
      // Whoever types afterwards must not type into another file of the same number.
      process.collect { terminal.close() }
    }.start()
  }

  deinit { kill(SIGKILL) }

  /// The process's number.
  package var pid: Int32 { process.pid }

  /// Everything that was written so far.
  package var transcript: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

  /// What an operator sees now.
  package var screen: Screen { Screen(transcript, columns: columns) }

  /// Types a text; a new line is the enter key.
  package func type(_ text: String) {
    write(Array(text.replacing("\n", with: "\r").utf8))
  }

  /// Presses a key.
  package func press(_ key: Key) { write([key.rawValue]) }

  /// Gives the terminal another size, as an operator does who drags its corner.
  package func resize(columns: Int, rows: Int = 24) {
    process.whileRunning { terminal.resize(columns: columns, rows: rows) }
  }

  private func write(_ bytes: [UInt8]) {
    process.whileRunning { terminal.write(bytes) }
  }

  /// Sends it a signal.
  package func kill(_ signal: Int32) { process.send(signal) }

  /// Waits until it has ended and all it wrote is read; ends it when the task is cancelled.
  package func wait() async -> Outcome {
    let status = await process.wait()
    return Outcome(status: status, transcript: transcript, screen: screen)
  }
}

extension Program {
  /// Starts the program with a new terminal as its input, output and errors.
  ///
  /// What is to be no terminal is redirected by a shell:
  /// `sh -c 'exec "$@" 2>errors' sh PROGRAM WORDS…`.
  package func startOnTerminal(
    _ arguments: [String], environment: [String: String] = [:], in folder: String,
    columns: Int = 80, rows: Int = 24
  ) throws -> TerminalProgram {
    let environment = Self.inherited.merging(["TERM": "xterm"]) { $1 }
      .merging(environment) { $1 }
    return try TerminalProgram(
      self, arguments, environment: environment, in: folder, columns: columns, rows: rows)
  }
}
