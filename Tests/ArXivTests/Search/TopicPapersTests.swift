import HTTP
import Records
import Testing

@testable import ArXiv

@Suite("Papers of a search")
struct TopicPapersTests {
  @Test(
    "8.38 of a paper on two pages the higher version is taken, wherever it stands",
    arguments: [("v1", "v2"), ("v2", "v1"), ("v2", "v2")])
  func versions(first: String, second: String) async throws {
    let search = SearchScript([
      .page(
        [SampleEntry("2407.00001v1"), SampleEntry("2407.00002\(first)")], start: 0, total: "3"),
      .page(
        [SampleEntry("2407.00002\(second)"), SampleEntry("2407.00003v1")], start: 2, total: "3"),
    ])
    let papers = [
      Samples.paper("2407.00001"), Samples.paper("2407.00002", version: 2),
      Samples.paper("2407.00003"),
    ]
    #expect(
      try await search.find() == SearchScript.found(papers, pages: 2, total: 3, duplicates: 1))
  }

  @Test(
    "8.42 papers are sorted by date, then by identifier, whatever the server's order",
    .bug("https://github.com/lukasschwab/arxiv.py/issues/184"))
  func order() async throws {
    let days = [
      ("2407.00001", "2024-07-28"), ("2407.00004", "2024-07-30"), ("hep-th/9711200", "2024-07-28"),
      ("2407.00003", "2024-07-30"), ("2406.99999", "2024-07-29"),
    ].map { ($0.0, "\($0.1)T08:00:00Z") }
    let search = SearchScript([
      .page(days.map { SampleEntry("\($0.0)v1", published: $0.1) }, start: 0, total: "5")
    ])
    let papers = [3, 1, 4, 0, 2].map { Samples.paper(days[$0].0, published: days[$0].1) }
    #expect(try await search.find() == SearchScript.found(papers, pages: 1, total: 5))
  }

  @Test("8.43 a paper of another week is left out and told")
  func outside() async throws {
    let search = SearchScript([
      .page(
        [SampleEntry(), SampleEntry("2407.00002v1", published: "2024-07-25T23:59:59Z")],
        start: 0, total: "2")
    ])
    let reason = "2407.00002: submitted 2024-07-25T23:59:59Z, outside the week"
    #expect(
      try await search.find()
        == SearchScript.found(
          [Samples.paper()], pages: 1, total: 2, dropped: [reason]))
  }

  @Test("8.43 where most papers are outside, the dates were ignored and the search fails")
  func windowIgnored() async throws {
    let old = ["2407.00002v1", "2407.00003v1"].map {
      SampleEntry($0, published: "2019-03-05T10:00:00Z")
    }
    let search = SearchScript([.page([SampleEntry()] + old, start: 0, total: "3")])
    let found = try await search.find()
    #expect(found.papers == [])
    #expect(
      found.coverage.doubts == ["2 of 3 papers are outside the week: arXiv ignored the dates"])
  }

  @Test("8.43 the window's last minute belongs to the next week, and asking for it is no failure")
  func lastMinute() async throws {
    let late = SampleEntry("2407.00002v1", published: "2024-08-02T00:00:59Z")
    let search = SearchScript([.page([late], start: 0, total: "1")])
    let reason = "2407.00002: submitted 2024-08-02T00:00:59Z, outside the week"
    #expect(
      try await search.find()
        == SearchScript.found(
          [], pages: 1, total: 1, dropped: [reason]))
  }

  @Test("8.43 both ends of the week are cut to the second")
  func borders() async throws {
    let instants = [
      "2024-08-02T00:00:00Z", "2024-08-01T23:59:30Z", "2024-07-28T12:00:00Z",
      "2024-07-26T00:00:00Z", "2024-07-25T23:59:59Z",
    ]
    let entries = instants.enumerated().map { place, instant in
      SampleEntry("2407.0000\(place)v1", published: instant)
    }
    let found = try await SearchScript([.page(entries, start: 0, total: "5")]).find()
    #expect(
      found.papers == (1...3).map { Samples.paper("2407.0000\($0)", published: instants[$0]) })
    #expect(
      found.coverage.dropped == [
        "2407.00000: submitted 2024-08-02T00:00:00Z, outside the week",
        "2407.00004: submitted 2024-07-25T23:59:59Z, outside the week",
      ])
  }

  @Test(
    "8.19 a ghost is left out and told, and counts as an entry when pages are turned",
    .bug("https://github.com/lukasschwab/arxiv.py/issues/80"))
  func ghost() async throws {
    let search = SearchScript([
      .page([SampleEntry(), .ghost], start: 0, total: "3"),
      .page([SampleEntry("2407.00002v1")], start: 2, total: "3"),
    ])
    let reason = "an entry without an identifier"
    #expect(
      try await search.find()
        == SearchScript.found(
          Samples.papers(1...2), pages: 2, total: 3, dropped: [reason], confirmed: false,
          doubts: ["1 of the entries cannot be read, the first of them: \(reason)"]))
  }

  @Test(
    "8.18 an error among the entries fails the search with arXiv's words",
    .bug("https://github.com/northword/zotero-format-metadata/issues/297"))
  func errorEntry() async throws {
    let search = SearchScript([
      .page(1...2, start: 0, total: "4"),
      .page([.error("max_results is\n too large")], start: 2, total: "1"),
    ])
    #expect(
      try await search.find()
        == SearchScript.found(
          Samples.papers(1...2), pages: 1, total: 4, confirmed: false,
          doubts: ["arXiv says: max_results is too large"], next: SearchScript.place(2, of: 4)))
  }

  @Test("8.44 a query that arXiv rewrote is told once", arguments: SampleFeed.Format.allCases)
  func echo(format: SampleFeed.Format) async throws {
    var first = SampleFeed(format, [SampleEntry()])
    first.total = "2"
    first.echo = "all:sample OR all:text"
    var second = SampleFeed(format, [SampleEntry("2407.00002v1")])
    (second.total, second.start, second.echo) = ("2", "1", first.echo)
    let note = "sd: arXiv understood another query: \(first.title)"
    #expect(
      try await SearchScript([first, second]).find()
        == SearchScript.found(
          Samples.papers(1...2), pages: 2, total: 2, echo: first.title, notes: [note]))
  }

  @Test("both wire formats bring the same papers without a warning")
  func formats() async throws {
    for format in SampleFeed.Format.allCases {
      let search = SearchScript([SampleFeed(format)])
      #expect(
        try await search.find() == SearchScript.found([Samples.paper()], pages: 1, total: 1))
    }
  }
}
