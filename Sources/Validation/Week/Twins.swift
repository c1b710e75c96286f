/// Which papers of a week share a text, by the text's mark.
struct Twins: Sendable {
  private var holders: [UInt64: (first: Int32, next: Int32)] = [:]
  private static let none: Int32 = -1

  /// Notes that the paper at an index has a text; indices rise.
  mutating func add(_ mark: UInt64, at index: Int) {
    let index = Int32(index)
    if let found = holders[mark] {
      guard found.next == Self.none, found.first != index else { return }
      holders[mark] = (found.first, index)
    } else {
      holders[mark] = (index, Self.none)
    }
  }

  /// The first other paper with a text that the paper at an index has; nil where none is.
  func other(than index: Int, with mark: UInt64) -> Int? {
    guard let found = holders[mark], found.next != Self.none else { return nil }
    return Int(found.first == Int32(index) ? found.next : found.first)
  }
}
