/// Keeps the remarks of a page from all saying the same.
///
/// Of 3,345 published remarks 37 of 100 spoke of the future: each is nice, and the page is dull.
struct RemarkBudget {
  private let traces: [Trace]
  private let rules: Rules
  /// A page with fewer remarks cannot be monotonous.
  private static let fewestRemarks = 5
  /// So many characters make an opening.
  private static let openingLength = 5

  /// Takes the papers in digest order, and the rules that set the budget.
  init(_ traces: [Trace], rules: Rules) {
    self.traces = traces
    self.rules = rules
  }

  /// Notes every remark beyond the budget of its page.
  func note(_ note: Comparison.Note) {
    var pages: [String: [Int]] = [:]
    for (index, trace) in traces.enumerated() where !trace.remark.isEmpty {
      for topic in trace.topics { pages[topic, default: []].append(index) }
    }
    let table = PhraseTable(rules.petWords.map { (phrase: $0, value: $0) })
    let words = traces.map { Set(table.matches(in: $0.remark).map(\.value)) }
    for (page, indices) in pages.sorted(by: { $0.key < $1.key })
    where indices.count >= Self.fewestRemarks {
      for word in rules.petWords {
        let holders = indices.filter { words[$0].contains(word) }
        spend(holders, of: indices.count, rules.petWordShare) { index in
          note(
            "pet-word", index,
            .init(
              "remark", "\(holders.count) of \(indices.count) remarks of page \(page) say so",
              quote: word))
        }
      }
      let openings = Dictionary(grouping: indices) { traces[$0].remark.prefix(Self.openingLength) }
      for (opening, holders) in openings {
        spend(holders, of: indices.count, rules.openingShare) { index in
          note(
            "same-opening", index,
            .init(
              "remark", "\(holders.count) of \(indices.count) remarks of page \(page) begin so",
              quote: String(String.UnicodeScalarView(opening))))
        }
      }
    }
  }

  /// Calls `beyond` for the holders that a share of a page does not cover; two are always covered.
  private func spend(
    _ holders: [Int], of count: Int, _ share: Double, beyond: (Int) -> Void
  ) {
    let budget = max(2, Int(share * Double(count)))
    for index in holders.dropFirst(budget) { beyond(index) }
  }
}
