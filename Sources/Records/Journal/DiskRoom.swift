import Foundation

/// The room that a file system has left for records.
package struct DiskRoom: Sendable, Equatable {
  /// A folder of it, for messages.
  package let folder: String
  /// Free bytes; nil where the file system does not say.
  package let free: Int64?

  /// Less than this is not begun with: a week's answers take up to a few megabytes.
  package static let least: Int64 = 10_000_000

  /// Notes what was found.
  package init(folder: String, free: Int64?) {
    self.folder = folder
    self.free = free
  }

  /// Asks the file system of a folder that is there.
  package init(holding folder: String) {
    // Where nothing can be learned, writing tells.
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    self.init(
      folder: folder, free: (attributes?[.systemFreeSize] as? NSNumber)?.int64Value)
  }

  /// Throws `RecordError.full` where there is not enough for answers that are about to be paid for.
  package func check() throws(RecordError) {
    if let free, free < Self.least { throw .full(folder: folder, free: free) }
  }
}
