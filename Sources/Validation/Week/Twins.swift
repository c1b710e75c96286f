/// Which papers of a week share a text, by the text's mark; of a text that only one paper has, it keeps
/// nothing.
struct Twins: Sendable {
  private var holders: [UInt64: (first: Int32, next: Int32)] = [:]
  private static let none: Int32 = -1
  /// So many marks are sorted at a time.
  private static let share = 1 << 16

  /// Looks for marks that stand more than once among those of all texts; zero is the mark of none.
  init(among marks: [UInt64]) {
    let parts = UInt64(marks.count / Self.share + 1)
    for part in 0..<parts {
      var own = marks.filter { $0 % parts == part && $0 != 0 }
      own.sort()
      for (mark, next) in zip(own, own.dropFirst()) where mark == next {
        holders[mark] = (Self.none, Self.none)
      }
    }
  }

  /// Notes that the paper at an index has a text; indices rise.
  mutating func add(_ mark: UInt64, at index: Int) {
    guard let found = holders[mark], found.next == Self.none else { return }
    let index = Int32(index)
    if found.first == Self.none {
      holders[mark] = (index, Self.none)
    } else if found.first != index {
      holders[mark] = (found.first, index)
    }
  }

  /// The first other paper with a text that the paper at an index has; nil where none is.
  func other(than index: Int, with mark: UInt64) -> Int? {
    guard let found = holders[mark], found.next != Self.none else { return nil }
    return Int(found.first == Int32(index) ? found.next : found.first)
  }
}
