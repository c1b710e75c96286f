/// How many titles of a week have a pair of letters.
///
/// A table of its own, because a week of many papers counts millions and a dictionary hashes each with
/// care that numbers of our own making do not need.
struct PairCounts: Sendable {
  /// Pairs, and how often each was counted; a place without a count is free.
  private var pairs = [UInt32](repeating: 0, count: 256)
  private var counts = [UInt32](repeating: 0, count: 256)
  private var used = 0
  /// What is left of a mixed number's bits is a place.
  private var shift: UInt64 = 56

  /// How often a pair was counted.
  subscript(_ pair: LetterPair) -> Int { Int(counts[place(of: pair)]) }

  /// Counts a pair once more.
  mutating func add(_ pair: LetterPair) {
    let place = place(of: pair)
    if counts[place] == 0 {
      pairs[place] = pair.number
      used += 1
    }
    counts[place] += 1
    if used * 2 > counts.count { grow() }
  }

  /// Where a pair is, or would be.
  private func place(of pair: LetterPair) -> Int {
    let (pairs, counts) = (pairs.span, counts.span)
    var place = Int(pair.mixed >> shift)
    while counts[place] != 0, pairs[place] != pair.number {
      place = (place + 1) & (counts.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = zip(pairs, counts)
    pairs = [UInt32](repeating: 0, count: pairs.count * 2)
    counts = [UInt32](repeating: 0, count: pairs.count)
    shift -= 1
    for (number, count) in old where count > 0 {
      let place = place(of: LetterPair(number: number))
      pairs[place] = number
      counts[place] = count
    }
  }
}
