import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

/// A list may change while it is read: then a page repeats what the one before had, or passes over
/// what no page has.
@Suite("A list that moves")
struct MovingListTests {
  @Test(
    "what was announced and did not come is looked for again",
    arguments: [
      PagesCase(
        "a paper that came in on top pushes one onto the next page",
        [
          .page(2...3, start: 0, total: "3"), .page(3...3, start: 2, total: "4"),
          .page(4...4, start: 3, total: "4"), .page(1...2, start: 0, total: "4"),
          .page(3...4, start: 2, total: "4"),
        ], starts: ["0", "2", "3", "0", "2"],
        SearchScript.found(Samples.papers(1...4), pages: 5, total: 4, duplicates: 1)),
      PagesCase(
        "a paper that went pulls one off the next page",
        [
          .page(1...2, start: 0, total: "4"), .page(4...4, start: 2, total: "3"),
          .page([], start: 3, total: "3"), .page(2...3, start: 0, total: "3"),
          .page(4...4, start: 2, total: "3"),
        ], starts: ["0", "2", "3", "0", "2"],
        SearchScript.found(Samples.papers(1...4), pages: 4, total: 4)),
      PagesCase(
        "an order that changes between pages",
        [
          .page(1...2, start: 0, total: "4"), .page(2...3, start: 2, total: "4"),
          .page(1...2, start: 0, total: "4"), .page(3...4, start: 2, total: "4"),
        ], starts: ["0", "2", "0", "2"],
        SearchScript.found(Samples.papers(1...4), pages: 4, total: 4, duplicates: 1)),
    ])
  func moved(row: PagesCase) async throws {
    try await row.check()
  }

  @Test("what never comes is told, with how much of it")
  func short() async throws {
    let page = SampleFeed.page(1...2, start: 0, total: "3")
    let again = SampleFeed.page(2...2, start: 2, total: "3")
    let search = SearchScript([page, again, page, again, page, again])
    #expect(
      try await search.find()
        == SearchScript.found(
          Samples.papers(1...2), pages: 6, total: 3, duplicates: 3, confirmed: false,
          doubts: [
            "arXiv announced 3 hits, and 1 of them did not come, however often the pages were read"
          ]))
    #expect(search.starts == ["0", "2", "0", "2", "0", "2"])
  }
}
