import Foundation
import HTTP
import Records

extension FeedEntry {
  /// What tells the entry from others, its version aside; nil where it has no name.
  var key: String? {
    guard let url = id, let mark = url.range(of: "/abs/") else { return nil }
    return identifier?.text ?? String(url[mark.upperBound...])
  }

  /// The paper that the entry describes, where it was submitted in a week; throws `DroppedEntry`
  /// where it describes none or was not.
  func paper(in week: Week) throws(DroppedEntry) -> Paper {
    let paper = try paper()
    guard week.contains(paper.published) else {
      let day = paper.published.formatted(.iso8601)
      // The window is asked for in minutes, both ends included.
      let isInWindow =
        paper.published >= week.start && paper.published < week.end.addingTimeInterval(60)
      throw DroppedEntry(
        reason: "\(paper.id): submitted \(day), outside the week",
        kind: isInWindow ? .onBorder : .outside)
    }
    return paper
  }

  /// The paper that the entry describes, whatever its week, without topics; throws `DroppedEntry`
  /// where it describes none.
  func paper() throws(DroppedEntry) -> Paper {
    let (id, version) = try identity()
    guard let published = published.flatMap(Instant.rfc3339) else {
      throw DroppedEntry(reason: "\(id): no readable submission date")
    }
    let comment = comment?.trimmedEnds
    return Paper(
      id: id, version: version,
      title: title?.collapsed ?? "",
      abstract: summary?.unwrappedAbstract ?? "",
      authors: authors.filter { !$0.isEmpty },
      comment: comment?.isEmpty == false ? comment : nil,
      categories: allCategories,
      published: published,
      updated: updated.flatMap(Instant.rfc3339) ?? published,
      topics: [])
  }

  /// Identifier and version from `http://arxiv.org/abs/2407.20021v1`, whatever stands before `/abs/`.
  func identity() throws(DroppedEntry) -> (id: ArXivID, version: Int) {
    guard let url = id, let mark = url.range(of: "/abs/") else {
      throw DroppedEntry(reason: "an entry without an identifier")
    }
    var text = String(url[mark.upperBound...])
    while text.hasSuffix("/") { text.removeLast() }
    guard let (id, version) = ArXivID.parse(text) else {
      throw DroppedEntry(reason: "'\(text.excerpt)' is no arXiv identifier")
    }
    return (id, version ?? 1)
  }

  /// Every term once, the primary category first.
  private var allCategories: [String] {
    var seen: Set<String> = []
    let terms = [primaryCategory].compactMap(\.self) + categories
    return terms.map(\.collapsed).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

extension FeedEntry: SourceRecord {
  var submitted: Date? { published.flatMap(Instant.rfc3339) }

  // Why there is none is said when the paper is asked for.
  var identifier: ArXivID? { try? identity().id }
}
