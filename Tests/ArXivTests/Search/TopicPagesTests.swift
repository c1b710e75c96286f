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
        "8.41 an empty first page that fills on the second try",
        [.page([], start: 0, total: "2"), .page(1...2, start: 0, total: "2")], starts: ["0", "0"],
        waits: [6], SearchScript.found(Samples.papers(1...2), pages: 1, total: 2)),
      PagesCase(
        "8.41 an empty page in the middle that fills on the third try",
        [
          .page(1...2, start: 0, total: "3"), .page([], start: 2, total: "0"),
          .page([], start: 2, total: "3"), .page(3...3, start: 2, total: "3"),
        ], starts: ["0", "2", "2", "2"], waits: [6, 30],
        SearchScript.found(Samples.papers(1...3), pages: 2, total: 3)),
      PagesCase(
        "8.50 a page that does not say where it begins",
        [.page(1...2, start: 0, total: "2").startingNowhere], starts: ["0"],
        SearchScript.found(Samples.papers(1...2), pages: 1, total: 2)),
      PagesCase(
        "8.50 a page that begins elsewhere, and the right one on the second try",
        [
          .page(1...2, start: 0, total: "4"), .page(1...2, start: 0, total: "4"),
          .page(3...4, start: 2, total: "4"),
        ], starts: ["0", "2", "2"], waits: [6],
        SearchScript.found(Samples.papers(1...4), pages: 2, total: 4)),
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
          .page([], start: 3, total: nil),
        ], starts: ["0", "2", "2", "3", "3", "3", "3"], waits: [6, 6, 30, 120],
        SearchScript.found(Samples.papers(1...3), pages: 3, total: 0)),
      PagesCase(
        "a total that is less than what has come",
        [
          .page(1...3, start: 0, total: "2"), .page(4...5, start: 3, total: "-1"),
          .page([], start: 5, total: "2"), .page([], start: 5, total: "2"),
        ], starts: ["0", "3", "5", "5"], waits: [6],
        SearchScript.found(Samples.papers(1...5), pages: 3, total: 2)),
      PagesCase(
        "a total that is less than what has come, and a page that was empty by mistake",
        [
          .page(1...3, start: 0, total: "2"), .page([], start: 3, total: "2"),
          .page(4...5, start: 3, total: "2"), .page([], start: 5, total: "2"),
          .page([], start: 5, total: "2"),
        ], starts: ["0", "3", "3", "5", "5"], waits: [6, 6],
        SearchScript.found(Samples.papers(1...5), pages: 3, total: 2)),
      PagesCase(
        "no total, and the same page whatever is asked for",
        (0..<3).flatMap { _ in
          [SampleFeed.page(1...2, start: 0, total: nil), .page(1...2, start: 2, total: nil)]
        }, starts: ["0", "2", "0", "2", "0", "2"],
        SearchScript.found(
          Samples.papers(1...2), pages: 6, total: 0, duplicates: 6, confirmed: false,
          doubts: [
            "arXiv sends the same page again and again, and does not tell how many hits there are"
          ])),
    ])
  func totals(row: PagesCase) async throws {
    try await row.check()
  }

  @Test("8.39 a total that a full page reaches is not believed before the next page")
  func fullPage() async throws {
    let search = SearchScript(
      [
        .page(1...2, start: 0, total: "2"), .page(3...4, start: 2, total: "2"),
        .page(5...5, start: 4, total: "2"), .page([], start: 5, total: "2"),
        .page([], start: 5, total: "2"),
      ], pageSize: 2)
    #expect(
      try await search.find() == SearchScript.found(Samples.papers(1...5), pages: 4, total: 2))
    let whole = SearchScript(
      [.page(1...2, start: 0, total: "2")]
        + Array(repeating: .page([], start: 2, total: "2"), count: 2), pageSize: 2)
    #expect(
      try await whole.find() == SearchScript.found(Samples.papers(1...2), pages: 2, total: 2))
  }

  @Test(
    "8.41 a page that stays empty is doubted after four tries, and is where the next run goes on",
    .bug("https://github.com/lukasschwab/arxiv.py/issues/43"),
    arguments: ["5", "0", nil])
  func emptyPage(total: String?) async throws {
    let empty = SampleFeed.page([], start: 2, total: total)
    let search = SearchScript([.page(1...2, start: 0, total: "5"), empty, empty, empty, empty])
    #expect(
      try await search.find()
        == SearchScript.found(
          Samples.papers(1...2), pages: 1, total: 5, confirmed: false,
          doubts: ["arXiv announced 5 hits and sent none from 2 on"],
          next: SearchScript.place(2, of: 5)))
    #expect(search.starts == ["0", "2", "2", "2", "2"])
    #expect(search.waits == [6, 30, 120])
  }

  @Test("8.41 a first page that stays empty against its total is doubted too")
  func emptyFirstPage() async throws {
    let search = SearchScript(Array(repeating: .page([], start: 0, total: "7"), count: 4))
    #expect(
      try await search.find()
        == SearchScript.found(
          [], pages: 0, total: 0, confirmed: false,
          doubts: ["arXiv announced 7 hits and sent none from 0 on"],
          next: SearchScript.place(0)))
    #expect(search.starts == ["0", "0", "0", "0"])
  }

  @Test("8.50 a page that always begins elsewhere is doubted")
  func otherPage() async throws {
    let pages = Array(repeating: SampleFeed.page(1...2, start: 0, total: "4"), count: 5)
    #expect(
      try await SearchScript(pages).find()
        == SearchScript.found(
          Samples.papers(1...2), pages: 1, total: 4, confirmed: false,
          doubts: ["arXiv answered the page at 0 where 2 was asked for"],
          next: SearchScript.place(2, of: 4)))
  }

  @Test(
    "every page is delivered before the next is asked for, with a receipt that says where to go on")
  func parts() async throws {
    let search = SearchScript([
      .success(SampleFeed.page(1...2, start: 0, total: "4").response()),
      .success(HTTPResponse(status: 503, body: Array("<p>Busy</p>".utf8))),
    ])
    let catcher = Catcher()
    let error = await #expect(throws: SourceError.self) {
      try await search.source.harvest(
        [TopicRequest(topic: Samples.topic)], Samples.week, catcher.take)
    }
    #expect(error?.description == "topic sd: arXiv answered with status 503: <p>Busy</p>")
    #expect(error?.isRefusal == true)
    #expect(
      try catcher.found("sd")
        == SearchScript.found(
          Samples.papers(1...2), pages: 1, total: 4, confirmed: false,
          next: SearchScript.place(2, of: 4)))
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
