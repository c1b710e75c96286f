import Records

/// Text that came from outside, on its way into Markdown.
///
/// The escape is the smallest that Jekyll's kramdown and Hugo's goldmark both render as the
/// characters that were meant. Nothing that stands in a title or a reply can become markup, a
/// Liquid tag, a link with other words than its address, or a table.
struct MarkdownText {
  private let scalars: [Unicode.Scalar]

  /// Takes a text; white space at its ends goes, and of a run of it the first character stays.
  ///
  /// With `joiningLines` only line ends become a space each, and other white space stays.
  init(_ text: String, joiningLines: Bool = false) {
    let line = text.replacing("\r\n", with: "\n").unicodeScalars.compactMap(Self.onOneLine)
    let spaced = joiningLines ? line : Self.collapsed(line)
    let start = spaced.firstIndex { !$0.properties.isWhitespace } ?? spaced.endIndex
    let end = spaced.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? start
    scalars = Array(spaced[start..<end])
  }

  /// What a character is within one line: line ends and tabs are spaces, other controls and marks
  /// that turn the writing direction are nothing.
  private static func onOneLine(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar == "\t" || scalar.endsLine { return " " }
    return scalar.isHiddenControl ? nil : scalar
  }

  private static func collapsed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.reduce(into: []) { result, scalar in
      let isRepeated =
        scalar.properties.isWhitespace && result.last?.properties.isWhitespace ?? false
      if !isRepeated { result.append(scalar) }
    }
  }

  /// For the middle of a line.
  var inline: String { escaped(from: 0) }

  /// For the inside of a link or of bold text, where a caret at the start would make a footnote.
  var inTitle: String {
    guard scalars.first == "^" else { return inline }
    return "&#94;" + escaped(from: 1)
  }

  /// For the start of a line, where some marks open a heading, a quote or a list.
  var atLineStart: String {
    guard let first = scalars.first else { return "" }
    switch first {
    case "#", ">", "-", "+", "=", ":":
      return "\\" + inline
    case "0"..."9":
      let digits = scalars.prefix { ("0"..."9").contains($0) }.count
      guard digits < scalars.count, scalars[digits] == "." || scalars[digits] == ")" else {
        return inline
      }
      return String(String.UnicodeScalarView(scalars[..<digits])) + "\\" + escaped(from: digits)
    default:
      return inline
    }
  }

  private func escaped(from start: Int) -> String {
    var result = String.UnicodeScalarView()
    for index in scalars.indices.dropFirst(start) {
      result.append(contentsOf: replacement(at: index).unicodeScalars)
    }
    return String(result)
  }

  /// What to write for one character, looking at its neighbours.
  private func replacement(at index: Int) -> String {
    let scalar = scalars[index]
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    let needsBackslash =
      switch scalar {
      case "*", "`", "[", "]", "|", "~": true
      case "\\": next.map(Self.isASCIIPunctuation) ?? true
      case "<": next.map(Self.beginsTag) ?? false
      case "$": next == "$"
      case "_": !(isWord(index - 1) && isWord(index + 1))
      default: false
      }
    if needsBackslash { return "\\\(scalar)" }
    if scalar == "{", let next, "{%:".unicodeScalars.contains(next) { return "&#123;" }
    if scalar == "&", beginsEntity(at: index) { return "&amp;" }
    return String(scalar)
  }

  private func isWord(_ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    return scalars[index].properties.isAlphabetic || ("0"..."9").contains(scalars[index])
  }

  /// True where the ampersand here would be read as the begin of `&name;` or `&#N;`.
  private func beginsEntity(at index: Int) -> Bool {
    let rest = scalars[(index + 1)...]
    let name = rest.prefix { Self.isASCIILetter($0) || ("0"..."9").contains($0) || $0 == "#" }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  /// True for what makes a tag of the `<` before it; kramdown takes letters of any script.
  private static func beginsTag(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || "/!?".unicodeScalars.contains(scalar)
  }

  private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isASCIIPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
