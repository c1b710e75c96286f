import Foundation
import Records

/// A folder that `init` fills.
struct StarterFolder {
  /// The folder, as it was typed.
  let folder: String

  /// Names a folder, without slashes at its end.
  init(_ folder: String) {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    self.folder = folder
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder == "." ? name : "\(folder)/\(name)" }

  /// True where something has the name, be it a link that leads nowhere.
  func holds(_ name: String) -> Bool {
    // What cannot be looked at is not there for us; writing tells why.
    (try? FileManager.default.attributesOfItem(atPath: path(name))) != nil
  }

  /// Writes a file; what is there already is kept beside it, and its new name returned.
  ///
  /// Throws `StarterError`.
  func write(_ file: StarterFile) throws -> String? {
    let path = path(file.name)
    var kept: String?
    if holds(file.name) {
      let other = spareName(for: file.name)
      do { try FileManager.default.moveItem(atPath: path, toPath: self.path(other)) } catch {
        throw StarterError(path, error)
      }
      kept = self.path(other)
    }
    try replace(path, with: file.contents)
    return kept
  }

  /// Writes a file that nobody else can read at any moment; false where one is there already.
  ///
  /// Throws `StarterError`.
  func writePrivately(_ contents: Data, to name: String) throws -> Bool {
    guard !holds(name) else { return false }
    let path = path(name)
    // The file is born with its mode: one that is closed to others later was open for a moment.
    let usual = umask(0o177)
    defer { umask(usual) }
    do { try contents.write(to: URL(filePath: path), options: .withoutOverwriting) } catch {
      if (error as? CocoaError)?.code == .fileWriteFileExists { return false }
      throw StarterError(path, error)
    }
    return true
  }

  /// Has git ignore a file of the folder; false where it does already.
  ///
  /// Throws `StarterError`, also where the list is no text.
  func ignore(_ name: String) throws -> Bool {
    let path = path(Self.ignoreList)
    var text = ""
    if holds(Self.ignoreList) {
      do { text = try String(contentsOf: URL(filePath: path), encoding: .utf8) } catch {
        throw StarterError(path, error)
      }
    }
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard !lines.contains(where: { [name, "/\(name)", "\(name)*"].contains($0) }) else {
      return false
    }
    let gap = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
    try replace(path, with: Data("\(text)\(gap)\(name)\n".utf8))
    return true
  }

  /// What git reads.
  static let ignoreList = ".gitignore"

  private func replace(_ path: String, with contents: Data) throws {
    do { try AtomicFile.write(contents, to: path) } catch RecordError.unwritable(_, let reason) {
      throw StarterError(path: path, reason: reason)
    }
  }

  /// The first of FILE.old, FILE.old2 and so on that is free.
  private func spareName(for name: String) -> String {
    var (spare, number) = ("\(name).old", 1)
    while holds(spare) {
      number += 1
      spare = "\(name).old\(number)"
    }
    return spare
  }
}
