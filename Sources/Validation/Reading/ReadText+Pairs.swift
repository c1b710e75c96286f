/// Pairs of neighbouring characters: what two texts have in common, whatever the order of their parts.
struct PairSet: Sendable {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Takes the pairs of a text; punctuation and white space make none.
  init(_ scalars: [Unicode.Scalar]) {
    var last: UInt64 = 0
    for scalar in scalars {
      let value = UInt64(scalar.value)
      defer { last = value }
      guard value > 0x3002 || (0x30...0x7A).contains(value), last > 0 else { continue }
      let mixed = ((last << 21 | value) &* 0xD6E8_FEB8_6659_FD93) >> 56
      let bit: UInt64 = 1 << (mixed & 63)
      switch mixed >> 6 {
      case 0: bits.0 |= bit
      case 1: bits.1 |= bit
      case 2: bits.2 |= bit
      default: bits.3 |= bit
      }
    }
  }

  /// A number that is the same for the same pairs.
  var mark: UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    return ((bits.0 &* factor ^ bits.1) &* factor ^ bits.2) &* factor ^ bits.3
  }

  /// About how many pairs it holds.
  var count: Int {
    bits.0.nonzeroBitCount + bits.1.nonzeroBitCount + bits.2.nonzeroBitCount
      + bits.3.nonzeroBitCount
  }

  /// About how many pairs both hold.
  func common(with other: PairSet) -> Int {
    (bits.0 & other.bits.0).nonzeroBitCount + (bits.1 & other.bits.1).nonzeroBitCount
      + (bits.2 & other.bits.2).nonzeroBitCount + (bits.3 & other.bits.3).nonzeroBitCount
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
