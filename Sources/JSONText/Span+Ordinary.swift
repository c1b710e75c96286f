extension Span<UInt8> {
  /// Where the bytes from a place on end that stand for themselves in a JSON text, and whether they
  /// are ASCII: at a quote, a backslash, a control character, or the end.
  ///
  /// Most bytes of most files go through here, so eight are looked at in one step.
  func ordinary(from start: Int) -> (end: Int, isASCII: Bool) {
    var place = start
    var bits: UInt64 = 0
    while place + 8 <= count {
      let word = word(at: place)
      let marks = Self.marks(in: word)
      guard marks == 0 else {
        // The lowest mark is a true one; above it a borrow may have set others.
        let length = marks.trailingZeroBitCount / 8
        bits |= word & ~(~0 << UInt64(length * 8))
        return (place + length, bits & Self.each(0x80) == 0)
      }
      bits |= word
      place += 8
    }
    while place < count, Self.marks(in: UInt64(self[place]) | Self.each(0x20) << 8) == 0 {
      bits |= UInt64(self[place])
      place += 1
    }
    return (place, bits & Self.each(0x80) == 0)
  }

  /// Eight bytes, the first one lowest; written so that the compiler makes one load of it.
  @inline(__always)
  private func word(at place: Int) -> UInt64 {
    let bytes = extracting(place..<place + 8)
    let low =
      UInt64(bytes[0]) | UInt64(bytes[1]) << 8 | UInt64(bytes[2]) << 16 | UInt64(bytes[3]) << 24
    let high =
      UInt64(bytes[4]) | UInt64(bytes[5]) << 8 | UInt64(bytes[6]) << 16 | UInt64(bytes[7]) << 24
    return low | high << 32
  }

  /// The upper bit of each byte that is a quote, a backslash or a control character.
  private static func marks(in word: UInt64) -> UInt64 {
    let quotes = word ^ each(UInt8(ascii: "\""))
    let backslashes = word ^ each(UInt8(ascii: "\\"))
    let found =
      ((word &- each(0x20)) & ~word) | ((quotes &- each(1)) & ~quotes)
      | ((backslashes &- each(1)) & ~backslashes)
    return found & each(0x80)
  }

  /// Eight times the same byte.
  private static func each(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}
