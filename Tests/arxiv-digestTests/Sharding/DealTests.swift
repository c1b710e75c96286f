import TestSupport
import Testing

@testable import arxiv_digest

@Suite("Dealing weeks out")
struct DealTests {
  @Test(
    "the largest week goes to the lightest part; what is equal goes by date, and by number",
    arguments: [
      (1, [3, 1, 2], [[0, 1, 2]]), (2, [3, 1, 2], [[0], [1, 2]]), (2, [5, 5, 5], [[0, 2], [1]]),
      (3, [1, 9, 4, 4, 2], [[1], [2, 4], [0, 3]]), (4, [7, 7], [[0], [1], [], []]),
      (2, [], [[], []]), (3, [0, 0, 0, 0], [[0, 3], [1], [2]]),
      (2, [10, 0, 0, 0], [[0], [1, 2, 3]]),
    ])
  func table(count: Int, papers: [Int], parts: [[Int]]) {
    #expect(Deal.parts(count, of: papers) == parts)
  }

  @Test("every week falls to one part, in order, the same each time, and parts are balanced")
  func properties() {
    var dice = Dice(seed: 20_240_726)
    for _ in 0..<2000 {
      let weeks = dice.next(below: 60)
      let most = [1, 5, 300, 20_000][dice.next(below: 4)]
      let papers = (0..<weeks).map { _ in dice.next(below: most) }
      let count = 1 + dice.next(below: 12)
      let parts = Deal.parts(count, of: papers)
      #expect(parts.count == count)
      #expect(parts.flatMap(\.self).sorted() == Array(papers.indices))
      #expect(parts.allSatisfy { $0 == $0.sorted() })
      #expect(parts == Deal.parts(count, of: papers))
      let loads = parts.map { $0.map { papers[$0] }.reduce(0, +) }
      #expect((loads.max() ?? 0) - (loads.min() ?? 0) <= papers.max() ?? 0)
      let sizes = parts.map(\.count)
      if most == 1 { #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1) }
    }
  }
}

@Suite("A part of a whole")
struct PartTests {
  @Test(
    "is typed as a number of a number",
    arguments: [
      ("1/1", 1, 1), ("2/4", 2, 4), ("4/4", 4, 4), ("10000/10000", 10_000, 10_000), ("01/04", 1, 4),
    ])
  func good(text: String, number: Int, count: Int) {
    #expect(Part(text) == Part(number, of: count))
    #expect(Part(text)?.description == "\(number)/\(count)")
  }

  @Test(
    "is nothing else",
    arguments: [
      "", "/", "1", "1/", "/4", "0/4", "5/4", "1/0", "-1/4", "+1/4", "1/4/2", "1 / 4", "a/b",
      "1/10001",
      "１/４", "1.0/4", "99999999999999999999/99999999999999999999",
    ])
  func bad(text: String) {
    #expect(Part(text) == nil)
  }
}
