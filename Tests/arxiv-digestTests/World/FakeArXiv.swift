import Foundation
import HTTP
import TestSupport

/// The test's arXiv: finds papers whose phrase stands in the query, and pages through them.
enum FakeArXiv {
  /// Answers a search.
  static func answer(
    _ request: LoopbackServer.Request, papers: [FakePaper]
  ) -> LoopbackServer.Reply {
    let items = URLComponents(string: request.path)?.queryItems ?? []
    func value(_ name: String) -> String { items.first { $0.name == name }?.value ?? "" }
    let query = value("search_query")
    let start = Int(value("start")) ?? 0
    let count = Int(value("max_results")) ?? 10
    let found = papers.filter { query.contains("\"\($0.phrase)\"") }
    let echo = "search_query=\(query)&amp;id_list=&amp;start=\(start)&amp;max_results=\(count)"
    let feed = """
      <?xml version='1.0' encoding='UTF-8'?>
      <feed xmlns="http://www.w3.org/2005/Atom" \
      xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
      <title>arXiv Query: \(echo)</title>
      <opensearch:totalResults>\(found.count)</opensearch:totalResults>
      <opensearch:startIndex>\(start)</opensearch:startIndex>
      \(found.dropFirst(start).prefix(count).map(\.entry).joined())</feed>
      """
    return .text(feed, headers: [HTTPHeader("Content-Type", "application/atom+xml")])
  }
}
