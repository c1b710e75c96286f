import Foundation

/// Where the program finds the files that come with it.
struct Places {
  /// Folders to look in, the first one first.
  let folders: [String]

  /// Looks in the current folder, then in the share folder of the installed program.
  static func standard() -> Places {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath()
    let share = program?.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "share/arxiv-digest").path(percentEncoded: false)
    return Places(folders: ["."] + [share].compactMap(\.self))
  }

  /// The path of a file or folder that comes with the program.
  ///
  /// Throws `UsageError` that names every place where it was looked for.
  func find(_ name: String) throws(UsageError) -> String {
    for folder in folders {
      let path = folder == "." ? name : "\(folder)/\(name)"
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    let tried = folders.map { $0 == "." ? "the current folder" : $0 }
    throw UsageError(
      "\(name): not found in \(tried.joined(separator: " or ")); run in the project's folder, or "
        + "install the program with: make install")
  }
}
