import CSpawn
import Foundation
import HTTP

/// A program that was started, as a process of this machine; whoever reads what it writes calls
/// `collect` at the end.
final class ChildProcess: Sendable {
  private struct State {
    var status: RunningProgram.Status?
    var waiting: [CheckedContinuation<RunningProgram.Status, Never>] = []
  }

  /// The process's number.
  let pid: pid_t
  private let state = Locked(State())

  /// Starts a program by a function of C, which takes its path, words and environment.
  init(
    _ program: Program, _ arguments: [String], environment: [String: String],
    by start: (
      _ path: String, _ words: [UnsafeMutablePointer<CChar>?],
      _ environment: [UnsafeMutablePointer<CChar>?]
    ) -> pid_t
  ) throws {
    let words = ([program.path] + arguments).map { strdup($0) } + [nil]
    let values = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + values { free(word) } }
    pid = start(program.path, words, values)
    guard pid > 0 else { throw SystemError("starting \(program.path)", code: -pid) }
  }

  /// Sends it a signal, unless it has ended.
  func send(_ signal: Int32) {
    // A process that has ended may have passed its number on.
    state.withLock { if $0.status == nil { _ = Foundation.kill(pid, signal) } }
  }

  /// Does something that must not be done any more once the process has ended.
  func whileRunning(_ body: () -> Void) {
    state.withLock { if $0.status == nil { body() } }
  }

  /// Waits for its end in this thread, does `last` before anybody hears of it, and tells all who wait.
  func collect(_ last: () -> Void = {}) {
    cspawn_wait(pid)
    let (status, waiting) = state.withLock { state in
      last()
      let status = RunningProgram.Status(waitStatus: cspawn_collect(pid))
      defer { state.waiting = [] }
      state.status = status
      return (status, state.waiting)
    }
    for continuation in waiting { continuation.resume(returning: status) }
  }

  /// Waits until it was collected; kills it when the task is cancelled.
  func wait() async -> RunningProgram.Status {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let status = state.withLock { state in
          if state.status == nil { state.waiting.append(continuation) }
          return state.status
        }
        if let status { continuation.resume(returning: status) }
      }
    } onCancel: {
      send(SIGKILL)
    }
  }
}

extension RunningProgram.Status {
  /// Reads what `waitpid` says of a program that has ended.
  fileprivate init(waitStatus status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
  }
}
