import Foundation

/// The folder in which the program was started is not there any more.
struct GoneFolder: Error, CustomStringConvertible {
  let description =
    "the current folder is not there any more: it was deleted; change to another one"

  /// Throws where the current folder is gone, so that no path leads anywhere.
  static func check() throws(GoneFolder) {
    if FileManager.default.currentDirectoryPath.isEmpty { throw GoneFolder() }
  }
}
