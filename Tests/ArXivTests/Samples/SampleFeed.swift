import HTTP

/// A feed in one of arXiv's two wire formats, made of values so that a defect is a small edit.
struct SampleFeed: Sendable {
  /// How arXiv writes a feed.
  enum Format: String, Sendable, CaseIterable {
    /// Until 2025-11-11: namespaces declared where they are used, lines wrapped.
    case legacy
    /// Since then: namespaces declared on the root, other order of elements, no wraps.
    case current
  }

  /// The wire format.
  var format: Format
  /// What follows `search_query=` in the title.
  var echo: String
  /// The text of `totalResults`; nil leaves the element out.
  var total: String?
  /// The text of `startIndex`; nil leaves the element out.
  var start: String? = "0"
  /// The text of `itemsPerPage`.
  var pageSize = "200"
  /// The entries.
  var entries: [SampleEntry]
  /// Further elements of the feed, written before and after its entries.
  var extra = ""

  /// Makes a feed that announces what it holds.
  init(_ format: Format = .current, _ entries: [SampleEntry] = [SampleEntry()]) {
    self.format = format
    self.entries = entries
    total = "\(entries.count)"
    let window = "202407260000 TO 202408020000"
    let date = format == .legacy ? "[\(window)]" : "\"\(window)\""
    echo = "(abs:\"sample text\") AND submittedDate:\(date)"
  }

  /// The title as a reader sees it.
  var title: String {
    let name = format == .legacy ? "ArXiv" : "arXiv"
    return
      "\(name) Query: search_query=\(echo)&id_list=&start=\(start ?? "")&max_results=\(pageSize)"
  }

  /// The document.
  var xml: String {
    let head = format == .legacy ? legacyHead : currentHead
    return head + extra + entries.map { $0.xml(format) }.joined() + extra + "</feed>\n"
  }

  /// The document's bytes.
  var bytes: [UInt8] { Array(xml.utf8) }

  /// The answer that brings the document.
  func response(status: Int = 200) -> HTTPResponse { HTTPResponse(status: status, body: bytes) }

  private var legacyHead: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
      <link href="http://arxiv.org/api/query?search_query%3D" rel="self" type="application/atom+xml"/>
      <title type="html">\(escapedTitle)</title>
      <id>http://arxiv.org/api/c2FtcGxl</id>
      <updated>2024-08-02T00:00:00-04:00</updated>

    """
      + counts([("totalResults", total), ("startIndex", start), ("itemsPerPage", pageSize)])
  }

  private var currentHead: String {
    """
    <?xml version='1.0' encoding='UTF-8'?>
    <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" \
    xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
      <id>https://arxiv.org/api/c2FtcGxl</id>
      <title>\(escapedTitle)</title>
      <updated>2026-04-12T22:09:27Z</updated>
      <link href="https://arxiv.org/api/query?search_query=" type="application/atom+xml"/>

    """
      + counts([("itemsPerPage", pageSize), ("totalResults", total), ("startIndex", start)])
  }

  private var escapedTitle: String { title.replacing("&", with: "&amp;") }

  private func counts(_ values: [(name: String, text: String?)]) -> String {
    let place = " xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\""
    return values.map { name, text in
      guard let text else { return "" }
      let start = "opensearch:\(name)\(format == .legacy ? place : "")"
      return "  <\(start)>\(text)</opensearch:\(name)>\n"
    }.joined()
  }
}
