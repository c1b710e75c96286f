package import HTTP

/// The search interface of arXiv, as a server that answers pages of feeds.
///
/// See https://info.arxiv.org/help/api/user-manual.html.
package struct ArXivAPI: Sendable {
  /// The public interface; `http` would only redirect here.
  package static let publicURL = "https://export.arxiv.org/api/query"

  /// Time between two requests.
  ///
  /// The terms of use allow "one request every three seconds" on a single connection:
  /// https://info.arxiv.org/help/api/tou.html.
  package static let politeInterval: Duration = .seconds(3)

  /// The longest request line that the server takes.
  private static let longestRequestLine = 4094

  private let http: HTTPClient
  private let url: String
  /// Entries asked for at once; a topic's week rarely has more.
  let pageSize: Int

  /// Talks to a server through a client that is paced and retried already.
  package init(http: HTTPClient, url: String = publicURL, pageSize: Int = 200) {
    self.http = http
    self.url = url
    self.pageSize = pageSize
  }

  /// Fetches one page of a search.
  ///
  /// Throws `FeedError` for everything that is not a page of papers, else what the client throws.
  func page(of query: SearchQuery, named name: String, start: Int) async throws -> Feed {
    let request = try self.request(query, named: name, start: start)
    let response = try await http.send(request)
    let feed = try Feed(response: response)
    if let echo = feed.startIndex, echo != start {
      throw FeedError.otherPage(asked: start, got: echo)
    }
    return feed
  }

  /// The request for one page.
  package func request(_ query: SearchQuery, named name: String, start: Int) throws -> HTTPRequest {
    let parameters = [
      ("search_query", query.description), ("start", "\(start)"), ("max_results", "\(pageSize)"),
      ("sortBy", "submittedDate"), ("sortOrder", "descending"),
    ]
    let text = parameters.map { "\($0.0)=\(percentEncoded($0.1))" }.joined(separator: "&")
    let request = HTTPRequest(
      name: "arxiv/\(name)-\(start)", method: .get, url: "\(url)?\(text)",
      headers: [HTTPHeader("Accept", "application/atom+xml, */*")],
      limits: HTTPRequest.Limits(connect: .seconds(10), total: .seconds(90)))
    let line = request.url.utf8.count + "GET  HTTP/1.1".utf8.count
    guard line <= Self.longestRequestLine else {
      throw FeedError.queryTooLong(bytes: line, limit: Self.longestRequestLine)
    }
    return request
  }

  /// Encodes everything but RFC 3986's unreserved characters; a bare `+` would arrive as a space.
  private func percentEncoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }

  /// When a request to arXiv is sent again; it has answers that look well and are not.
  package static func retryPolicy(base: Duration = .seconds(5)) -> RetryPolicy {
    RetryPolicy(attempts: 4, base: base, cap: .seconds(60), patience: .seconds(600)) { response in
      switch FeedBody(response) {
      case .feed: false
      case .busy, .incomplete: true
      case .other: RetryPolicy.isTransient(response)
      }
    }
  }
}
