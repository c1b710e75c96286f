import ArXiv
import Foundation
import HTTP
import Records

/// A feed of 20 MB, read by the program's own reader.
enum Feeds {
  /// How long it takes.
  static func rows(rounds: Int) async throws -> [Row] {
    guard let id = ArXivID("2407.000000") else { return [] }
    let body = Array(feed.utf8)
    let client = HTTPClient { _ in HTTPResponse(status: 200, headers: [], body: body) }
    let source = PaperSource.api(ArXivAPI(http: client))
    var seconds: [Double] = []
    for _ in 0..<rounds {
      let start = clock()
      let papers = try await source.lookUp([id])
      seconds.append(Double(clock() - start) / 1e6)
      guard papers.count == 1 else { throw Child.Failure(description: "the feed was not read") }
    }
    let megabytes = Double(body.count) / 1e6
    return [
      Row(
        String(format: "read a feed of %.0f MB", megabytes), seconds.sorted()[rounds / 2], "s CPU",
        .atMost(0.3 * megabytes / 20))
    ]
  }

  private static var feed: String {
    let entries = (0..<10_000).map(entry).joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"
        xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"
        xmlns:arxiv="http://arxiv.org/schemas/atom">
      <title>bench</title><opensearch:totalResults>10000</opensearch:totalResults>
      <opensearch:startIndex>0</opensearch:startIndex>\(entries)</feed>
      """
  }

  private static func entry(_ number: Int) -> String {
    let digits = String(number)
    let id = "2407." + String(repeating: "0", count: 6 - digits.count) + digits
    return """
      <entry><id>http://arxiv.org/abs/\(id)v1</id><title>Borrowed waves \(number)</title>
      <updated>2024-07-29T13:57:40Z</updated><published>2024-07-29T13:57:40Z</published>
      <summary>\(String(repeating: "Waves of a town fill the gaps of a gauge. ", count: 36))</summary>
      <author><name>First Author</name></author><author><name>Second Author</name></author>
      <arxiv:comment>12 pages</arxiv:comment>
      <arxiv:primary_category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
      <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
      </entry>
      """
  }
}
