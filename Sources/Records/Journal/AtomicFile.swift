package import Foundation

/// Files that are always whole: the old bytes or the new ones.
package enum AtomicFile {
  /// Writes beside the file, syncs, and renames over it; creates the folders on the way.
  ///
  /// Throws `RecordError.unwritable`.
  package static func write(_ data: Data, to path: String) throws {
    let url = URL(filePath: path)
    try makeFolder(url.deletingLastPathComponent().path(percentEncoded: false))
    do { try data.write(to: url, options: .atomic) } catch {
      throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
    }
  }

  /// Writes a file piece by piece, as `body` hands them over; nothing is replaced where it throws.
  ///
  /// Throws `RecordError.unwritable`, and what `body` throws.
  package static func write(
    to path: String, _ body: (_ add: (ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) throws {
    let file = try ReplacementFile(of: path)
    do {
      try body(file.add)
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }

  /// Creates a folder, and those on the way to it, where they are missing.
  ///
  /// Throws `RecordError.unwritable`, also where the folder is there and takes no file.
  package static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
    }
    try checkFolder(path)
  }

  /// Throws `RecordError.unwritable` where a path is there and is no folder that takes files.
  package static func checkFolder(_ path: String) throws {
    // What is not there yet is made when it is needed.
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return }
    guard attributes[.type] as? FileAttributeType != .typeRegular else {
      throw RecordError.unwritable(file: path, reason: SystemError.reason(code: ENOTDIR))
    }
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw RecordError.unwritable(file: path, reason: SystemError.reason(code: EACCES))
    }
  }

  /// Throws `RecordError.unreadable` where a path is there and is no file that can be read.
  package static func checkFile(_ path: String) throws {
    // A link is as good as the file that it leads to.
    let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    // What is not there yet is made when it is needed.
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else { return }
    switch attributes[.type] as? FileAttributeType {
    case .typeRegular: break
    case .typeDirectory:
      throw RecordError.unreadable(file: path, reason: SystemError.reason(code: EISDIR))
    default: throw RecordError.unreadable(file: path, reason: "it is no file")
    }
    guard FileManager.default.isReadableFile(atPath: target) else {
      throw RecordError.unreadable(file: path, reason: SystemError.reason(code: EACCES))
    }
  }
}
