/// An unbroken run of Latin letters and digits in a text.
struct Atom: Sendable {
  /// The mark of all its letters.
  let mark: WordMark
  /// The mark without a plural's `s`.
  let stem: WordMark
  /// Where it begins and ends, in half the room that a range of `Int` takes: there are many atoms.
  private let start: Int32
  private let end: Int32
  /// Its first letter in lower case.
  let initial: UInt8
  /// Its last byte.
  let last: UInt8
  private let capitalCount: UInt16
  private let smallCount: UInt16

  /// Its bytes in the text.
  var range: Range<Int> { Int(start)..<Int(end) }
  /// How many of its letters are capitals.
  var capitals: Int { Int(capitalCount) }
  /// How many of its letters are small ones.
  var smalls: Int { Int(smallCount) }
  /// True where its first character is a digit.
  var beginsWithDigit: Bool { initial < 0x3A }
  /// One bit of sixty-four for its first letter, for asking quickly whether it may be one of some.
  var initialBit: UInt64 { 1 << UInt64(initial & 63) }
  /// True where its last character is a digit.
  var endsWithDigit: Bool { (0x30...0x39).contains(last) }
  /// True where no letter is in it.
  var isNumber: Bool { capitals == 0 && smalls == 0 }
}

extension Array<Atom> {
  /// Finds the runs of Latin letters and digits in some UTF-8 text.
  init(in bytes: [UInt8]) {
    self.init()
    reserveCapacity(bytes.count / 6)
    let letters = Latin.table
    let bytes = bytes.span
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if letters[Int(byte)] != 0, let atom = Atom(in: bytes, at: place, letters.span) {
        append(atom)
        place = atom.range.upperBound
      } else {
        // Three bytes at a time through Japanese.
        place += byte >= 0xE0 ? 3 : 1
      }
    }
  }
}

extension Atom {
  /// The run that begins at a byte; nil where none does.
  @inline(__always)
  fileprivate init?(
    in bytes: borrowing Span<UInt8>, at start: Int, _ letters: borrowing Span<UInt64>
  ) {
    var (value, counts, smalls, place) = (UInt64(0), UInt64(0), UInt64(0), start)
    while place < bytes.count {
      let letter = letters[Int(bytes[place])]
      if letter &- 1 < Latin.accented &- 1 {
        value = WordMark.value(value, followedBy: letter & 0xFF)
        counts &+= letter >> 8
        place += 1
        continue
      }
      // A letter with an accent has two bytes, and so has a multiplication sign.
      guard letter != 0, place + 1 < bytes.count,
        !(bytes[place] == 0xC3 && bytes[place + 1] == 0x97)
      else { break }
      value = WordMark.value(value, followedBy: letter & 0xFF)
      value = WordMark.value(value, followedBy: UInt64(bytes[place + 1]) + 1)
      smalls &+= 1
      place += 2
    }
    guard place > start, place <= Int32.max else { return nil }
    last = bytes[place - 1]
    mark = WordMark(value: value, length: place - start)
    let isPlural = place - start > 2 && last | 0x20 == UInt8(ascii: "s")
    stem = isPlural ? mark.without(UInt8(ascii: "s")) : mark
    self.start = Int32(start)
    self.end = Int32(place)
    self.initial = UInt8(truncatingIfNeeded: letters[Int(bytes[start])]) &- 1
    capitalCount = UInt16(truncatingIfNeeded: counts)
    smallCount = UInt16(truncatingIfNeeded: counts >> 24 &+ smalls)
  }
}
