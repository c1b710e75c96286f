/// Phrases to be found in a text in one pass, however many they are.
///
/// Looked up by their first two characters; ASCII letters match in either case.
struct PhraseTable<Value: Sendable>: Sendable {
  private struct Phrase {
    let scalars: [Unicode.Scalar]
    let value: Value
  }

  private var bits = [UInt64](repeating: 0, count: 512)
  private var phrases: [UInt64: [Phrase]] = [:]
  private var characters: [(scalar: Unicode.Scalar, value: Value)] = []

  /// Makes a table; empty phrases are left out.
  init(_ pairs: [(phrase: String, value: Value)]) {
    for (phrase, value) in pairs {
      let scalars = phrase.unicodeScalars.map(\.folded)
      guard scalars.count >= 2 else {
        if let scalar = scalars.first { characters.append((scalar, value)) }
        continue
      }
      let key = Self.key(scalars[0].value, scalars[1].value)
      bits[Self.word(of: key)] |= 1 << (key & 63)
      phrases[key, default: []].append(Phrase(scalars: scalars, value: value))
    }
  }

  /// Every phrase that stands in a text, with its place among the text's characters.
  func matches(in scalars: [Unicode.Scalar]) -> [(place: Range<Int>, value: Value)] {
    var matches: [(place: Range<Int>, value: Value)] = []
    for (scalar, value) in characters {
      for index in scalars.indices where scalars[index].folded == scalar {
        matches.append((index..<index + 1, value))
      }
    }
    let (bits, text) = (bits.span, scalars.span)
    guard text.count > 1 else { return matches }
    var last = text[0].foldedValue
    for index in 1..<text.count {
      let next = text[index].foldedValue
      let key = Self.key(last, next)
      if bits[Self.word(of: key)] &>> (key & 63) & 1 != 0 {
        matches += phrases(key, in: scalars, at: index - 1)
      }
      last = next
    }
    return matches
  }

  /// The phrases with some key that stand at a place.
  private func phrases(
    _ key: UInt64, in scalars: [Unicode.Scalar], at start: Int
  ) -> [(place: Range<Int>, value: Value)] {
    var matches: [(place: Range<Int>, value: Value)] = []
    for phrase in phrases[key] ?? [] where scalars.count - start >= phrase.scalars.count {
      let end = start + phrase.scalars.count
      let isThere = zip(scalars[start..<end], phrase.scalars).allSatisfy { $0.folded == $1 }
      if isThere { matches.append((start..<end, phrase.value)) }
    }
    return matches
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    (UInt64(first) << 21 | UInt64(second)) &* 0xD6E8_FEB8_6659_FD93
  }

  private static func word(of key: UInt64) -> Int { Int(key >> 55) }
}

extension Unicode.Scalar {
  /// The small letter of a capital of ASCII; any other character itself.
  var folded: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value | 0x20)) : self
  }

  /// The number of `folded`.
  @inline(__always) fileprivate var foldedValue: UInt32 {
    value &- 0x41 < 26 ? value | 0x20 : value
  }
}

extension ReadText {
  /// Some of its characters as a text.
  func words(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}
