/// What kinds of characters a text holds, so that a check can pass most texts by at a glance.
struct Traits: OptionSet, Sendable {
  let rawValue: UInt32

  /// A line end of Unicode.
  static let lineEnd = Traits(rawValue: 1 << 0)
  /// A control, or a mark that turns the writing direction.
  static let hidden = Traits(rawValue: 1 << 1)
  /// What stands for a broken or private character.
  static let broken = Traits(rawValue: 1 << 2)
  /// A letter of a script that a Japanese text does not use.
  static let foreign = Traits(rawValue: 1 << 3)
  /// A kanji that is not Japanese.
  static let foreignKanji = Traits(rawValue: 1 << 4)
  /// A backslash.
  static let backslash = Traits(rawValue: 1 << 5)
  /// A backtick or a tilde.
  static let fence = Traits(rawValue: 1 << 6)
  /// A less-than sign.
  static let angle = Traits(rawValue: 1 << 7)
  /// A bracket, a brace or a parenthesis, of ASCII or full-width.
  static let bracket = Traits(rawValue: 1 << 8)
  /// A comma, full stop, colon, or another mark of ASCII that has a full-width form.
  static let narrowMark = Traits(rawValue: 1 << 9)
  /// Full-width punctuation.
  static let wideMark = Traits(rawValue: 1 << 10)
  /// A Latin letter.
  static let latin = Traits(rawValue: 1 << 11)
  /// A digit.
  static let digit = Traits(rawValue: 1 << 12)
  /// Hiragana or katakana.
  static let kana = Traits(rawValue: 1 << 13)
  /// A kanji.
  static let kanji = Traits(rawValue: 1 << 14)
  /// A letter of any script.
  static let letter = Traits(rawValue: 1 << 15)
  /// A letter of Greek, which mathematics uses.
  static let greek = Traits(rawValue: 1 << 17)
  /// A kanji that is a number by itself.
  static let numeral = Traits(rawValue: 1 << 18)
  /// Anything but white space.
  static let visible = Traits(rawValue: 1 << 16)

  /// The traits of one character.
  init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0x80: self = Self.ascii[Int(scalar.value)]
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE, 0xFF66...0xFF9D:
      self = [.kana, .letter, .visible]
    case 0x4E00...0x9FFF:
      self = [.kanji, .letter, .visible]
      if KanjiFigures.isNumeral(scalar) { insert(.numeral) }
      if !Kanji.isJapanese(scalar) { insert(.foreignKanji) }
    case 0x3000: self = []
    case 0x3008...0x3011: self = [.bracket, .visible]
    case 0xFF08, 0xFF09: self = [.bracket, .wideMark, .visible]
    case 0x3001, 0x3002, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF60:
      self = [.wideMark, .visible]
    case 0x3003...0x3040, 0x309B...0x30A0:
      self = scalar == "々" ? [.kanji, .letter, .visible] : .visible
    case 0xFF10...0xFF19: self = [.digit, .visible]
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = [.latin, .letter, .visible]
    default: self = Self.rare(scalar)
    }
  }

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  private static let ascii: [Traits] = (0..<128).map { byte in
    switch Unicode.Scalar(UInt8(byte)) {
    case "a"..."z", "A"..."Z": [.latin, .letter, .visible]
    case "0"..."9": [.digit, .visible]
    case " ": []
    case "\n", "\u{B}", "\u{C}", "\r": .lineEnd
    case "\0"..."\u{1F}", "\u{7F}": .hidden
    case "\\": [.backslash, .visible]
    case "`", "~": [.fence, .visible]
    case "<": [.angle, .visible]
    case "(", ")": [.bracket, .narrowMark, .visible]
    case "[", "]", "{", "}": [.bracket, .visible]
    case ",", ".", ":", "!", "?": [.narrowMark, .visible]
    default: .visible
    }
  }
}

extension Unicode.Scalar {
  /// True for most kana and kanji and the letters of ASCII, told without looking anything up.
  var isUsual: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3041...0x3096).contains(value)
      || (0x30A1...0x30FA).contains(value) || (0x41...0x5A).contains(value)
      || (0x61...0x7A).contains(value)
  }

  /// True for kana and kanji.
  var isJapanese: Bool { !Traits(of: self).isDisjoint(with: [.kana, .kanji]) }
}
