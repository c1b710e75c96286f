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

  private struct State {
    var bytes: [UInt8] = []
    var status: RunningProgram.Status?
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let terminal: PseudoTerminal
  private let columns: Int
  private let state = Locked(State())

  /// Starts a program on a new terminal.
  init(
    _ program: Program, _ arguments: [String], environment: [String: String], in folder: String,
    columns: Int, rows: Int
  ) throws {
    let terminal = try PseudoTerminal(
      program.path, arguments, environment: environment, in: folder, columns: columns, rows: rows)
    self.terminal = terminal
    self.columns = columns
    Thread { [state] in
      while case let bytes = terminal.read(), !bytes.isEmpty {
        state.withLock { $0.bytes += bytes }
      }
      let status = terminal.end()
      let waiting = state.withLock { state in
        // Whoever types afterwards must not type into another file of the same number.
        terminal.close()
        state.status = status
        return state.waiting
      }
      for continuation in waiting { continuation.resume() }
    }.start()
  }

  deinit { kill(SIGKILL) }

  /// The process's number.
  package var pid: Int32 { terminal.pid }

  /// Everything that was written so far.
  package var transcript: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

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
    state.withLock { if $0.status == nil { terminal.resize(columns: columns, rows: rows) } }
  }

  private func write(_ bytes: [UInt8]) {
    state.withLock { if $0.status == nil { terminal.write(bytes) } }
  }

  /// Sends it a signal.
  package func kill(_ signal: Int32) {
    // A process that has ended may have passed its number on.
    state.withLock { if $0.status == nil { _ = Foundation.kill(pid, signal) } }
  }

  /// Waits until it has ended and all it wrote is read; ends it when the task is cancelled.
  package func wait() async -> Outcome {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.status == nil { state.waiting.append(continuation) }
          return state.status != nil
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      kill(SIGKILL)
    }
    let status = state.withLock { $0.status } ?? .exit(-1)
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
