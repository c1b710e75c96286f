extension Unicode.Scalar {
  /// True for the signs that a backslash before them makes plain (CommonMark 0.31, section 2.4).
  var isASCIIPunctuation: Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// True for the digits of ASCII, which are the only ones that Markdown counts with.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
