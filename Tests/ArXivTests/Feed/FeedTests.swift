import Testing

@testable import ArXiv

@Suite("Feeds")
struct FeedTests {
  @Test("both wire formats hold the same values", arguments: SampleFeed.Format.allCases)
  func values(format: SampleFeed.Format) throws {
    let sample = SampleFeed(format)
    #expect(try Feed(response: sample.response()) == page(sample, [ordinary(format)]))
  }

  @Test(
    "8.28 what the feed says of itself is said of no entry", arguments: SampleFeed.Format.allCases)
  func feedElements(format: SampleFeed.Format) throws {
    var sample = SampleFeed(format)
    sample.extra = """
      <author><name>Feed Author</name></author><summary>Of the feed</summary>
      <published>2001-01-01T00:00:00Z</published><category term="feed"/>
      <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">Of the feed</arxiv:comment>
      """
    #expect(try Feed(response: sample.response()) == page(sample, [ordinary(format)]))
  }

  @Test("8.40 the page size that a feed names is not the number of its entries")
  func pageSize() throws {
    var sample = SampleFeed(.legacy, [SampleEntry(), SampleEntry("2407.00002v1")])
    for size in ["0", "1", "100", "none"] {
      sample.pageSize = size
      #expect(
        try readings(of: sample.response())
          == [.success(Samples.paper()), .success(Samples.paper("2407.00002"))])
    }
  }

  @Test(
    "8.39 a total that is missing or no number is unknown",
    arguments: [
      (nil, nil), ("", nil), ("many", nil), ("12,345", nil), ("1e3", nil), (" 7\n", 7), ("0", 0),
    ] as [(String?, Int?)], SampleFeed.Format.allCases)
  func total(row: (text: String?, number: Int?), format: SampleFeed.Format) throws {
    var sample = SampleFeed(format, [])
    (sample.total, sample.start) = (row.text, row.text)
    let feed = Feed(
      title: sample.title.collapsed, totalResults: row.number, startIndex: row.number, entries: [])
    #expect(try Feed(response: sample.response()) == feed)
  }

  private func page(_ sample: SampleFeed, _ entries: [FeedEntry]) -> Feed {
    Feed(title: sample.title, totalResults: 1, startIndex: 0, entries: entries)
  }

  /// What the parser makes of an unchanged `SampleEntry`.
  private func ordinary(_ format: SampleFeed.Format) -> FeedEntry {
    FeedEntry(
      id: "http://arxiv.org/abs/2407.00001v1", title: "A Sample Title",
      summary: format == .legacy ? "  An abstract of one line.\n" : "An abstract of one line.",
      published: "2024-07-26T12:00:00Z", updated: "2024-07-26T12:00:00Z", comment: nil,
      authors: ["First Author", "Second Author"], primaryCategory: "cs.CL",
      categories: ["cs.CL", "cs.LG"])
  }
}
