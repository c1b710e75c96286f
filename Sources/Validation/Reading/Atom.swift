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
  /// True where no letter is in it.
  var isNumber: Bool { capitals == 0 && smalls == 0 }
}

extension Array<Atom> {
  /// Finds the runs of Latin letters and digits in some UTF-8 text.
  init(in bytes: [UInt8]) {
    self.init()
    reserveCapacity(bytes.count / 6)
    let bytes = bytes.span
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if Latin.folded(byte) != nil, let atom = Atom(in: bytes, at: place) {
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
  fileprivate init?(in bytes: borrowing Span<UInt8>, at start: Int) {
    var mark = WordMark()
    var stem = WordMark()
    var (capitals, smalls, place) = (UInt16(0), UInt16(0), start)
    while place < bytes.count, let letter = Latin.folded(bytes[place]) {
      let byte = bytes[place]
      if byte >= 0xC3 {
        // A letter with an accent has two bytes, and so has a multiplication sign.
        guard place + 1 < bytes.count, !(byte == 0xC3 && bytes[place + 1] == 0x97) else { break }
        mark.add(byte)
        mark.add(bytes[place + 1])
        smalls &+= 1
        place += 2
        continue
      }
      stem = mark
      mark.add(letter)
      if byte & 0x20 == 0 { capitals &+= 1 } else if byte >= 0x61 { smalls &+= 1 }
      place += 1
    }
    guard place > start, place <= Int32.max, let initial = Latin.folded(bytes[start]) else {
      return nil
    }
    let isPlural = place - start > 2 && bytes[place - 1] | 0x20 == UInt8(ascii: "s")
    self.mark = mark
    self.stem = isPlural ? stem : mark
    self.start = Int32(start)
    self.end = Int32(place)
    self.initial = initial
    capitalCount = capitals
    smallCount = smalls
  }
}
