import Foundation
import HTTP

/// How one protocol writes a prompt and reads a reply.
///
/// Two pure functions: a provider's file has no `await`, and is tested value by value.
struct Dialect: Sendable {
  /// The request that carries a prompt.
  let request: @Sendable (Prompt, ModelProfile) throws -> HTTPRequest
  /// The reply that an answer carries; throws `ModelError` for every other answer.
  let reply: @Sendable (HTTPResponse) throws -> ModelReply
}

extension Dialect {
  /// A POST of JSON, as every dialect sends.
  static func post(
    _ body: some Encodable, to path: String, prompt: Prompt, profile: ModelProfile,
    credential: HTTPRequest.Credential?
  ) throws -> HTTPRequest {
    let encoder = JSONEncoder()
    // Sorted, so that the same prompt is the same bytes, which providers cache by.
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var base = profile.baseURL
    while base.hasSuffix("/") { base.removeLast() }
    return HTTPRequest(
      name: "\(profile.kind.rawValue)/\(prompt.name)",
      method: .post(body: Array(try encoder.encode(body))),
      url: base + path,
      headers: [
        HTTPHeader("Content-Type", "application/json"), HTTPHeader("Accept", "application/json"),
      ],
      credential: credential,
      limits: HTTPRequest.Limits(
        total: .seconds(profile.limits.timeoutSeconds), bodyBytes: 8 << 20))
  }
}
