extension String {
  /// How many columns of a terminal the text takes: a wide character, such as a Japanese one, two.
  ///
  /// The wide ranges are those of https://www.unicode.org/reports/tr11/ that have letters or
  /// punctuation of East Asia.
  var columns: Int {
    unicodeScalars.reduce(0) { columns, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: columns
      default: columns + (Self.isWide(scalar) ? 2 : 1)
      }
    }
  }

  /// The text on one line of at most so many columns; where it is cut, an ellipsis says so.
  func fitted(columns limit: Int) -> String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.columns > limit else { return line }
    var kept = ""
    for character in line {
      guard (kept + String(character)).columns < limit else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The beginning of the text that fits into so many columns.
  func clipped(toColumns columns: Int) -> String {
    var room = columns
    return String(
      prefix { character in
        room -= String(character).columns
        return room >= 0
      })
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
