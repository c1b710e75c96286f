import HTTP
import Testing

@testable import ArXiv

@Suite("Large feeds")
struct FeedSizeTests {
  @Test("8.26 three thousand authors are all kept, in order", arguments: SampleFeed.Format.allCases)
  func authors(format: SampleFeed.Format) throws {
    var entry = SampleEntry()
    entry.authors = (1...3000).map { "Author \($0)" }
    #expect(
      try readings(of: SampleFeed(format, [entry]).response())
        == [.success(Samples.paper(authors: entry.authors))])
  }

  @Test("the most entries that arXiv sends at once are all read", arguments: [false, true])
  func entries(damaged: Bool) throws {
    var entries = (0..<2000).map { SampleEntry("2407.\(10_000 + $0)v1") }
    if damaged { entries[1999].title = "A Sample\u{1} Title" }
    let papers = (0..<2000).map { Samples.paper("2407.\(10_000 + $0)") }
    #expect(
      try readings(of: SampleFeed(.current, entries).response()) == papers.map { .success($0) })
  }

  @Test("a body beyond ten million bytes, where libxml ends, is read like any other")
  func bytes() throws {
    var feed = SampleFeed(.current, [SampleEntry()])
    // Written before and after the entries.
    feed.extra = String(
      repeating: "<x>" + String(repeating: "x", count: 999_993) + "</x>", count: 6)
    let response = feed.response()
    #expect(response.body.count > 10_000_000)
    #expect(try readings(of: response) == [.success(Samples.paper())])
  }
}
