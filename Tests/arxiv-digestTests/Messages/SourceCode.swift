import Foundation
import TestSupport

/// The program's own source, for tests that nothing in it was forgotten.
enum SourceCode {
  /// A file of the source.
  struct File {
    /// Its path.
    let path: String
    /// Its text.
    let text: String
    /// Its lines.
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// The Swift files of a folder of the package, in the order of their paths.
  static func files(in folder: String) throws -> [File] {
    let root = "\(Fixture.root)/\(folder)"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
    return try paths.filter { $0.hasSuffix(".swift") }.map { path in
      File(path: path, text: try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8))
    }
  }

  /// The names of all types of `Sources` that can be thrown.
  static func errorTypes() throws -> Set<String> {
    let declaration = /(?:struct|enum|class|actor|extension) (\w+)\s*:[^{]*\bError\b/
    return Set(
      try files(in: "Sources").flatMap { file in
        file.text.matches(of: declaration).map { String($0.output.1) }
      })
  }

  /// The cases of all enums of `Sources` that can be thrown, as `FeedError.busy`.
  static func errorCases() throws -> Set<String> {
    // Most files have none, and to look through their lines one by one takes long.
    let declaring = try files(in: "Sources").filter { file in
      file.text.contains(/enum \w+\s*:[^{\n]*\bError\b/)
    }
    return Set(declaring.flatMap { cases(in: $0.lines) })
  }

  private static func cases(in lines: [Substring]) -> [String] {
    var cases: [String] = []
    var open: (name: Substring, end: String)?
    for line in lines {
      if let match = line.firstMatch(of: /^(\s*)(?:\w+ )*enum (\w+)\s*:[^{]*\bError\b/) {
        open = (match.output.2, match.output.1 + "}")
      } else if let enumeration = open {
        if line == enumeration.end { open = nil }
        if let match = line.firstMatch(of: /^\s*case (\w+)/) {
          cases.append("\(enumeration.name).\(match.output.1)")
        }
      }
    }
    return cases
  }
}
