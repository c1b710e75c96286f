/// Finds some signs behind one place after another, so that a long text is gone over only once.
struct SignFinder {
  private let raw: [Unicode.Scalar]
  private let signs: [Unicode.Scalar]
  /// Where the last search ended: the signs' place, or the end of the text.
  private var place = 0

  /// Looks for signs in a text.
  init(_ signs: [Unicode.Scalar], in raw: [Unicode.Scalar]) {
    self.raw = raw
    self.signs = signs
  }

  /// Where the signs that begin at an index or behind it end; nil where there are none.
  ///
  /// No index may be less than the one before.
  mutating func end(from index: Int) -> Int? {
    place = max(place, index)
    while place + signs.count <= raw.count {
      if isHere { return place + signs.count }
      place += 1
    }
    return nil
  }

  private var isHere: Bool { signs.indices.allSatisfy { raw[place + $0] == signs[$0] } }
}
