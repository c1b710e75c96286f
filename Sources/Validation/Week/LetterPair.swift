/// Two letters side by side, of kanji, katakana, Latin or digits: what content words are made of.
struct LetterPair: Sendable, Hashable {
  /// A number that no other pair has, of thirty bits.
  let number: UInt32

  /// Calls `body` with each pair of a text.
  @inline(__always)
  static func forEach(in scalars: [Unicode.Scalar], _ body: (LetterPair) -> Void) {
    let text = scalars.span
    var last: UInt32 = 0
    for index in text.indices {
      let letter = letter(text[index].value)
      if last != 0, letter != 0 { body(LetterPair(number: last << 15 | letter)) }
      last = letter
    }
  }

  /// The pairs of a text, each once.
  static func pairs(of scalars: [Unicode.Scalar]) -> [LetterPair] {
    var pairs: [LetterPair] = []
    var filter = Filter()
    forEach(in: scalars) { pair in
      if filter.mayHold(pair), pairs.contains(pair) { return }
      filter.insert(pair)
      pairs.append(pair)
    }
    return pairs
  }

  /// A number below 2^15 for a letter that words of content are written with; 0 for any other
  /// character.
  private static func letter(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x4E00...0x9FFF: value - 0x4E00 + 0x100
    case 0x30A1...0x30FE: value - 0x30A1 + 0x90
    case 0x30...0x39, 0x61...0x7A: value
    case 0x41...0x5A: value | 0x20
    default: 0
    }
  }

  /// Tells quickly of most pairs that they are not among some.
  struct Filter {
    private var bits: InlineArray<8, UInt64> = .init(repeating: 0)

    /// Takes a pair.
    mutating func insert(_ pair: LetterPair) {
      let mixed = pair.mixed
      bits[Int(mixed >> 61)] |= 1 << (mixed >> 32 & 63)
    }

    /// False for a pair that was not taken.
    func mayHold(_ pair: LetterPair) -> Bool {
      let mixed = pair.mixed
      return bits[Int(mixed >> 61)] & (1 << (mixed >> 32 & 63)) != 0
    }
  }

  /// The number with its bits mixed, for tables; the upper ones are the best.
  var mixed: UInt64 { UInt64(number) &* 0x9E37_79B9_7F4A_7C15 }
}

/// A pair of a Japanese title, and whether the paper's own bullets or remark have it as well.
struct TitlePair: Sendable {
  private let bits: UInt32

  /// Notes whether an answer has a pair.
  init(_ pair: LetterPair, isAnswered: Bool) {
    bits = pair.number | (isAnswered ? 1 << 31 : 0)
  }

  /// The pair.
  var pair: LetterPair { LetterPair(number: bits & ~(1 << 31)) }
  /// True where the paper's own answer has it.
  var isAnswered: Bool { bits >> 31 == 1 }
}
