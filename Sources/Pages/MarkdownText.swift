import Records

/// Text that came from outside, on its way into Markdown.
///
/// The escape is the smallest that Jekyll's kramdown and Hugo's goldmark both render as the
/// characters that were meant. Nothing that stands in a title or a reply can become markup, a
/// Liquid tag, a link, a table, or other quotes and dashes than its author's.
struct MarkdownText {
  /// Where a text stands on a page.
  enum Place: Sendable {
    /// In the middle of a line.
    case inline
    /// Inside a link or bold text, where a caret at the start would make a footnote.
    case title
    /// At the start of a line, where some marks open a heading, a quote or a list.
    case lineStart
  }

  /// The characters, on one line and without what shows nothing.
  let scalars: [Unicode.Scalar]

  /// Takes the characters of a line of some page as they are.
  init(exactly scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// Takes a text; white space at its ends goes, and of a run of it the first character stays.
  ///
  /// With `joiningLines` only line ends become a space each, and other white space stays.
  init(_ text: String, joiningLines: Bool = false) {
    let all = Array(text.unicodeScalars)
    let line = zip(all, all.dropFirst() + ["\0"]).compactMap { scalar, next in
      // The two that end a line on Windows are one line end.
      scalar == "\r" && next == "\n" ? nil : Self.onOneLine(scalar)
    }
    let spaced = joiningLines ? line : Self.collapsed(line)
    let start = spaced.firstIndex { !$0.isWhiteSpace } ?? spaced.endIndex
    let end = spaced.lastIndex { !$0.isWhiteSpace }.map { $0 + 1 } ?? start
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
        scalar.isWhiteSpace && result.last?.isWhiteSpace ?? false
      if !isRepeated { result.append(scalar) }
    }
  }

  /// For where no Markdown is read.
  var plain: String { String(String.UnicodeScalarView(scalars)) }

  /// For the middle of a line.
  var inline: String { text(at: .inline) }
  /// For the inside of a link or of bold text.
  var inTitle: String { text(at: .title) }
  /// For the start of a line.
  var atLineStart: String { text(at: .lineStart) }

  private func text(at place: Place) -> String {
    var result = String.UnicodeScalarView()
    let mark = place == .lineStart ? openingMark : nil
    for (index, scalar) in scalars.enumerated() {
      if let replacement = replacement(at: index, of: place, openingMark: mark) {
        result.append(contentsOf: replacement.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// What to write for each character; where that is the character itself, it needs no escape.
  func replacements(at place: Place) -> [String] {
    let mark = place == .lineStart ? openingMark : nil
    return scalars.indices.map {
      replacement(at: $0, of: place, openingMark: mark) ?? String(scalars[$0])
    }
  }

  /// What to write in place of a character; nil for the character itself.
  private func replacement(at index: Int, of place: Place, openingMark: Int?) -> String? {
    // Alone on its line a caret ends a block in kramdown, and in a title it makes a footnote.
    if index == 0, place != .inline, scalars[0] == "^" { return "&#94;" }
    if index == openingMark { return "\\\(scalars[index])" }
    return replacement(at: index)
  }

  /// The place of the mark that would open a block; nil where the text begins with none.
  private var openingMark: Int? {
    guard let first = scalars.first else { return nil }
    if "#>-+=:".unicodeScalars.contains(first) { return 0 }
    let digits = scalars.prefix(while: \.isASCIIDigit).count
    guard digits > 0, digits < scalars.count, ".)".unicodeScalars.contains(scalars[digits])
    else { return nil }
    return digits
  }
}
