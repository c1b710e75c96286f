import Foundation

/// A file that comes with the program, to be put into a folder of one's own.
struct StarterFile: Equatable {
  /// Its path in the folder, such as `prompts/title.md`.
  let name: String
  /// Its bytes.
  let contents: Data

  /// What `.env` is made from.
  static let example = ".env.example"

  /// All of them, in the order in which they are written.
  ///
  /// Throws `UsageError` where the program's files are not found or cannot be read.
  static func all(from places: Places) throws(UsageError) -> [StarterFile] {
    let prompts = try places.find("prompts")
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: prompts).sorted() } catch {
      throw UsageError("\(prompts): cannot be read; install the program anew with: make install")
    }
    var files: [StarterFile] = []
    // An editor may have left files of its own beside them.
    let own = names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".json") }
    for name in ["digest.json", example] + own.map({ "prompts/\($0)" }) {
      files.append(try read(name, from: places))
    }
    return files
  }

  /// How the file stands to what is at its place in a folder.
  func state(in folder: StarterFolder) -> State {
    let path = folder.path(name)
    guard folder.holds(name) else { return .missing }
    return FileManager.default.contents(atPath: path) == contents ? .same : .other
  }

  /// How a file stands to what is at its place.
  enum State {
    /// Nothing is there.
    case missing
    /// The same bytes are there.
    case same
    /// Something else is there.
    case other
  }

  private static func read(_ name: String, from places: Places) throws(UsageError) -> StarterFile {
    let path = try places.find(name)
    do {
      return StarterFile(name: name, contents: try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw UsageError("\(path): cannot be read; install the program anew with: make install")
    }
  }
}
