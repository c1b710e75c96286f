/// Pairs of neighbouring characters: what two texts have in common, whatever the order of their parts.
struct PairSet: Sendable {
  private var bits: InlineArray<4, UInt64> = .init(repeating: 0)

  /// Takes the pairs of a text; punctuation and white space make none.
  init(_ scalars: [Unicode.Scalar]) {
    let text = scalars.span
    var last: UInt64 = 0
    for index in text.indices {
      let value = UInt64(text[index].value)
      if value > 0x3002 || (0x30...0x7A).contains(value), last > 0 {
        let mixed = ((last << 21 | value) &* 0xD6E8_FEB8_6659_FD93) >> 56
        bits[Int(mixed >> 6)] |= 1 << (mixed & 63)
      }
      last = value
    }
    var count = 0
    for index in bits.indices { count += bits[index].nonzeroBitCount }
    self.count = count
  }

  /// About how many pairs it holds.
  let count: Int

  /// About how many pairs both hold.
  func common(with other: PairSet) -> Int {
    var count = 0
    for index in bits.indices { count += (bits[index] & other.bits[index]).nonzeroBitCount }
    return count
  }
}

extension ReadText {
  /// True where the text says what another one says, or nearly, or holds all of it.
  func repeats(_ other: ReadText) -> Bool {
    let common = pairs.common(with: other.pairs)
    let shorter = min(pairs.count, other.pairs.count)
    // Pairs share bits by accident; only texts that look alike are compared by their characters.
    guard shorter >= 8, common * 10 >= shorter * 8 else { return false }
    let (short, long) =
      scalars.count <= other.scalars.count
      ? (scalars, other.scalars) : (other.scalars, scalars)
    if short.count >= 15, long.containsRun(short) { return true }
    let (mine, its) = (exactPairs, other.exactPairs)
    let shared = mine.intersection(its).count
    return shared * 10 >= max(mine.count, its.count) * 8
  }

  /// Words of at least eight characters that stand three times in the text; nil where none do.
  var loop: String? {
    guard scalars.count >= 24, pairs.count * 2 < scalars.count else { return nil }
    var seen: [ArraySlice<Unicode.Scalar>: Int] = [:]
    for start in 0...(scalars.count - 8) {
      let words = scalars[start..<start + 8]
      // A formula may well repeat its commands.
      guard words.count(where: \.isJapanese) >= 4 else { continue }
      seen[words, default: 0] += 1
      if seen[words] == 3 { return String(String.UnicodeScalarView(words)) }
    }
    return nil
  }

  private var exactPairs: Set<UInt64> {
    Set(zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 21 | UInt64($1.value) })
  }
}

extension Array where Element: Equatable {
  /// True where another list stands in this one as a whole.
  func containsRun(_ run: some Collection<Element>) -> Bool {
    guard let first = run.first, run.count <= count else { return false }
    return indices.dropLast(run.count - 1).contains { place in
      self[place] == first && self[place...].starts(with: run)
    }
  }
}
