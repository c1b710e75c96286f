/// A complete answer of a server, whatever its status.
package struct HTTPResponse: Sendable, Equatable {
  /// The status code, such as 200.
  package let status: Int
  /// The header lines of the final answer, with names in lower case.
  package let headers: [HTTPHeader]
  /// The body, decompressed.
  package let body: [UInt8]
  /// Where a redirect leads, as an absolute URL; nil when the answer is none.
  package let redirect: String?

  /// Puts an answer together.
  package init(
    status: Int, headers: [HTTPHeader] = [], body: [UInt8] = [], redirect: String? = nil
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.redirect = redirect
  }

  /// The body as text; bytes that are not UTF-8 become U+FFFD.
  package var text: String { String(decoding: body, as: UTF8.self) }

  /// The same answer without any trace of keys that the server may have echoed.
  func redacting(_ secrets: [Secret]) -> HTTPResponse {
    guard !secrets.isEmpty else { return self }
    // An error's words are shown and no more, so there even a short key is cleaned away.
    let shortest = (200..<300).contains(status) ? 12 : 4
    let least = secrets.map(\.value.utf8.count).min() ?? 0
    func clean(_ text: String) -> String {
      guard text.utf8.count >= least else { return text }
      return String(
        decoding: secrets.redacted(from: Array(text.utf8), shortest: shortest), as: UTF8.self)
    }
    return HTTPResponse(
      status: status,
      headers: headers.map { HTTPHeader($0.name, clean($0.value)) },
      body: secrets.redacted(from: body, shortest: shortest),
      redirect: redirect.map(clean))
  }
}
