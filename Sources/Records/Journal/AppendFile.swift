import Foundation
import Synchronization

/// A `.jsonl` file that lines are added to; one task at a time may write.
final class AppendFile: Sendable {
  /// The file's path.
  let path: String
  private let file: FileHandle
  /// Bytes that are written whole.
  private let length: Atomic<UInt64>

  /// Opens a file, creating it where it is missing, and cuts off a torn last line.
  init(path: String) throws {
    self.path = path
    let reader = try LineReader(path: path)
    let tail = try reader.tail()
    // A whole record that only lost its line end is not torn.
    let isTorn = !tail.isEmpty && !RecordFormat.isWhole(tail)
    do {
      if !FileManager.default.fileExists(atPath: path) {
        try Data().write(to: URL(filePath: path))
      }
      file = try FileHandle(forUpdating: URL(filePath: path))
      var length = UInt64(reader.length)
      if isTorn {
        length -= UInt64(tail.count)
        try file.truncate(atOffset: length)
      }
      try file.seek(toOffset: length)
      if !tail.isEmpty, !isTorn {
        try file.write(contentsOf: Data([0x0A]))
        length += 1
      }
      self.length = Atomic(length)
    } catch {
      throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
    }
  }

  /// So many bytes are written at a time, but for a line that is longer: a page's is as long as its papers
  /// are many.
  private static let size = 1 << 18

  /// Writes some lines; where `syncs`, they are on disk when it returns, and outlive the machine.
  ///
  /// Throws `RecordError.unwritable`; then the lines are not in the file.
  func write(_ lines: some Sequence<[UInt8]>, syncs: Bool) throws {
    let start = length.load(ordering: .relaxed)
    var written: UInt64 = 0
    do {
      var bytes: [UInt8] = []
      func flush() throws {
        try SystemFile.write(bytes, to: file.fileDescriptor)
        written += UInt64(bytes.count)
        bytes.removeAll(keepingCapacity: true)
      }
      for line in lines {
        if !bytes.isEmpty, bytes.count + line.count > Self.size { try flush() }
        if line.count < Self.size {
          bytes += line
        } else {
          try SystemFile.write(line, to: file.fileDescriptor)
          written += UInt64(line.count)
        }
      }
      try flush()
      guard !syncs || fdatasync(file.fileDescriptor) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    } catch {
      // Half a record may be there now. It was not acknowledged; if it cannot be cut off either,
      // the next opening does it.
      try? file.truncate(atOffset: start)
      try? file.seek(toOffset: start)
      throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
    }
    length.store(start + written, ordering: .relaxed)
  }
}
