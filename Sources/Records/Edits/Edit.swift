package import Foundation
package import JSONText

/// What a person has decided about one paper: a line of `edits.jsonl`.
///
/// The file is only ever added to, so that a text that was written by hand and taken back is still
/// there.
package struct Edit: Record {
  /// Where a text by hand comes from.
  package enum Origin: String, Sendable, JSONReadable {
    /// It was written in an editor.
    case editor
    /// It stood on a page of the site that was changed by hand.
    case page
    /// It was a model's, and is kept as it was.
    case pin
  }

  /// The paper.
  package let id: ArXivID
  /// The Japanese title by hand; nil where the model's counts.
  package var title: String?
  /// The bullets by hand; nil where the model's count.
  package var bullets: [String]?
  /// The remark by hand; nil where the model's counts.
  package var remark: String?
  /// Fields that are a model's words and only kept as they were; empty where nothing is pinned.
  package var pinned: [String]
  /// True where the paper is kept off the pages, and no model is asked about it.
  package var isHidden: Bool
  /// Where the texts come from; nil where there are none.
  package var origin: Origin?
  /// Mark of the paper's title and abstract that the texts were written for.
  package var paper: Fingerprint
  /// The version of the paper that they were written for.
  package var version: Int
  /// When it was decided.
  package var time: Date

  /// Decides about a paper; nothing unless told otherwise.
  package init(
    on paper: Paper, title: String? = nil, bullets: [String]? = nil, remark: String? = nil,
    pinned: [String] = [], isHidden: Bool = false, origin: Origin? = nil, time: Date
  ) {
    id = paper.id
    self.title = title
    self.bullets = bullets
    self.remark = remark
    self.pinned = pinned
    self.isHidden = isHidden
    self.origin = origin
    self.paper = Self.mark(of: paper)
    version = paper.version
    self.time = time
  }

  /// True where a title by hand is there.
  package var hasTitle: Bool { title != nil }

  /// True where all that a summary consists of is there by hand.
  package var hasSummary: Bool { bullets != nil && remark != nil }

  /// The fields that are by hand, such as `title`.
  package var fields: [String] {
    [("title", hasTitle), ("bullets", bullets != nil), ("remark", remark != nil)]
      .filter(\.1).map(\.0)
  }

  /// True where the paper's words are other ones than those that the texts were written for.
  package func isOutdated(for paper: Paper) -> Bool {
    !fields.isEmpty && self.paper != Self.mark(of: paper)
  }

  private static func mark(of paper: Paper) -> Fingerprint {
    Fingerprint(paper.id.text, paper.title, paper.abstract)
  }

  package func write(to object: inout JSONObject) {
    object.set("title", title)
    object.set("bullets", bullets)
    object.set("remark", remark)
    if !pinned.isEmpty { object.set("pinned", pinned) }
    if isHidden { object.set("hidden", true) }
    object.set("origin", origin?.rawValue)
    object.set("paper", paper.description)
    object.set("version", version)
    object.set("time", time)
  }
}

extension Edit {
  package init(from fields: inout JSONFields) throws(JSONError) {
    id = try fields.read("id")
    title = try fields.readIfPresent("title")
    bullets = try fields.readIfPresent("bullets")
    remark = try fields.readIfPresent("remark")
    pinned = try fields.readIfPresent("pinned") ?? []
    isHidden = try fields.readIfPresent("hidden") ?? false
    origin = try fields.readIfPresent("origin")
    paper = try fields.read("paper")
    version = try fields.read("version")
    time = try fields.read("time")
  }
}
