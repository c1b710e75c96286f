import CPseudoTerminal
import Glibc

/// A terminal with a program on it, seen from where an operator sits.
struct PseudoTerminal: Sendable {
  /// The number of the program, which leads a session of its own there: keys such as Ctrl-C reach it
  /// as signals.
  let pid: pid_t
  private let descriptor: Int32

  /// Starts a program on a new terminal of so many columns and rows.
  init(
    _ path: String, _ arguments: [String], environment: [String: String], in folder: String,
    columns: Int, rows: Int
  ) throws {
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let values = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + values { free(word) } }
    var near = Int32(-1)
    pid = cpseudoterminal_spawn(
      path, words, values, folder, Int32(columns), Int32(rows), &near)
    guard pid > 0 else { throw SystemError("a terminal for \(path)", code: -pid) }
    descriptor = near
  }

  /// Gives the terminal another size; its program hears of it by SIGWINCH.
  func resize(columns: Int, rows: Int) {
    cpseudoterminal_resize(descriptor, Int32(columns), Int32(rows))
  }

  /// Waits for what is written to the terminal; none once every program has let go of it.
  func read() -> ArraySlice<UInt8> {
    var bytes = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(descriptor, &bytes, bytes.count)
      if count >= 0 { return bytes[..<count] }
      // The end of a terminal's output is an error of input and output.
      guard errno == EINTR else { return [] }
    }
  }

  /// Types bytes.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// Waits for the program's end; to be called once.
  func end() -> RunningProgram.Status {
    var status = Int32()
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
  }

  /// Closes the terminal; nobody may wait on it any more.
  func close() { _ = Glibc.close(descriptor) }
}
