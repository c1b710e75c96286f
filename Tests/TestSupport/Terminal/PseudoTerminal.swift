import CSpawn
import Glibc

/// A terminal with a program on it, seen from where an operator sits.
struct PseudoTerminal: Sendable {
  private let descriptor: Int32

  /// Takes over the near end of a terminal.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Gives the terminal another size; its program hears of it by SIGWINCH.
  func resize(columns: Int, rows: Int) {
    cspawn_resize(descriptor, Int32(columns), Int32(rows))
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

  /// Closes the terminal; nobody may wait on it any more.
  func close() { _ = Glibc.close(descriptor) }
}
