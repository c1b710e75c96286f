import Foundation
package import HTTP
import Records

/// The harvesting interface of arXiv, OAI-PMH 2.0.
///
/// See https://info.arxiv.org/help/oa/index.html.
package struct OAIServer: Sendable {
  /// The public interface since March 2025.
  package static let publicURL = "https://oaipmh.arxiv.org/oai"

  /// The first day that the server takes as `from`.
  static let firstDay = "2005-09-16"

  /// What a page may bring.
  ///
  /// A page has up to 2,500 records, some of which name thousands of authors.
  private static let largestPage = 128 << 20

  private let http: HTTPClient
  private let url: String

  /// Talks to a server through a client that is paced and retried already.
  package init(http: HTTPClient, url: String = publicURL) {
    self.http = http
    self.url = url
  }

  /// Fetches a page of records that were changed on a day or later.
  ///
  /// There is no `until`: the server refuses one that is after today. Throws `OAIError`, else what
  /// the client throws.
  func page(from day: String, set: String?, named name: String) async throws -> OAIPage {
    var arguments = [("verb", "ListRecords"), ("metadataPrefix", "arXivRaw"), ("from", day)]
    if let set { arguments.append(("set", set)) }
    return try await send(arguments, named: name)
  }

  /// Fetches the page where a list goes on.
  ///
  /// The token is the only argument beside the verb, and is encoded whatever it looks like.
  func page(after token: OAIPage.Token, named name: String) async throws -> OAIPage {
    try await send([("verb", "ListRecords"), ("resumptionToken", token.text)], named: name)
  }

  /// Fetches one record; a page without records where the server does not have it.
  func record(of id: ArXivID) async throws -> OAIPage {
    let arguments = [
      ("verb", "GetRecord"), ("metadataPrefix", "arXivRaw"), ("identifier", "oai:arXiv.org:\(id)"),
    ]
    let name = id.text.replacing("/", with: "-")
    return try await send(arguments, named: "oai-record-\(name)")
  }

  private func send(_ arguments: [(String, String)], named name: String) async throws -> OAIPage {
    let query = arguments.map { "\($0.0)=\($0.1.percentEncoded)" }.joined(separator: "&")
    let request = HTTPRequest(
      name: "arxiv/\(name)", method: .get, url: "\(url)?\(query)",
      headers: [HTTPHeader("Accept", "application/xml, text/xml, */*")],
      limits: HTTPRequest.Limits(
        connect: .seconds(10), total: .seconds(180), bodyBytes: Self.largestPage),
      isAlone: true)
    return try OAIPage(response: try await http.send(request))
  }
}

extension OAIPage {
  /// Reads the page that an answer holds.
  ///
  /// That nothing matches is a page without records: who asked knows whether to believe it. Throws `OAIError` for every other answer.
  init(response: HTTPResponse) throws {
    switch response.oaiKind {
    case .busy: throw OAIError.busy
    case .unavailable, .final:
      throw OAIError.status(response.status, excerpt: response.text.excerpt)
    case .incomplete, .page:
      let page = try Self.parse(response.body)
      let nothing: Set = ["noRecordsMatch", "idDoesNotExist"]
      if let failure = page.failures.first(where: { !nothing.contains($0.code) }) {
        throw OAIError.refused(code: failure.code, message: failure.message)
      }
      guard page.isAnswer else { throw OAIError.otherAnswer }
      self = page
    }
  }
}
