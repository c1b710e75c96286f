package import Foundation
package import JSONText

/// What one fetch of one topic brought: a line of `coverage.jsonl`, the fetch's receipt.
///
/// It tells a topic that was searched and had nothing from one that was never searched, and what is
/// known to be complete from what is not.
package struct Coverage: Record {
  /// The topic's slug.
  package let id: String
  /// Where the papers come from: `api`, `oai` or `file`.
  package var source: String
  /// The query as it was sent, or held against each record.
  package var query: String
  /// What the source said that it understood, where that is another query; else nil.
  package var echo: String?
  /// Pages read.
  package var pages: Int
  /// Hits that the source announced; 0 where it announces none.
  package var total: Int
  /// Entries read, those included that were left out; what came again counts once from the search.
  package var parsed: Int
  /// Papers taken, each counted once.
  package var papers: Int
  /// Entries that came again.
  package var duplicates: Int
  /// Entries left out, one sentence each.
  package var dropped: [String]
  /// True where everything that was announced was read, or what was empty stayed empty.
  package var confirmed: Bool
  /// What speaks against believing the result, one sentence each; empty where nothing does.
  package var doubts: [String]
  /// What spoke against it, and was the same on another day: that is no accident of the source.
  package var believed: [String]
  /// Where a fetch that was broken off goes on, in the source's own words; nil where it came to its
  /// end.
  package var next: String?
  /// When the last page arrived.
  package var fetched: Date
  /// When a fetch first brought this number of papers; nil where this one did.
  package var since: Date?

  /// Puts a receipt together.
  package init(
    id: String, source: String = "api", query: String, echo: String? = nil, pages: Int = 0,
    total: Int = 0,
    parsed: Int = 0, papers: Int = 0, duplicates: Int = 0, dropped: [String] = [],
    confirmed: Bool = false, doubts: [String] = [], believed: [String] = [], next: String? = nil,
    fetched: Date,
    since: Date? = nil
  ) {
    self.id = id
    self.source = source
    self.query = query
    self.echo = echo
    self.pages = pages
    self.total = total
    self.parsed = parsed
    self.papers = papers
    self.duplicates = duplicates
    self.dropped = dropped
    self.confirmed = confirmed
    self.doubts = doubts
    self.believed = believed
    self.next = next
    self.fetched = fetched
    self.since = since
  }

  package func write(to object: inout JSONObject) {
    object.set("source", source)
    object.set("query", query)
    object.set("echo", echo)
    object.set("pages", pages)
    object.set("total", total)
    object.set("parsed", parsed)
    object.set("papers", papers)
    object.set("duplicates", duplicates)
    object.set("dropped", dropped)
    object.set("confirmed", confirmed)
    object.set("doubts", doubts)
    if !believed.isEmpty { object.set("believed", believed) }
    object.set("next", next)
    object.set("fetched", fetched)
    if let since { object.set("since", since) }
  }
}

extension Coverage {
  package init(from fields: inout JSONFields) throws(JSONError) {
    let id: String = try fields.read("id")
    let papers: Int = try fields.read("papers")
    let dropped: [String] = try fields.read("dropped")
    // Receipts of the first versions know less; a topic is asked for again where that matters.
    self.init(
      id: id,
      source: try fields.readIfPresent("source") ?? "api",
      query: try fields.read("query"),
      echo: try fields.readIfPresent("echo"),
      pages: try fields.read("pages"),
      total: try fields.read("total"),
      parsed: try fields.readIfPresent("parsed") ?? papers + dropped.count,
      papers: papers,
      duplicates: try fields.readIfPresent("duplicates") ?? 0,
      dropped: dropped,
      confirmed: try fields.readIfPresent("confirmed") ?? true,
      doubts: try fields.readIfPresent("doubts") ?? [],
      believed: try fields.readIfPresent("believed") ?? [],
      next: try fields.readIfPresent("next"),
      fetched: try fields.read("fetched"),
      since: try fields.readIfPresent("since"))
  }
}
