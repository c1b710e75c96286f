import Glibc
import HTTP

/// The reading end of a pipe into which a program writes.
final class OutputPipe: Sendable {
  private let descriptor: Int32
  private let bytes = Locked([UInt8]())

  /// Takes a descriptor over.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// What was read so far.
  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

  /// Reads until every program has let go of the pipe, and closes it; to be called once.
  func drain() {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        bytes.withLock { $0 += buffer[..<count] }
      } else if count == 0 || errno != EINTR {
        break
      }
    }
    _ = close(descriptor)
  }
}
