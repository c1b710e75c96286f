import Foundation

/// A folder of recorded exchanges.
///
/// An exchange is two files: `NAME.json` says what was asked and the answer's status, `NAME.body`
/// is the answer byte for byte. The name comes from the caller's name for the request, so a changed
/// prompt or query still finds its recording. Keys are in neither file: of the headers only a
/// listed few are kept.
struct Recording: Sendable {
  /// The folder's path.
  let folder: String

  /// What stands in an exchange's `.json` file.
  private struct Head: Codable {
    var name: String
    var request: String
    var sent: String?
    var status: Int
    var headers: [String: String]
  }

  /// The headers of an answer that somebody downstream reads; all others stay out.
  private static let kept: Set<String> = [
    "content-type", "retry-after", "retry-after-ms", "request-id", "x-request-id",
    "x-amzn-requestid", "x-amzn-errortype", "x-should-retry", "x-goog-upload-url",
  ]

  /// Writes an exchange over an older one of the same name and attempt.
  func save(_ response: HTTPResponse, to request: HTTPRequest, attempt: Int) throws {
    let response = response.redacting(request.secrets)
    var sent: String?
    if case .post(let body) = request.method {
      sent = String(decoding: request.secrets.redacted(from: body), as: UTF8.self)
    }
    let headers = response.headers.filter { Self.kept.contains($0.name.lowercased()) }
    let head = Head(
      name: request.name, request: line(of: request), sent: sent, status: response.status,
      headers: Dictionary(headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let file = path(of: request.name, attempt: attempt)
    try reporting(file) {
      let parent = URL(filePath: file).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try Data(response.body).write(to: URL(filePath: file + ".body"), options: .atomic)
      try encoder.encode(head).write(to: URL(filePath: file + ".json"), options: .atomic)
    }
  }

  /// What was asked of whom; the query is left out where a key is in play, lest it hold one too.
  private func line(of request: HTTPRequest) -> String {
    guard case .get = request.method, request.secrets.isEmpty else { return request.description }
    return "GET \(request.url)"
  }

  /// Reads an exchange; throws `HTTPError.noRecording` where there is none.
  func load(_ request: HTTPRequest, attempt: Int) throws -> HTTPResponse {
    let file = path(of: request.name, attempt: attempt)
    guard FileManager.default.fileExists(atPath: file + ".json") else {
      let name = attempt == 1 ? request.name : "\(request.name) (attempt \(attempt))"
      throw HTTPError.noRecording(name: name, folder: folder)
    }
    let (head, body) = try reporting(file) {
      let json = try Data(contentsOf: URL(filePath: file + ".json"))
      return (
        try JSONDecoder().decode(Head.self, from: json),
        try Data(contentsOf: URL(filePath: file + ".body"))
      )
    }
    // Two names may lead to the same file, but an exchange answers for its own name alone.
    guard head.name == request.name else {
      throw HTTPError.recordingFailed(file: file, reason: "it is the exchange '\(head.name)'")
    }
    return HTTPResponse(
      status: head.status,
      headers: head.headers.sorted { $0.key < $1.key }.map { HTTPHeader($0.key, $0.value) },
      body: Array(body))
  }

  private func reporting<Result>(_ file: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch {
      // What Foundation says of damage is neither short nor plain.
      let reason =
        error is DecodingError ? "it is damaged" : (error as NSError).localizedDescription
      throw HTTPError.recordingFailed(file: file, reason: reason)
    }
  }

  /// Where an exchange stands; a name is the caller's words, and must not lead out of the folder.
  private func path(of name: String, attempt: Int) -> String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: true).map { part in
      let safe = part.unicodeScalars.map { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || "0123456789.-_+".unicodeScalars.contains(scalar))
          ? Character(scalar) : "_"
      }
      let text = String(safe)
      return text.allSatisfy({ $0 == "." }) ? "_" : text
    }
    let suffix = attempt == 1 ? "" : "~\(attempt)"
    return folder + "/" + (parts.isEmpty ? "_" : parts.joined(separator: "/")) + suffix
  }
}
