package import Foundation

/// Files that are always whole: the old bytes or the new ones.
package enum AtomicFile {
  /// Writes beside the file, syncs, and renames over it; creates the folders on the way.
  ///
  /// Throws `RecordError.unwritable`.
  package static func write(_ data: Data, to path: String) throws {
    let url = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url, options: .atomic)
    } catch {
      throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
    }
  }
}
