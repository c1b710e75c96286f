extension SourceCode {
  /// The constant parts of all texts within the parentheses behind `call`, everywhere in `Sources`,
  /// with the file that each stands in.
  static func fragments(in call: String) throws -> [(file: String, text: String)] {
    try files(in: "Sources").flatMap { file in
      file.text.ranges(of: call + "(").flatMap { range in
        var reader = FragmentReader(rest: file.text[range.upperBound...])
        reader.readCode()
        return reader.fragments.map { (file.path, $0) }
      }
    }
  }
}

/// Reads code up to the parenthesis that closes it, and keeps what stands in quotes.
private struct FragmentReader {
  var rest: Substring
  private(set) var fragments: [String] = []

  init(rest: Substring) {
    self.rest = rest
  }

  /// Reads up to the parenthesis that belongs to one before `rest`.
  mutating func readCode() {
    var depth = 1
    while depth > 0, let mark = rest.popFirst() {
      switch mark {
      case "(": depth += 1
      case ")": depth -= 1
      case "\"": readText()
      default: break
      }
    }
  }

  /// Reads up to the quote that belongs to one before `rest`.
  private mutating func readText() {
    var fragment = ""
    while let mark = rest.popFirst(), mark != "\"" {
      guard mark == "\\", let escaped = rest.popFirst() else {
        fragment.append(mark)
        continue
      }
      guard escaped == "(" else {
        fragment.append(escaped == "n" ? "\n" : escaped)
        continue
      }
      fragments.append(fragment)
      fragment = ""
      readCode()
    }
    fragments.append(fragment)
  }
}
