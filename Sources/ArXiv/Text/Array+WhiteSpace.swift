extension [UInt8] {
  /// Makes every run of white space in UTF-8 one space, and leaves none at the ends.
  mutating func collapse() {
    var end = 0
    var place = 0
    var isBehindSpace = true
    while place < count {
      let length = spaceLength(at: place)
      if length == 0 || !isBehindSpace {
        self[end] = length == 0 ? self[place] : 0x20
        end += 1
      }
      isBehindSpace = length > 0
      place += length > 0 ? length : 1
    }
    if isBehindSpace, end > 0 { end -= 1 }
    removeLast(count - end)
  }

  /// How many bytes the white space here has; 0 for any other character, and within one.
  ///
  /// See https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt.
  private func spaceLength(at place: Int) -> Int {
    let byte = self[place]
    if byte < 0x80 { return byte == 0x20 || 0x09...0x0D ~= byte ? 1 : 0 }
    // The first bytes of U+0085 and U+00A0, and of U+1680, U+2000 to U+205F and U+3000.
    guard byte == 0xC2 || 0xE1...0xE3 ~= byte else { return 0 }
    let scalar = String(decoding: self[place...].prefix(3), as: UTF8.self).unicodeScalars.first
    guard let scalar, scalar.properties.isWhitespace else { return 0 }
    return scalar.utf8.count
  }
}
