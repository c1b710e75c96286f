import Records

/// What a reader should see of a text from outside.
enum SeenText {
  /// The text on one line, without what shows nothing; of a run of white space the first counts.
  static func line(_ text: String) -> String {
    var seen = String.UnicodeScalarView()
    for scalar in joined(text) {
      let repeats = scalar.properties.isWhitespace && seen.last?.properties.isWhitespace ?? true
      if !repeats { seen.append(scalar) }
    }
    if seen.last?.properties.isWhitespace ?? false { seen.removeLast() }
    return String(seen)
  }

  /// The text on one line, with its white space.
  static func joiningLines(_ text: String) -> String {
    let inner = joined(text).trimmingPrefix(while: \.properties.isWhitespace).reversed()
      .trimmingPrefix(while: \.properties.isWhitespace).reversed()
    return joiningSpaces(String(String.UnicodeScalarView(inner)))
  }

  /// The text as a browser shows it: several spaces are one.
  static func joiningSpaces(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { seen, scalar in
      if scalar != " " || seen.unicodeScalars.last != " " { seen.unicodeScalars.append(scalar) }
    }
  }

  private static func joined(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: nil
      default: scalar
      }
    }
  }
}
