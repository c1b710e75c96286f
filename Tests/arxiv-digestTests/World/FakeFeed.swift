/// A page of the test's arXiv before it is written: what a fault can spoil.
struct FakeFeed: Sendable {
  /// The query that the title echoes.
  var query: String
  /// The identifiers that the title echoes.
  let ids: String
  /// Hits of the whole search; nil where the page does not say.
  var total: String?
  /// Where the page begins; nil where the page does not say.
  var start: String?
  /// Entries asked for.
  let count: Int
  /// The entries.
  var entries: [String]
  /// How it is written.
  let format: WireFormat

  /// The page that answers a search.
  init(_ search: FakeSearch, among papers: [FakePaper], format: WireFormat) {
    let hits = search.hits(among: papers)
    query = search.query
    ids = search.ids.joined(separator: ",")
    // The old format answers an identifier that nobody has with an entry that says nothing.
    let unknown =
      format == .current ? [] : search.ids.filter { id in !hits.contains { $0.id == id } }
    total = "\(hits.count + unknown.count)"
    start = "\(search.start)"
    count = search.count
    let ghosts = unknown.map { _ in "<entry><category term=\"\"/></entry>\n" }
    entries = Array(
      (hits.map { $0.entry(in: format) } + ghosts).dropFirst(search.start).prefix(search.count))
    self.format = format
  }

  /// The page as it goes over the wire.
  var text: String {
    let echo = "search_query=\(query)&id_list=\(ids)&start=\(start ?? "0")&max_results=\(count)"
    let numbers = [
      "itemsPerPage": "\(count)", "totalResults": total, "startIndex": start,
    ].compactMapValues(\.self)
    switch format {
    case .current:
      return """
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" \
        xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
        <id>https://arxiv.org/api/hash</id>
        <title>arXiv Query: \(echo.escaped)</title>
        <updated>2026-04-12T22:09:27Z</updated>
        \(numbers.map { "<opensearch:\($0)>\($1)</opensearch:\($0)>\n" }.joined())\
        \(entries.joined())</feed>
        """
    case .legacy:
      let space = "xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\""
      return """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <title type="html">ArXiv Query: \(echo.escaped)</title>
        <id>http://arxiv.org/api/hash</id>
        <updated>2024-08-20T00:00:00-04:00</updated>
        \(numbers.map { "<opensearch:\($0) \(space)>\($1)</opensearch:\($0)>\n" }.joined())\
        \(entries.joined())</feed>

        """
    }
  }
}
