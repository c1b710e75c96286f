import Foundation
import Synchronization

/// A file that is being written beside another one, to take its place when it is whole.
package final class ReplacementFile: Sendable {
  private let path: String
  private let temporary: String
  private let file: FileHandle
  private let buffer = Mutex(Data())

  /// So many bytes are written at a time.
  private static let size = 1 << 18

  /// Begins a file that is to stand at a path; creates the folders on the way.
  ///
  /// Throws `RecordError.unwritable`.
  package init(of path: String) throws {
    self.path = path
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent().path(percentEncoded: false)
    try AtomicFile.makeFolder(folder)
    // A name of this process: nobody else writes it, and what a kill has left is written over.
    temporary = folder + "/.\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)"
    do {
      try Data().write(to: URL(filePath: temporary))
      // Whoever may read the old file may read the new one.
      if let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: temporary)
      }
      file = try FileHandle(forWritingTo: URL(filePath: temporary))
    } catch {
      throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
    }
  }

  /// Adds bytes to the end.
  ///
  /// Throws `RecordError.unwritable`.
  package func add(_ bytes: ArraySlice<UInt8>) throws {
    try buffer.withLock { buffer in
      buffer += bytes
      if buffer.count >= Self.size { try flush(&buffer) }
    }
  }

  /// Puts the file in its place once it is on disk.
  ///
  /// Throws `RecordError.unwritable`.
  package func commit() throws {
    try buffer.withLock { try flush(&$0) }
    do {
      try file.synchronize()
      try file.close()
      try SystemFile.rename(temporary, to: path)
    } catch {
      throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
    }
  }

  /// Drops the file; what stands at the path stays.
  package func discard() {
    try? FileManager.default.removeItem(atPath: temporary)
  }

  private func flush(_ buffer: inout Data) throws {
    do { try file.write(contentsOf: buffer) } catch {
      throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
