import Foundation

/// The system calls that Foundation has no word for, most of them on files; the one place of this
/// target where memory is handed to C.
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

  /// The index of the first line end at or behind a place; nil where there is none.
  ///
  /// Swift's own search takes ten times as long, and every line of a week is looked for by it.
  static func lineEnd(in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      let offset = start - bytes.startIndex
      guard offset < buffer.count, let base = buffer.baseAddress,
        let end = unsafe memchr(base + offset, 0x0A, buffer.count - offset)
      else { return nil }
      return unsafe bytes.startIndex + (UnsafeRawPointer(end) - base)
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

  /// Opens a file for reading and writing as it is, and makes it where it is missing.
  ///
  /// In one step: another machine may be making it now, and must not have it emptied.
  /// Throws `POSIXError`.
  static func openOrMake(_ path: String) throws -> FileHandle {
    let descriptor = unsafe Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// The machine's own name; Foundation would ask a server for it.
  static var hostName: String {
    let capacity = 256
    let name = unsafe String(unsafeUninitializedCapacity: capacity) { buffer in
      let failed = unsafe buffer.withMemoryRebound(to: CChar.self) { name in
        guard let start = name.baseAddress else { return true }
        return unsafe gethostname(start, capacity) != 0
      }
      return unsafe failed ? 0 : buffer.firstIndex(of: 0) ?? capacity
    }
    return name.isEmpty ? "an unnamed machine" : name
  }
}
