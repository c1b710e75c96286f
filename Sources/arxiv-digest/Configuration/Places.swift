import Foundation

/// Where the program finds the files that come with it.
struct Places {
  /// Folders to look in, the first one first.
  let folders: [String]
  /// What to do where a file is in none of them.
  var advice = "fill a folder with: arxiv-digest init, and run in it"

  /// Looks in the current folder, then in the share folder of the installed program.
  static func standard() -> Places { Places(folders: ["."] + [share].compactMap(\.self)) }

  /// Looks where the files are as they came: in the share folder of the installed program, then in
  /// the checkout that the program was built in.
  static func shipped() -> Places {
    Places(
      folders: [share, checkout].compactMap(\.self),
      advice: "install the program anew with: make install")
  }

  private static var program: URL? { Bundle.main.executableURL?.resolvingSymlinksInPath() }

  private static var share: String? {
    program?.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "share/arxiv-digest").path(percentEncoded: false)
  }

  /// The folder that holds the build folder, by whatever name, that holds the program.
  private static var checkout: String? {
    var folder = program?.deletingLastPathComponent()
    while let candidate = folder, candidate.pathComponents.count > 1 {
      let manifest = candidate.appending(path: "Package.swift").path(percentEncoded: false)
      if FileManager.default.fileExists(atPath: manifest) { return candidate.path }
      folder = candidate.deletingLastPathComponent()
    }
    return nil
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
      "\(name): not found in \(tried.joined(separator: " or ")); \(advice)")
  }
}
