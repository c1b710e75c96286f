/// Keeps the remarks of a page from all saying the same.
///
/// Of 3,345 published remarks 37 of 100 spoke of the future: each is nice, and the page is dull.
struct RemarkBudget: Sendable {
  /// What counts of a remark.
  private struct Remark {
    let index: Int32
    let opening: Opening
    let petWords: [Int32]
  }

  /// The remarks of each page, in digest order.
  private var pages: [String: [Remark]] = [:]
  /// A page with fewer remarks cannot be monotonous.
  private static let fewestRemarks = 5

  /// Takes the remark of the paper at an index; papers come in digest order.
  mutating func add(_ trace: Trace, at index: Int) {
    guard let opening = trace.opening else { return }
    let remark = Remark(index: Int32(index), opening: opening, petWords: trace.petWords)
    for topic in trace.topics { pages[topic, default: []].append(remark) }
  }

  /// What is beyond the budget of its page.
  func overspent(_ rules: Rules) -> Overspent {
    let pages = pages.filter { $0.value.count >= Self.fewestRemarks }.sorted { $0.key < $1.key }
    var notes: [Overspent.Note] = []
    for (page, (_, remarks)) in pages.enumerated() {
      notes += Self.notes(on: remarks, of: Int32(page), rules)
    }
    return Overspent(notes, pages: pages.map(\.key), petWords: rules.petWords)
  }

  private static func notes(
    on remarks: [Remark], of page: Int32, _ rules: Rules
  ) -> [Overspent.Note] {
    var words = Spending<Int32>(of: remarks.count, share: rules.petWordShare)
    var openings = Spending<Opening>(of: remarks.count, share: rules.openingShare)
    for remark in remarks {
      for word in remark.petWords { words.count(word) }
      openings.count(remark.opening)
    }
    var notes: [Overspent.Note] = []
    func note(_ what: Overspent.Note.What, _ index: Int32, holders: Int32) {
      notes.append(
        .init(
          index: index, what: what, holders: holders, remarks: Int32(remarks.count), page: page))
    }
    for remark in remarks {
      for word in remark.petWords where words.spend(word) {
        note(.petWord(word), remark.index, holders: words[word])
      }
      if openings.spend(remark.opening) {
        note(.opening(remark.opening), remark.index, holders: openings[remark.opening])
      }
    }
    return notes
  }
}

/// How often each of some things may stand on a page, and how often it has.
private struct Spending<Thing: Hashable> {
  private let budget: Int
  private var holders: [Thing: Int32] = [:]
  private var spent: [Thing: Int] = [:]

  /// A share of some remarks may hold one thing; two are always covered.
  init(of count: Int, share: Double) {
    budget = max(2, Int(share * Double(count)))
  }

  /// How many remarks hold a thing.
  subscript(_ thing: Thing) -> Int32 { holders[thing] ?? 0 }

  mutating func count(_ thing: Thing) { holders[thing, default: 0] += 1 }

  /// Takes one more remark with a thing; true where it is beyond the budget.
  mutating func spend(_ thing: Thing) -> Bool {
    guard self[thing] > budget else { return false }
    spent[thing, default: 0] += 1
    return spent[thing, default: 0] > budget
  }
}
