package import Foundation

/// What one fetch of one topic brought: a line of `coverage.jsonl`.
///
/// It tells a topic that was searched and had nothing from one that was never searched.
package struct Coverage: Record {
  /// The topic's slug.
  package let id: String
  /// The query as it was sent.
  package let query: String
  /// Pages read.
  package let pages: Int
  /// Hits that arXiv announced.
  package let total: Int
  /// Papers taken.
  package let papers: Int
  /// Entries left out, one sentence each.
  package let dropped: [String]
  /// When the last page arrived.
  package let fetched: Date

  /// Puts a receipt together.
  package init(
    id: String, query: String, pages: Int, total: Int, papers: Int, dropped: [String],
    fetched: Date
  ) {
    self.id = id
    self.query = query
    self.pages = pages
    self.total = total
    self.papers = papers
    self.dropped = dropped
    self.fetched = fetched
  }

  package func write(to object: inout JSONObject) {
    object.set("query", query)
    object.set("pages", pages)
    object.set("total", total)
    object.set("papers", papers)
    object.set("dropped", dropped)
    object.set("fetched", fetched)
  }
}
