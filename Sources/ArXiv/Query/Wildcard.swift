/// A word or value in which `*` stands for any letters and `?` for one.
struct Wildcard: Sendable, Equatable {
  /// The pattern, folded as the texts are that it is compared with.
  let text: String
  private let pattern: [Unicode.Scalar]

  /// Takes a pattern as it was typed.
  init(_ text: String) {
    self.text = SearchableText.folded(text)
    pattern = Array(self.text.unicodeScalars)
  }

  /// True for a folded text that is wholly like the pattern.
  ///
  /// Goes back to the last `*` only, so that no pattern takes more than the product of the lengths.
  func matches(_ text: String) -> Bool {
    let text = Array(text.unicodeScalars)
    var (at, place) = (0, 0)
    var retry: (at: Int, place: Int)?
    while place < text.count {
      if at < pattern.count, pattern[at] == "*" {
        retry = (at + 1, place)
        at += 1
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == text[place] {
        at += 1
        place += 1
      } else if let last = retry {
        retry = (last.at, last.place + 1)
        (at, place) = (last.at, last.place + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }
}
