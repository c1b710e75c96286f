import Records

/// Puts a text on one line, without what shows nothing.
///
/// Line ends and tabs become spaces; other controls and marks that turn the writing direction go, and
/// so does white space at the ends.
struct OneLine {
  private let source: [UInt8]
  /// True where runs of white space stay as long as they are.
  private let keepsSpace: Bool
  private var line: [UInt8] = []
  /// Where the characters begin that stay as they are and are not in the line yet.
  private var start = 0
  private var place = 0
  /// True behind white space, and before anything that shows.
  private var isBehindSpace = true
  /// How long the line is up to the last character that shows.
  private var shownLength = 0

  /// The line as UTF-8; of a run of white space only the first character stays, unless `keepingSpace`.
  static func bytes(of text: String, keepingSpace: Bool) -> [UInt8] {
    var line = OneLine(source: Array(text.utf8), keepsSpace: keepingSpace)
    return line.bytes()
  }

  private init(source: [UInt8], keepsSpace: Bool) {
    self.source = source
    self.keepsSpace = keepsSpace
  }

  private mutating func bytes() -> [UInt8] {
    while place < source.count {
      let end = ordinaryEnd
      if end > place {
        isBehindSpace = false
        place = end
        continue
      }
      let length = specialLength
      if length == 0 {
        isBehindSpace = false
        place += 1
      } else if length == 1, source[place] == 0x20, !isBehindSpace {
        beginSpace()
        place += 1
      } else {
        pass(length)
      }
    }
    // Most texts are as they should be.
    if start == 0, !isBehindSpace { return source }
    line += source[start...]
    if isBehindSpace { line.removeSubrange(shownLength...) }
    return line
  }

  /// Where the characters from here on end of which the first byte says that they stay as they are.
  private var ordinaryEnd: Int {
    let text = source.span
    var end = place
    while end < text.count {
      switch text[end] {
      case 0x21...0x7E, 0x80...0xC1, 0xC3...0xE0, 0xE4...0xFF: end += 1
      // Kana and most signs of Japanese.
      case 0xE3 where text[end + 1] != 0x80: end += 3
      default: return end
      }
    }
    return end
  }

  /// How many bytes the character here has, where it is white space or one of those that go; 0 for
  /// another one, and within it.
  private var specialLength: Int {
    switch source[place] {
    case 0x00...0x20, 0x7F: 1
    // U+0080 to U+00A0.
    case 0xC2: source[place + 1] <= 0xA0 ? 2 : 0
    // U+1680.
    case 0xE1: source[place + 1] == 0x9A && source[place + 2] == 0x80 ? 3 : 0
    // U+2000 to U+207F, of which some are special.
    case 0xE2 where source[place + 1] <= 0x81:
      scalar(of: 3).isWhiteSpace || scalar(of: 3).isHiddenControl ? 3 : 0
    // U+3000.
    case 0xE3: source[place + 1] == 0x80 && source[place + 2] == 0x80 ? 3 : 0
    default: 0
    }
  }

  /// The character of so many bytes here.
  private func scalar(of length: Int) -> Unicode.Scalar {
    let bytes = source[place..<place + length]
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  private mutating func beginSpace() {
    shownLength = line.count + place - start
    isBehindSpace = true
  }

  /// Passes a character that is white space or goes.
  private mutating func pass(_ length: Int) {
    let scalar = scalar(of: length)
    line += source[start..<place]
    start = place
    defer {
      place += length
      start = place
    }
    guard !scalar.isHiddenControl || scalar == "\t" else { return }
    // The two that end a line on Windows are one line end.
    if scalar == "\r", place + 1 < source.count, source[place + 1] == 0x0A { return }
    guard !isBehindSpace || keepsSpace && !line.isEmpty else { return }
    if !isBehindSpace { beginSpace() }
    if scalar == "\t" || scalar.endsLine {
      line.append(0x20)
    } else {
      line += source[place..<place + length]
    }
  }
}
