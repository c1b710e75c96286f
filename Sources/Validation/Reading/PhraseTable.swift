/// Phrases to be found in a text in one pass, however many they are.
///
/// Looked up by their first two characters; ASCII letters match in either case.
struct PhraseTable<Value: Sendable>: Sendable {
  private struct Phrase {
    let scalars: [Unicode.Scalar]
    let value: Value
  }

  private var bits = [UInt64](repeating: 0, count: 64)
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
      let key = Self.key(scalars[0], scalars[1])
      bits[Self.word(of: key)] |= 1 << (key & 63)
      phrases[key, default: []].append(Phrase(scalars: scalars, value: value))
    }
  }

  /// Every phrase that stands in a text, with its place among the text's characters.
  func matches(in scalars: [Unicode.Scalar]) -> [(place: Range<Int>, value: Value)] {
    guard var last = scalars.first?.folded else { return [] }
    var matches = characters.flatMap { character in
      scalars.indices.filter { scalars[$0].folded == character.scalar }
        .map { ($0..<$0 + 1, character.value) }
    }
    for index in 1..<max(scalars.count, 1) {
      let next = scalars[index].folded
      defer { last = next }
      let key = Self.key(last, next)
      guard bits[Self.word(of: key)] & (1 << (key & 63)) != 0, let found = phrases[key] else {
        continue
      }
      for phrase in found where scalars.count - index + 1 >= phrase.scalars.count {
        let end = index - 1 + phrase.scalars.count
        let isThere = zip(scalars[(index - 1)..<end], phrase.scalars).allSatisfy {
          $0.folded == $1
        }
        if isThere { matches.append((index - 1..<end, phrase.value)) }
      }
    }
    return matches
  }

  private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    (UInt64(first.value) << 21 | UInt64(second.value)) &* 0xD6E8_FEB8_6659_FD93
  }

  private static func word(of key: UInt64) -> Int { Int(key >> 58) }
}

extension Unicode.Scalar {
  /// The small letter of a capital of ASCII; any other character itself.
  var folded: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value | 0x20)) : self
  }
}

extension ReadText {
  /// Some of its characters as a text.
  func words(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}
