package import HTTP
package import Records

/// The search interface of arXiv, as a server that answers pages of feeds.
///
/// See https://info.arxiv.org/help/api/user-manual.html.
package struct ArXivAPI: Sendable {
  /// The public interface; `http` would only redirect here.
  package static let publicURL = "https://export.arxiv.org/api/query"

  /// The longest request line that the server takes.
  private static let longestRequestLine = 4094

  private let http: HTTPClient
  private let url: String
  /// Entries asked for at once; a topic's week rarely has more.
  let pageSize: Int
  /// The clock that waits are measured with.
  let timing: Timing
  /// The time between two requests, which all waits are multiples of.
  let interval: Duration

  /// Talks to a server through a client that is paced and retried already.
  package init(
    http: HTTPClient, url: String = publicURL, pageSize: Int = 200, timing: Timing = .system,
    interval: Duration = Politeness.interval
  ) {
    self.http = http
    self.url = url
    self.pageSize = pageSize
    self.timing = timing
    self.interval = interval
  }

  /// Waits for so many intervals, before something is asked for again to be sure of it.
  func pause(_ intervals: Int) async throws {
    guard intervals > 0 else { return }
    try await timing.sleep(interval * intervals)
  }

  /// Fetches one page of a search.
  ///
  /// Throws `FeedError` for everything that is not a page of papers, else what the client throws.
  func page(of query: SearchQuery, named name: String, start: Int) async throws -> Feed {
    let request = try self.request(query, named: name, start: start)
    let feed = try Feed(response: try await http.send(request))
    if let echo = feed.startIndex, echo != start {
      throw FeedError.otherPage(asked: start, got: echo)
    }
    return feed
  }

  /// Throws `FeedError.queryTooLong` for a query that no request line has room for.
  package static func check(_ topic: Topic, in week: Week, url: String) throws(FeedError) {
    let api = ArXivAPI(http: HTTPClient { _ in throw CancellationError() }, url: url)
    // A page far into the results has the longest line.
    _ = try api.request(
      SearchQuery(topic: topic, week: week), named: topic.slug, start: TopicSearch.furthestHit)
  }

  /// The request for one page; throws `FeedError.queryTooLong`.
  package func request(
    _ query: SearchQuery, named name: String, start: Int
  ) throws(FeedError) -> HTTPRequest {
    try request(
      named: "\(name)-\(start)",
      [
        ("search_query", query.description), ("start", "\(start)"), ("max_results", "\(pageSize)"),
        ("sortBy", "submittedDate"), ("sortOrder", "descending"),
      ])
  }

  /// Papers looked up in one request; 300 have worked, 400 have not.
  private static let idsPerRequest = 100

  /// Looks single papers up; those that arXiv does not know are left out, and those whose entry
  /// cannot be read.
  ///
  /// What does not come is asked for once more: the search answers with empty pages at times. Throws
  /// `FeedError`, else what the client throws.
  func papers(_ ids: [ArXivID]) async throws -> [Paper] {
    let papers = try await papersAtOnce(ids)
    let missing = ids.filter { id in !papers.contains { $0.id == id } }
    guard !missing.isEmpty else { return papers }
    try await pause(2)
    return papers + (try await papersAtOnce(missing))
  }

  private func papersAtOnce(_ ids: [ArXivID]) async throws -> [Paper] {
    var papers: [Paper] = []
    for start in stride(from: 0, to: ids.count, by: Self.idsPerRequest) {
      let part = ids[start..<min(start + Self.idsPerRequest, ids.count)]
      let list = part.map(\.text).joined(separator: ",")
      let request = try request(
        named: "ids-\(part[start].text.replacing("/", with: "_"))+\(part.count - 1)",
        [("id_list", list), ("start", "0"), ("max_results", "\(part.count)")])
      let feed = try Feed(response: try await http.send(request))
      // An identifier that nobody has comes back as an entry without anything in it.
      papers += feed.entries.compactMap { try? $0.paper() }.filter { part.contains($0.id) }
    }
    return papers
  }

  private func request(
    named name: String, _ parameters: [(name: String, value: String)]
  ) throws(FeedError) -> HTTPRequest {
    let text = parameters.map { "\($0.name)=\($0.value.percentEncoded)" }.joined(separator: "&")
    let request = HTTPRequest(
      name: "arxiv/\(name)", method: .get, url: "\(url)?\(text)",
      headers: [HTTPHeader("Accept", "application/atom+xml, */*")],
      limits: HTTPRequest.Limits(connect: .seconds(10), total: .seconds(90)), isAlone: true)
    let line = request.url.utf8.count + "GET  HTTP/1.1".utf8.count
    guard line <= Self.longestRequestLine else {
      throw FeedError.queryTooLong(bytes: line, limit: Self.longestRequestLine)
    }
    return request
  }
}
