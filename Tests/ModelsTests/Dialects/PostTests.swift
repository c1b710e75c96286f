import HTTP
import Testing

@testable import Models

/// What all dialects have in common: where a request goes, and what it carries beside its body.
@Suite("Requests of every dialect")
struct PostTests {
  @Test("a request names itself, its limits and what it accepts", arguments: ModelKind.allCases)
  func plain(kind: ModelKind) throws {
    var request = try request(RequestCase.profile(kind) { $0.limits.timeoutSeconds = 2.5 })
    let version = [HTTPHeader("anthropic-version", "2023-06-01")]
    request.method = .get
    #expect(
      request
        == HTTPRequest(
          name: "\(kind.rawValue)/ask-7", method: .get, url: request.url,
          headers: [
            HTTPHeader("Content-Type", "application/json"),
            HTTPHeader("Accept", "application/json"),
          ] + (kind == .anthropic ? version : []),
          limits: HTTPRequest.Limits(total: .milliseconds(2_500), bodyBytes: 8 << 20)))
  }

  @Test(
    "a key goes where the provider wants it",
    arguments: [
      (ModelKind.openAIChat, "Authorization", "Bearer "),
      (.openAIResponses, "Authorization", "Bearer "),
      (.anthropic, "x-api-key", ""),
      (.gemini, "x-goog-api-key", ""),
      (.ollama, "Authorization", "Bearer "),
      (.bedrock, "Authorization", "Bearer "),
    ])
  func key(kind: ModelKind, header: String, prefix: String) throws {
    let secret = Secret("sk-test")
    let request = try request(RequestCase.profile(kind) { $0.access = .key(secret) })
    #expect(
      request.credential
        == HTTPRequest.Credential(header: header, prefix: prefix, secret: secret))
    #expect(request.signature == nil)
  }

  @Test("a profile's own header takes the key of every dialect", arguments: ModelKind.allCases)
  func ownHeader(kind: ModelKind) throws {
    let secret = Secret("sk-test")
    for (header, prefix) in [("api-key", ""), ("authorization", "Bearer ")] {
      let access = ModelProfile.Access.key(secret, header: header)
      #expect(
        try request(RequestCase.profile(kind) { $0.access = access }).credential
          == HTTPRequest.Credential(header: header, prefix: prefix, secret: secret))
    }
  }

  @Test("a key is in no text of the request but its credential", arguments: ModelKind.allCases)
  func secrecy(kind: ModelKind) throws {
    var request = try request(RequestCase.profile(kind) { $0.access = .key(Secret("sk-test")) })
    request.credential = nil
    #expect(try request == self.request(RequestCase.profile(kind)))
  }

  @Test("a profile's headers stand behind the dialect's", arguments: ModelKind.allCases)
  func headers(kind: ModelKind) throws {
    let extra = [HTTPHeader("X-Title", "digest"), HTTPHeader("anthropic-beta", "b")]
    let request = try request(RequestCase.profile(kind) { $0.extraHeaders = extra })
    #expect(try request.headers == self.request(RequestCase.profile(kind)).headers + extra)
  }

  @Test("a patch is laid over every dialect's body", arguments: ModelKind.allCases)
  func patch(kind: ModelKind) throws {
    let names: [ModelKind: String] = [.gemini: "contents", .openAIResponses: "input"]
    let name = names[kind] ?? "messages"
    let plain = try request(RequestCase.profile(kind)).json()
    #expect(plain[name] != .null)
    let patched = try request(
      RequestCase.profile(kind) { $0.extraBody = .object([name: .null, "new": ["a": [1]]]) })
    #expect(try patched.json() == plain.with([name: [], "new": ["a": [1]] as JSON]))
  }

  @Test("the same prompt is the same bytes", arguments: ModelKind.allCases)
  func stable(kind: ModelKind) throws {
    let methods = try (0..<20).map { _ in try request(RequestCase.profile(kind)).method }
    #expect(methods.allSatisfy { $0 == methods[0] })
  }

  private func request(_ profile: ModelProfile) throws -> HTTPRequest {
    try profile.kind.dialect.request(RequestCase.prompt(), .schema, profile)
  }
}
