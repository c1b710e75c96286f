import Foundation
import HTTP
import Records

/// Why an entry is not taken for a paper.
struct DroppedEntry: Error, Equatable {
  /// One sentence, with the identifier where there is one.
  let reason: String
  /// True for a paper that the window asked for should have kept out.
  var isOutsideWindow = false
}

extension FeedEntry {
  /// The paper that the entry describes; throws `DroppedEntry` where it describes none.
  func paper(topic: Topic, week: Week) throws -> Paper {
    let (id, version) = try identity()
    guard let published = published.flatMap(Self.date) else {
      throw DroppedEntry(reason: "\(id): no readable submission date")
    }
    guard week.contains(published) else {
      let day = published.formatted(.iso8601)
      // The window is asked for in minutes, both ends included.
      let isInWindow = published >= week.start && published < week.end.addingTimeInterval(60)
      throw DroppedEntry(
        reason: "\(id): submitted \(day), outside the week", isOutsideWindow: !isInWindow)
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
      updated: updated.flatMap(Self.date) ?? published,
      topics: [topic.slug])
  }

  /// Identifier and version from `http://arxiv.org/abs/2407.20021v1`, whatever stands before `/abs/`.
  private func identity() throws -> (id: ArXivID, version: Int) {
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

  /// An instant as RFC 3339 writes it, with any offset and any fraction of a second.
  static func date(_ text: String) -> Date? {
    let plain = Date.ISO8601FormatStyle()
    let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    // RFC 3339 allows `t` and `z`, Foundation does not.
    let text = text.uppercased()
    // nil means unreadable, and the caller says so.
    guard let date = (try? plain.parse(text)) ?? (try? fractional.parse(text)) else { return nil }
    return Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
  }
}
