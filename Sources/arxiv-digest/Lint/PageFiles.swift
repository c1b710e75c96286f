import Foundation
import Records

/// The pages that a path names: a file, or all `.md` files of a folder.
struct PageFiles {
  /// The files, in the order of their names.
  private(set) var files: [String] = []
  /// What was passed over, and why.
  private(set) var notes: [String] = []

  /// Looks for pages; symbolic links and hidden files of a folder are passed over.
  ///
  /// Throws `RecordError.unreadable` for what is not there.
  init(_ path: String) throws {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes: [FileAttributeKey: Any]
    do { attributes = try FileManager.default.attributesOfItem(atPath: target) } catch {
      throw RecordError.unreadable(file: path, reason: SystemError.reason(error))
    }
    guard attributes[.type] as? FileAttributeType == .typeDirectory else {
      files = [path]
      return
    }
    try search(path)
    if files.isEmpty { notes.append("\(path): no .md file in it") }
  }

  private mutating func search(_ folder: String) throws {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      throw RecordError.unreadable(file: folder, reason: SystemError.reason(error))
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      let isPage = name.hasSuffix(".md")
      // What has gone since, or cannot be asked about, is told when it is read.
      let type =
        try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      switch type {
      case .typeDirectory: try search(path)
      case .typeSymbolicLink:
        notes.append("\(path): a symbolic link, which is not followed")
      default: if isPage { files.append(path) }
      }
    }
  }
}
