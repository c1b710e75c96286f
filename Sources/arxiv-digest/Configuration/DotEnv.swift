import Foundation

/// Reads `.env`: one `NAME=value` a line, with `#` comments, quotes, and an optional `export`.
enum DotEnv {
  /// A variable of a file.
  struct Entry: Equatable {
    /// Its value.
    let value: String
    /// The line that sets it, from 1 on.
    let line: Int
  }

  /// The variables of a file; none where the file is missing.
  ///
  /// `known` are variables with keys that `digest.json` names. Throws `UsageError` with file and line
  /// for a file that cannot be read, a line that is no assignment, and a variable that begins like
  /// ours and does not exist.
  static func read(
    _ path: String, known: Set<String> = []
  ) throws(UsageError) -> [String: Entry] {
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    let text: String
    do { text = try String(contentsOf: URL(filePath: path), encoding: .utf8) } catch {
      throw UsageError("\(path): cannot be read as text; check its permissions and encoding")
    }
    return try parse(text, file: path, known: known)
  }

  /// The variables of a text; the last line of a name counts.
  static func parse(
    _ text: String, file: String, known: Set<String> = []
  ) throws(UsageError) -> [String: Entry] {
    var variables: [String: Entry] = [:]
    // By bytes: to Swift, a line end of Windows is one character, and not "\n".
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let place = "\(file):\(index + 1)"
      var line = String(decoding: bytes, as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("export ") { line = String(line.dropFirst("export ".count)) }
      guard let sign = line.firstIndex(of: "=") else {
        throw UsageError("\(place): a line reads NAME=value")
      }
      let name = line[..<sign].trimmingCharacters(in: .whitespaces)
      try check(name, known: known, at: place)
      variables[name] = Entry(
        value: try value(line[line.index(after: sign)...], at: place), line: index + 1)
    }
    return variables
  }

  private static func check(
    _ name: String, known: Set<String>, at place: String
  ) throws(UsageError) {
    let isName = name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte)
    }
    guard isName, !name.isEmpty else { throw UsageError("\(place): a line reads NAME=value") }
    let known = Variable.allCases.map(\.rawValue) + known.sorted()
    guard Variable.prefixes.contains(where: name.hasPrefix), !known.contains(name) else { return }
    let hint = nearest(name, known)
    throw UsageError(
      "\(place): unknown variable \(name)"
        + (hint.isEmpty ? "; .env.example has all that there are" : hint))
  }

  private static func value(_ text: Substring, at place: String) throws(UsageError) -> String {
    let text = text.trimmingCharacters(in: .whitespaces)
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      // Without quotes, a comment may follow after white space.
      let comment = text.range(of: #"\s#"#, options: .regularExpression)?.lowerBound
      return text[..<(comment ?? text.endIndex)].trimmingCharacters(in: .whitespaces)
    }
    guard let end = text.dropFirst().firstIndex(of: quote) else {
      throw UsageError("\(place): the quote is not closed; add it at the end of the line")
    }
    return String(text[text.index(after: text.startIndex)..<end])
  }
}
