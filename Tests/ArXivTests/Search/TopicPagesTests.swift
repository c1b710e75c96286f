import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

@Suite("Pages of a search")
struct TopicPagesTests {
  @Test(
    "pages are asked for until the announced total is read",
    arguments: [
      PagesCase(
        "one page", [.page(1...2, start: 0, total: "2")], starts: ["0"],
        SearchScript.found(Samples.papers(1...2), pages: 1, total: 2)),
      PagesCase(
        "three pages",
        [
          .page(1...2, start: 0, total: "5"), .page(3...4, start: 2, total: "5"),
          .page(5...5, start: 4, total: "5"),
        ], starts: ["0", "2", "4"],
        SearchScript.found(Samples.papers(1...5), pages: 3, total: 5)),
      PagesCase(
        "a page with fewer entries than asked for",
        [
          .page(1...1, start: 0, total: "4"), .page(2...3, start: 1, total: "4"),
          .page(4...4, start: 3, total: "4"),
        ], starts: ["0", "1", "3"],
        SearchScript.found(Samples.papers(1...4), pages: 3, total: 4)),
      PagesCase(
        "8.41 an empty first page that announces nothing",
        [.page([], start: 0, total: "0")], starts: ["0"],
        SearchScript.found([], pages: 1, total: 0)),
      PagesCase(
        "8.41 an empty first page that fills on the second try",
        [.page([], start: 0, total: "2"), .page(1...2, start: 0, total: "2")], starts: ["0", "0"],
        SearchScript.found(Samples.papers(1...2), pages: 1, total: 2)),
      PagesCase(
        "8.41 an empty page in the middle that fills on the second try",
        [
          .page(1...2, start: 0, total: "3"), .page([], start: 2, total: "0"),
          .page(3...3, start: 2, total: "3"),
        ], starts: ["0", "2", "2"],
        SearchScript.found(Samples.papers(1...3), pages: 2, total: 3)),
      PagesCase(
        "8.50 a page that does not say where it begins",
        [.page(1...2, start: 0, total: "2").startingNowhere], starts: ["0"],
        SearchScript.found(Samples.papers(1...2), pages: 1, total: 2)),
    ])
  func pages(row: PagesCase) async throws {
    try await row.check()
  }

  @Test(
    "8.39 the largest total counts, and without one the end is an empty page",
    arguments: [
      PagesCase(
        "a total that grows",
        [
          .page(1...2, start: 0, total: "3"), .page(3...4, start: 2, total: "5"),
          .page(5...5, start: 4, total: "5"),
        ], starts: ["0", "2", "4"],
        SearchScript.found(Samples.papers(1...5), pages: 3, total: 5)),
      PagesCase(
        "a total that shrinks to 0",
        [
          .page(1...2, start: 0, total: "5"), .page(3...4, start: 2, total: "0"),
          .page(5...5, start: 4, total: "0"),
        ], starts: ["0", "2", "4"],
        SearchScript.found(Samples.papers(1...5), pages: 3, total: 5)),
      PagesCase(
        "a total that is missing on a page",
        [
          .page(1...2, start: 0, total: "4"), .page(3...4, start: 2, total: nil),
          .page([], start: 4, total: "4"),
        ], starts: ["0", "2", "4"],
        SearchScript.found(Samples.papers(1...4), pages: 3, total: 4)),
      PagesCase(
        "a total that is no number at first",
        [.page(1...2, start: 0, total: "two"), .page(3...3, start: 2, total: "3")],
        starts: ["0", "2"], SearchScript.found(Samples.papers(1...3), pages: 2, total: 3)),
      PagesCase(
        "no total anywhere, so that only a repeated empty page is the end",
        [
          .page(1...2, start: 0, total: nil), .page([], start: 2, total: nil),
          .page(3...3, start: 2, total: nil), .page([], start: 3, total: nil),
          .page([], start: 3, total: nil), .page([], start: 3, total: nil),
        ], starts: ["0", "2", "2", "3", "3", "3"],
        SearchScript.found(Samples.papers(1...3), pages: 3, total: 0)),
      PagesCase(
        "8.41 no total and no entries, repeatedly",
        Array(repeating: .page([], start: 0, total: nil), count: 3), starts: ["0", "0", "0"],
        SearchScript.found([], pages: 1, total: 0)),
    ])
  func totals(row: PagesCase) async throws {
    try await row.check()
  }

  @Test(
    "8.41 a page that stays empty fails the search after three tries",
    .bug("https://github.com/lukasschwab/arxiv.py/issues/43"),
    arguments: ["5", "0", nil])
  func emptyPage(total: String?) async throws {
    let empty = SampleFeed.page([], start: 2, total: total)
    let search = SearchScript([.page(1...2, start: 0, total: "5"), empty, empty, empty])
    await #expect(throws: FeedError.emptyPage(start: 2, total: 5)) { try await search.find() }
    #expect(search.starts == ["0", "2", "2", "2"])
  }

  @Test("8.41 a first page that stays empty against its total fails the search too")
  func emptyFirstPage() async throws {
    let search = SearchScript(Array(repeating: .page([], start: 0, total: "7"), count: 3))
    await #expect(throws: FeedError.emptyPage(start: 0, total: 7)) { try await search.find() }
    #expect(search.starts == ["0", "0", "0"])
  }

  @Test("8.50 a page that begins elsewhere fails the search")
  func otherPage() async throws {
    let search = SearchScript([
      .page(1...2, start: 0, total: "4"), .page(1...2, start: 0, total: "4"),
    ])
    await #expect(throws: FeedError.otherPage(asked: 2, got: 0)) { try await search.find() }
  }

  @Test("an error after some pages leaves no part of them")
  func breakOff() async throws {
    let first = SampleFeed.page(1...2, start: 0, total: "4").response()
    let search = SearchScript([first, HTTPResponse(status: 503, body: Array("<p>Busy</p>".utf8))])
    await #expect(throws: FeedError.status(503, excerpt: "<p>Busy</p>")) {
      try await search.find()
    }
  }
}

@Suite("The end of what arXiv hands out")
struct SearchWindowTests {
  @Test("more hits than can be paged through fail the search at once")
  func tooManyHits() async throws {
    let search = SearchScript([.page(1...2, start: 0, total: "12000")], pageSize: 200)
    await #expect(throws: FeedError.tooManyHits(total: 12_000, limit: 9800)) {
      try await search.find()
    }
    #expect(search.starts == ["0"])
  }

  @Test("the last total that fits is paged through")
  func lastTotal() async throws {
    let full = SearchScript([.page(1...2, start: 0, total: "9999")])
    await #expect(throws: FeedError.tooManyHits(total: 9999, limit: 9998)) { try await full.find() }
    let fitting = SearchScript([.page(1...2, start: 0, total: "9998")])
    await #expect(throws: ScriptedClient.EndOfScript.self) { try await fitting.find() }
    #expect(fitting.starts == ["0", "2"])
  }

  @Test("8.39 a server that tells no total and never runs dry is left in the end")
  func endless() async throws {
    let pages = (0..<4).map { SampleFeed.page(1...2, start: 2 * $0, total: nil) }
    let search = SearchScript(pages, pageSize: 9995)
    await #expect(throws: FeedError.tooManyHits(total: 6, limit: 5)) { try await search.find() }
  }
}

extension SampleFeed {
  /// The same page without a word on where it begins.
  fileprivate var startingNowhere: SampleFeed {
    var feed = self
    feed.start = nil
    return feed
  }
}
