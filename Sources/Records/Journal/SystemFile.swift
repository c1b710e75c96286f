import Foundation

/// The system calls on files that Foundation has no word for; the one place of this target where
/// memory is handed to C.
enum SystemFile {
  /// Reads anywhere in an open file, without moving a position that others share; fewer bytes where the
  /// file ends before.
  ///
  /// Throws `POSIXError`.
  static func read(_ descriptor: Int32, _ range: Range<Int>) throws -> [UInt8] {
    try unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count {
        let count = unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), range.count - filled,
          range.lowerBound + filled)
        if count == 0 { break }
        if count < 0, errno != EINTR { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        filled += max(count, 0)
      }
    }
  }

  /// Writes bytes where an open file stands.
  ///
  /// Throws `POSIXError`; then a part of them may be written.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno != EINTR { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      written += max(count, 0)
    }
  }

  /// Gives a file the name of another one, which it replaces in one step.
  ///
  /// Throws `POSIXError`.
  static func rename(_ path: String, to other: String) throws {
    guard unsafe Foundation.rename(path, other) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }
}
