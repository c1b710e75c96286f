/// What a line looks like to a Markdown parser, whatever it was meant to be.
struct LineShape {
  /// The line without white space at its ends; its indices are those of the line.
  let content: ArraySlice<Unicode.Scalar>

  /// Looks at a line.
  init(_ line: PageText.Line) {
    content = line.content
  }

  /// True for a horizontal rule: three or more of one sign, with nothing but blanks between them.
  var isRule: Bool {
    guard let sign = content.first, "-*_".unicodeScalars.contains(sign) else { return false }
    return content.count { $0 == sign } >= 3
      && content.allSatisfy { $0 == sign || $0 == " " || $0 == "\t" }
  }

  /// True for what makes a heading of the text on the line above it.
  var isUnderline: Bool {
    guard let sign = content.first, sign == "-" || sign == "=" else { return false }
    return content.allSatisfy { $0 == sign }
  }

  /// True for the stars of a bold title without letters, which are a rule or nothing.
  var isEmptyBold: Bool { content.count > 1 && content.allSatisfy { $0 == "*" } }

  /// The signs of a heading's level; nil where the line is no heading.
  var headingMark: Range<Int>? {
    let signs = content.prefix { $0 == "#" }
    return (1...6).contains(signs.count) ? signs.startIndex..<signs.endIndex : nil
  }

  /// The text between the stars of a line that is bold as a whole; nil for other lines.
  var boldText: Range<Int>? {
    let stars = Array("**".unicodeScalars)
    guard content.count > 4, content.starts(with: stars), content.suffix(2).elementsEqual(stars)
    else { return nil }
    return (content.startIndex + 2)..<(content.endIndex - 2)
  }

  /// The mark of a list item with the white space behind it; nil where there is none.
  ///
  /// Marks that Markdown does not know, such as a dash with a full-width space, count as well.
  var listMark: Range<Int>? {
    guard let first = content.first else { return nil }
    let rest = content.dropFirst()
    let isMark =
      switch first {
      case "・", "•", "●", "◦", "‣": true
      case "-": rest.first.map { $0.properties.isWhitespace || $0.value > 0x2FFF } ?? true
      case "*", "+", "－", "–", "—": rest.first?.properties.isWhitespace ?? true
      default: false
      }
    return isMark ? mark(of: 1) : nil
  }

  /// The mark of a numbered item with the white space behind it; nil where there is none.
  ///
  /// A full-width sign needs no space behind it; before a digit it belongs to a number.
  var numberMark: Range<Int>? {
    let digits = content.prefix(while: Self.isDigit)
    let rest = content.dropFirst(digits.count)
    guard (1...9).contains(digits.count), let sign = rest.first,
      ".)．）".unicodeScalars.contains(sign)
    else { return nil }
    let next = rest.dropFirst().first
    let isMark =
      next.map { $0.properties.isWhitespace || !sign.isASCII && !Self.isDigit($0) } ?? true
    return isMark ? mark(of: digits.count + 1) : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || ("０"..."９").contains(scalar)
  }

  private func mark(of length: Int) -> Range<Int> {
    let rest = content.dropFirst(length)
    let space = rest.prefix(while: \.properties.isWhitespace).count
    return content.startIndex..<(content.startIndex + length + space)
  }

  /// The text behind one of some labels, such as `**Comment:**`; nil where the line has none.
  ///
  /// A label without stars counts where `mayBePlain`: a remark can begin with the same word.
  func text(behind labels: [String], mayBePlain: Bool) -> Range<Int>? {
    for label in labels {
      let plain = mayBePlain ? ["\(label):", "\(label)："] : []
      for written in ["**\(label):**", "**\(label)：**", "**\(label)**:"] + plain
      where content.starts(with: written.unicodeScalars) {
        return (content.startIndex + written.unicodeScalars.count)..<content.endIndex
      }
    }
    return nil
  }
}
