import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

@Suite("The end of what arXiv hands out")
struct SearchWindowTests {
  @Test("more hits than can be paged through are cut by date, and each paper counts once")
  func halves() async throws {
    let search = SearchScript(
      [
        .page(1...2, start: 0, total: "3"),
        .page(1...2, start: 0, total: "2").of("202407260000 TO 202407291200"),
        .page(2...3, start: 0, total: "2").of("202407291200 TO 202408020000"),
      ], pageSize: 9998)
    #expect(
      try await search.find()
        == SearchScript.found(Samples.papers(1...3), pages: 2, total: 3))
    #expect(
      search.names == [
        "arxiv/sd-2024-07-26-0", "arxiv/sd-202407260000-0", "arxiv/sd-202407291200-0",
      ])
  }

  @Test("a half that is still too large is cut again")
  func quarters() async throws {
    let large = SampleFeed.page(1...2, start: 0, total: "3")
    let search = SearchScript(
      [large, large]
        + (1...3).map {
          .page($0...$0, start: 0, total: "1").of("202407260000 TO 202407271800")
        }, pageSize: 9998)
    #expect(
      try await search.find()
        == SearchScript.found(Samples.papers(1...3), pages: 3, total: 3))
    #expect(
      search.names.dropFirst(2) == [
        "arxiv/sd-202407260000-0", "arxiv/sd-202407271800-0", "arxiv/sd-202407291200-0",
      ])
  }

  @Test("parts of a week that do not add up to what it announced are doubted")
  func short() async throws {
    let search = SearchScript(
      [
        .page(1...2, start: 0, total: "12000"),
        .page(1...2, start: 0, total: "2").of("202407260000 TO 202407291200"),
        .page(3...3, start: 0, total: "1").of("202407291200 TO 202408020000"),
      ], pageSize: 200)
    #expect(
      try await search.find()
        == SearchScript.found(
          Samples.papers(1...3), pages: 2, total: 12_000, confirmed: false,
          doubts: ["arXiv announced 12000 hits, and its parts of the week have 3"]))
  }

  @Test("a fetch that broke off in one half goes on there, and then takes the rest")
  func goesOn() async throws {
    var earlier = SearchScript.found(Samples.papers(1...2), pages: 1, total: 5).coverage
    earlier.next = "202407260000-202407291200@2/4"
    let search = SearchScript(
      [.page(3...3, start: 2, total: "4"), .page(4...4, start: 3, total: "4")]
        + [.page(5...5, start: 0, total: "1")], pageSize: 200)
    let found = try await search.find(earlier: earlier, known: Samples.papers(1...2))
    #expect(found.papers == Samples.papers(3...5))
    #expect(found.coverage.papers == 5 && found.coverage.confirmed)
    #expect(
      search.names == [
        "arxiv/sd-202407260000-2", "arxiv/sd-202407260000-3", "arxiv/sd-202407291200-0",
      ])
  }

  @Test("the last total that fits is paged through")
  func lastTotal() async throws {
    let full = SearchScript([.page(1...2, start: 0, total: "9999")], pageSize: 2)
    await #expect(throws: SourceError.self) { try await full.find() }
    #expect(full.names == ["arxiv/sd-2024-07-26-0", "arxiv/sd-202407260000-0"])
    let fitting = SearchScript([.page(1...2, start: 0, total: "9998")], pageSize: 2)
    await #expect(throws: SourceError.self) { try await fitting.find() }
    #expect(fitting.starts == ["0", "2"])
  }

  @Test("a minute with too many hits cannot be cut, and is told")
  func minute() async throws {
    let pages = (0..<20).map { _ in SampleFeed.page(1...2, start: 0, total: "20000") }
    let found = try await SearchScript(pages, pageSize: 200).find()
    #expect(
      found.coverage.doubts == [
        "20000 hits are more than the 9800 that arXiv hands out; narrow the topic's query"
      ])
    #expect(found.coverage.next == "202407260000-202407260001@0")
  }

  @Test(
    "a window halves into two that share a minute",
    arguments: [("202407260000", "202408020000"), ("202407260000", "202407260002")])
  func halving(from: String, to: String) throws {
    let week = SearchWindow(Samples.week)
    let window = try #require(SearchWindow(from: from, to: to, in: week))
    let halves = try #require(window.halves)
    #expect(halves[0].from == from && halves[1].to == to && halves[0].to == halves[1].from)
    #expect(halves[0].rest(of: window) == halves[1])
    #expect(halves[1].rest(of: window) == nil)
  }
}

extension SampleFeed {
  /// The same page as the answer about another window.
  fileprivate func of(_ window: String) -> SampleFeed {
    var feed = self
    feed.echo = "(abs:\"sample text\") AND submittedDate:[\(window)]"
    return feed
  }
}
