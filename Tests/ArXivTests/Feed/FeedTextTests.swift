import Testing

@testable import ArXiv

@Suite("Texts of a feed")
struct FeedTextTests {
  @Test("what the legacy format wraps, both formats give in one line", arguments: [80, 158, 400])
  func wraps(length: Int) throws {
    let text = String(repeating: "word ", count: length / 5) + "end"
    var entry = SampleEntry()
    (entry.title, entry.summary) = (text, "\(text)\n\(text)")
    let paper = Samples.paper(title: text, abstract: "\(text)\n\(text)")
    for format in SampleFeed.Format.allCases {
      #expect(try readings(of: SampleFeed(format, [entry]).response()) == [.success(paper)])
    }
  }

  @Test("a comment keeps its wraps, from which the digest is reproduced")
  func comment() throws {
    var entry = SampleEntry()
    entry.comment = String(repeating: "word ", count: 14) + "end of the comment"
    let head = String(repeating: "word ", count: 13) + "word"
    #expect(
      try readings(of: SampleFeed(.legacy, [entry]).response())
        == [.success(Samples.paper(comment: "\(head)\n  end of the comment"))])
    #expect(
      try readings(of: SampleFeed(.current, [entry]).response())
        == [.success(Samples.paper(comment: "\(head) end of the comment"))])
  }
}
