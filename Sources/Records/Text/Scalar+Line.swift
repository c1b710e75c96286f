extension Unicode.Scalar {
  /// True for the line ends of Unicode, U+0085, U+2028 and U+2029 among them.
  package var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// True for what shows nothing and may do harm: controls, and marks that turn the writing
  /// direction; line ends are not among them.
  package var isHiddenControl: Bool {
    switch value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    // The general category Cc: https://www.unicode.org/reports/tr44/#General_Category_Values.
    case 0x00...0x1F, 0x7F...0x9F: !endsLine
    default: false
    }
  }

  /// True for the white space of Unicode: https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt.
  package var isWhiteSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}
