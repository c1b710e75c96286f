/// Throws that fall the same in every run that begins with the same seed (SplitMix64).
package struct Dice {
  private var state: UInt64

  /// Begins with a seed.
  package init(seed: UInt64) { state = seed }

  /// Throws a number from 0 to one below a bound that is above 0.
  package mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  /// Throws a text of at most so many pieces; it may be empty.
  package mutating func text(of alphabet: [String], upTo length: Int) -> String {
    (0..<next(below: length + 1)).map { _ in alphabet[next(below: alphabet.count)] }.joined()
  }
}
