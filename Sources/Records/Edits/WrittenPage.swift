package import Foundation
package import JSONText

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
  package struct Section: Sendable, Equatable, JSONObjectReadable {
    /// The paper.
    package let id: ArXivID
    /// Mark of what the page said about it.
    package let mark: Fingerprint

    /// Marks what a page says about a paper.
    package init(id: ArXivID, mark: Fingerprint) {
      self.id = id
      self.mark = mark
    }

    package init(from fields: inout JSONFields) throws(JSONError) {
      id = try fields.read("id")
      mark = try fields.read("mark")
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

  /// True for the mark of bytes that were written by us.
  package func knows(_ page: Fingerprint) -> Bool { marks.contains(page) }

  /// True for the mark of the bytes that were written last.
  package func isLast(_ page: Fingerprint) -> Bool { marks.last == page }

  /// Notes that bytes of a mark were written, and which papers they show.
  package mutating func add(_ mark: Fingerprint, papers: [Section], time: Date) {
    marks = (marks.filter { $0 != mark } + [mark]).suffix(Self.most)
    self.papers = papers
    self.time = time
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    id = try fields.read("id")
    marks = try fields.read("marks")
    papers = try fields.read("papers")
    time = try fields.read("time")
  }

  package func write(to object: inout JSONObject) {
    object.set("marks", marks.map(\.description))
    object.set("papers", papers) { $0.write(to: &$1) }
    object.set("time", time)
  }
}
