/// A text that is looked up among those of other papers, by what was counted of it when it was read.
struct TraceText: Sendable, Hashable {
  /// The text.
  let text: String
  private let pairs: PairSet

  /// Takes a text that was read; nil where there is nothing in it.
  init?(_ read: ReadText) {
    guard !read.text.isEmpty else { return nil }
    text = read.text
    pairs = read.pairs
  }

  static func == (one: TraceText, other: TraceText) -> Bool {
    one.text.utf8.elementsEqual(other.text.utf8)
  }

  // To hash the characters of all texts takes longer than most checks.
  func hash(into hasher: inout Hasher) { hasher.combine(pairs.mark) }
}
