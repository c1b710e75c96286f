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

  /// The characters as UTF-8, on one line and without what shows nothing.
  let bytes: [UInt8]

  /// Takes the characters of a line of some page as they are.
  init(exactly scalars: [Unicode.Scalar]) {
    bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  /// Takes a text; white space at its ends goes, and of a run of it the first character stays.
  ///
  /// With `joiningLines` only line ends become a space each, and other white space stays.
  init(_ text: String, joiningLines: Bool = false) {
    bytes = OneLine.bytes(of: text, keepingSpace: joiningLines)
  }

  /// For where no Markdown is read.
  var plain: String { String(decoding: bytes, as: UTF8.self) }

  /// For the middle of a line.
  var inline: String { text(at: .inline) }
  /// For the inside of a link or of bold text.
  var inTitle: String { text(at: .title) }
  /// For the start of a line.
  var atLineStart: String { text(at: .lineStart) }

  private func text(at place: Place) -> String {
    var page: [UInt8] = []
    write(to: &page, at: place)
    return String(decoding: page, as: UTF8.self)
  }

  /// Adds the text to a page, escaped for its place.
  func write(to page: inout [UInt8], at place: Place) {
    let mark = place == .lineStart ? openingMark : nil
    // What needs no escape is added in one piece; nothing is made of letters and digits, nor of what is
    // beyond ASCII.
    var start = 0
    for index in bytes.indices where bytes[index].isSign || index == mark {
      guard let replacement = replacement(at: index, of: place, openingMark: mark) else { continue }
      page += bytes[start..<index]
      page += replacement.utf8
      start = index + 1
    }
    page += bytes[start...]
  }

  /// What to write for each character; where that is the character itself, it needs no escape.
  func replacements(at place: Place) -> [String] {
    let mark = place == .lineStart ? openingMark : nil
    var index = 0
    return plain.unicodeScalars.map { scalar in
      defer { index += scalar.utf8.count }
      return replacement(at: index, of: place, openingMark: mark) ?? String(scalar)
    }
  }

  /// What to write in place of the character at an index; nil for the character itself.
  private func replacement(at index: Int, of place: Place, openingMark: Int?) -> String? {
    // Alone on its line a caret ends a block in kramdown, and in a title it makes a footnote.
    if index == 0, place != .inline, bytes[0] == UInt8(ascii: "^") { return "&#94;" }
    if index == openingMark { return "\\\(Unicode.Scalar(bytes[index]))" }
    return replacement(at: index)
  }

  /// The place of the mark that would open a block; nil where the text begins with none.
  private var openingMark: Int? {
    switch bytes.first {
    case "#"?, ">"?, "-"?, "+"?, "="?, ":"?: return 0
    default: break
    }
    let digits = bytes.prefix(while: \.isDigit).count
    guard digits > 0, digits < bytes.count, bytes[digits] == "." || bytes[digits] == ")"
    else { return nil }
    return digits
  }
}
