extension UInt8 {
  /// True for the signs that a backslash before them makes plain (CommonMark 0.31, section 2.4).
  var isSign: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// True for the digits, which are the only ones that Markdown counts with.
  var isDigit: Bool { 0x30...0x39 ~= self }

  /// True for the letters.
  var isLetter: Bool { 0x41...0x5A ~= self || 0x61...0x7A ~= self }

  /// Lets a byte be held against characters of ASCII.
  static func ~= (sign: Unicode.Scalar, byte: UInt8) -> Bool { UInt32(byte) == sign.value }

  /// True for the byte of a character of ASCII.
  static func == (byte: UInt8, sign: Unicode.Scalar) -> Bool { UInt32(byte) == sign.value }
}

extension UInt8? {
  /// True for the byte of a character of ASCII.
  static func == (byte: UInt8?, sign: Unicode.Scalar) -> Bool { byte.map { $0 == sign } ?? false }
}
