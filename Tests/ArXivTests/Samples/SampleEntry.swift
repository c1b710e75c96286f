/// One entry of a sample feed.
///
/// The texts are XML already, so that a defect can stand in them.
struct SampleEntry: Sendable {
  /// The whole identifier, a URL; nil leaves the element out, as everywhere below.
  var id: String?
  /// The title on one line.
  var title: String? = "A Sample Title"
  /// The abstract; a line break separates two paragraphs.
  var summary: String? = "An abstract of one line."
  /// When version 1 was submitted.
  var published: String?
  /// When this version was submitted.
  var updated: String?
  /// The names.
  var authors = ["First Author", "Second Author"]
  /// The comment on one line.
  var comment: String?
  /// The primary category.
  var primary: String? = "cs.CL"
  /// The terms of the category elements.
  var categories = ["cs.CL", "cs.LG"]
  /// Further elements.
  var extra = ""

  /// Takes an identifier without host, such as `2407.00001v1`, and one instant for both dates.
  init(_ id: String = "2407.00001v1", published: String = "2024-07-26T12:00:00Z") {
    self.id = "http://arxiv.org/abs/\(id)"
    self.published = published
    updated = published
  }

  /// What the legacy format sends for an identifier that nobody has.
  static var ghost: SampleEntry {
    var entry = SampleEntry()
    (entry.id, entry.title, entry.summary) = (nil, nil, nil)
    (entry.published, entry.updated) = (nil, nil)
    (entry.authors, entry.primary, entry.categories) = ([], "", [""])
    return entry
  }

  /// What arXiv sends in place of papers when it reports an error.
  static func error(_ message: String, id: String = "https://arxiv.org/api/errors") -> SampleEntry {
    var entry = ghost
    (entry.id, entry.title, entry.summary) = (id, "Error", message)
    entry.updated = "2024-08-02T00:00:00Z"
    (entry.authors, entry.primary, entry.categories) = (["arXiv api core"], nil, [])
    return entry
  }
}

extension SampleEntry {
  /// The element in one of the wire formats.
  func xml(_ format: SampleFeed.Format) -> String {
    let parts = format == .legacy ? legacyParts : currentParts
    let lines = parts.flatMap(\.self) + (extra.isEmpty ? [] : [extra])
    return "  <entry>\n" + lines.map { "    \($0)\n" }.joined() + "  </entry>\n"
  }

  private var legacyParts: [[String]] {
    let atom = #"scheme="http://arxiv.org/schemas/atom""#
    let arxiv = #"xmlns:arxiv="http://arxiv.org/schemas/atom""#
    return [
      element("id", id), element("updated", updated), element("published", published),
      element("title", title?.wrapped(label: 7, indent: "  ")),
      element("summary", summary?.wrappedAbstract),
      authors.map { "<author>\n      <name>\($0)</name>\n    </author>" },
      element("arxiv:comment", comment?.wrapped(label: 10, indent: "  "), attributes: arxiv),
      links(scheme: "http"),
      primary.map { ["<arxiv:primary_category \(arxiv) term=\"\($0)\" \(atom)/>"] } ?? [],
      categories.map { "<category term=\"\($0)\" \(atom)/>" },
    ]
  }

  private var currentParts: [[String]] {
    [
      element("id", id), element("title", title), element("updated", updated),
      links(scheme: "https"),
      element("summary", summary?.replacing("\n", with: "\n  ")),
      categories.map { "<category term=\"\($0)\" scheme=\"http://arxiv.org/schemas/atom\"/>" },
      element("published", published), element("arxiv:comment", comment),
      primary.map { ["<arxiv:primary_category term=\"\($0)\"/>"] } ?? [],
      authors.map { "<author>\n      <name>\($0)</name>\n    </author>" },
    ]
  }

  private func element(_ name: String, _ text: String?, attributes: String = "") -> [String] {
    let start = attributes.isEmpty ? name : "\(name) \(attributes)"
    return text.map { ["<\(start)>\($0)</\(name)>"] } ?? []
  }

  private func links(scheme: String) -> [String] {
    guard let number = id?.split(separator: "/abs/").last, id?.contains("/abs/") == true else {
      return []
    }
    let host = "\(scheme)://arxiv.org"
    return [
      #"<link href="\#(host)/abs/\#(number)" rel="alternate" type="text/html"/>"#,
      #"<link title="pdf" href="\#(host)/pdf/\#(number)" rel="related" type="application/pdf"/>"#,
    ]
  }
}
