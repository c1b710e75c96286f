/// Values of the YAML block that a static site reads before the page.
enum FrontMatter {
  /// A text as a YAML scalar, quoted where YAML would read a plain one as something else.
  ///
  /// One unquoted `[` or `: ` in a title fails a whole site's build, and so does a character that
  /// YAML takes for unprintable (YAML 1.2, sections 5.1 and 5.7).
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : "\"" + text.unicodeScalars.map(quoted).joined() + "\""
  }

  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, first.properties.isAlphabetic, scalars.last != " " else {
      return false
    }
    let staysPlain = scalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || " ()~-.・、。".unicodeScalars.contains(scalar)
        || scalar.isASCIIDigit
    }
    return staysPlain && !words.contains(text.lowercased())
  }

  /// What YAML 1.1 takes for a truth value or for nothing; Jekyll and Hugo read that version.
  private static let words: Set = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null",
  ]

  private static func quoted(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x22, 0x5C: "\\\(scalar)"
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
      "\\u" + fourDigits(scalar.value)
    default: String(scalar)
    }
  }

  private static func fourDigits(_ value: UInt32) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text
  }
}
