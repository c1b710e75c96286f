/// Keeps the remarks of a page from all saying the same.
///
/// Of 3,345 published remarks 37 of 100 spoke of the future: each is nice, and the page is dull.
struct RemarkBudget: Sendable {
  /// The remarks of a page, in digest order.
  private struct Page {
    var remarks: [(index: Int32, opening: Opening)] = []
    /// Pet words, by the place of the remark that has them among the page's.
    var petWords: [(remark: Int32, word: Int32)] = []
  }

  private var pages: [String: Page] = [:]
  /// A page with fewer remarks cannot be monotonous.
  private static let fewestRemarks = 5

  /// Takes the remark of the paper at an index; papers come in digest order.
  mutating func add(_ trace: Trace, at index: Int) {
    guard let opening = trace.opening else { return }
    for topic in trace.topics {
      let place = pages[topic, default: Page()].remarks.count
      pages[topic, default: Page()].remarks.append((Int32(index), opening))
      for word in trace.petWords { pages[topic]?.petWords.append((Int32(place), word)) }
    }
  }

  /// What is beyond the budget of its page.
  func overspent(_ rules: Rules) -> Overspent {
    let pages = pages.filter { $0.value.remarks.count >= Self.fewestRemarks }
    return Overspent(
      pages.sorted { $0.key < $1.key }.map { Self.overspent($0.value, on: $0.key, rules) },
      petWords: rules.petWords)
  }

  private static func overspent(_ page: Page, on name: String, _ rules: Rules) -> Overspent.Page {
    let count = page.remarks.count
    var words = Spending(page.petWords.map(\.word), of: count, share: rules.petWordShare)
    var openings = Spending(page.remarks.map(\.opening), of: count, share: rules.openingShare)
    var overspent = Overspent.Page(name: name, remarks: count)
    var next = page.petWords[...]
    for (place, remark) in page.remarks.enumerated() {
      while let petWord = next.first, petWord.remark == Int32(place) {
        next = next.dropFirst()
        guard words.spend(petWord.word) else { continue }
        overspent.note(.petWord(petWord.word), remark.index, holders: words[petWord.word])
      }
      guard openings.spend(remark.opening) else { continue }
      overspent.note(.opening(remark.opening), remark.index, holders: openings[remark.opening])
    }
    return overspent
  }
}

/// How often each of some things may stand on a page, and how often it has.
private struct Spending<Thing: Hashable & Comparable> {
  private let budget: Int
  /// How many remarks hold each thing that more do than may.
  private var holders: [Thing: Int32] = [:]
  private var spent: [Thing: Int] = [:]

  /// A share of some remarks may hold one of the things; two are always covered.
  init(_ things: [Thing], of count: Int, share: Double) {
    budget = max(2, Int(share * Double(count)))
    // Most are held once, and a dictionary of all would be larger than the list.
    var things = things
    things.sort()
    var start = 0
    for place in things.indices
    where place + 1 == things.count || things[place + 1] != things[place] {
      if place + 1 - start > budget { holders[things[place]] = Int32(place + 1 - start) }
      start = place + 1
    }
  }

  /// How many remarks hold a thing; zero where that is within the budget.
  subscript(_ thing: Thing) -> Int32 { holders[thing] ?? 0 }

  /// Takes one more remark with a thing; true where it is beyond the budget.
  mutating func spend(_ thing: Thing) -> Bool {
    guard holders[thing] != nil else { return false }
    spent[thing, default: 0] += 1
    return spent[thing, default: 0] > budget
  }
}
