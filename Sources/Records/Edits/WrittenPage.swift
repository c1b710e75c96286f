package import Foundation

/// What was written to the site as one page: a line of `pages.jsonl`.
///
/// A page on the site whose bytes were never written by us was changed by hand.
package struct WrittenPage: Record {
  /// The page's slug, such as `sd` or `all`.
  package let id: String
  /// Marks of the bytes that were written, the latest last.
  package private(set) var marks: [Fingerprint]
  /// The papers on the page as it was written last.
  package private(set) var papers: [Section]
  /// When it was written last.
  package private(set) var time: Date

  /// A paper on a page.
  package struct Section: Sendable, Equatable, Decodable {
    /// The paper.
    package let id: ArXivID
    /// Mark of what the page said about it.
    package let mark: Fingerprint

    /// Marks what a page says about a paper.
    package init(id: ArXivID, mark: Fingerprint) {
      self.id = id
      self.mark = mark
    }

    func write(to object: inout JSONObject) {
      object.set("id", id.text)
      object.set("mark", mark.description)
    }
  }

  /// So many versions of a page are known again: a site that lags behind is none that was changed.
  private static let most = 100

  /// Begins with no version.
  package init(id: String, time: Date) {
    self.id = id
    marks = []
    papers = []
    self.time = time
  }

  /// True for bytes that were written by us.
  package func knows(_ page: Data) -> Bool { marks.contains(Fingerprint(bytes: page)) }

  /// True for the bytes that were written last.
  package func isLast(_ page: Data) -> Bool { marks.last == Fingerprint(bytes: page) }

  /// Notes that bytes were written, and which papers they show.
  package mutating func add(_ page: Data, papers: [Section], time: Date) {
    let mark = Fingerprint(bytes: page)
    marks = (marks.filter { $0 != mark } + [mark]).suffix(Self.most)
    self.papers = papers
    self.time = time
  }

  package func write(to object: inout JSONObject) {
    object.set("marks", marks.map(\.description))
    object.set("papers", papers.map { $0.write })
    object.set("time", time)
  }
}
