import HTTP
import Testing

@testable import Models

@Suite("A request that costs nothing")
struct ProbeTests {
  private let limits = HTTPRequest.Limits(total: .seconds(7))

  private func probe(_ kind: ModelKind, _ base: String) throws -> HTTPRequest {
    try RequestCase.profile(kind) {
      $0.baseURL = base
      $0.access = .key(Secret("sk-1"))
    }.probe(limits: limits)
  }

  @Test(
    "asks for the list of models, with the key where a question has it",
    arguments: [
      (ModelKind.openAIChat, "https://a.example/v1", "/v1/models", "Authorization"),
      (
        .openAIChat, "https://a.example/v1?api-version=1", "/v1/models?api-version=1",
        "Authorization"
      ),
      (.openAIResponses, "https://a.example/v1", "/v1/models", "Authorization"),
      (.anthropic, "https://a.example", "/v1/models", "x-api-key"),
      (.gemini, "https://a.example/v1beta", "/v1beta/models", "x-goog-api-key"),
      (.ollama, "https://a.example", "/api/tags", "Authorization"),
      (.bedrock, "https://a.example", "/", nil),
    ] as [(ModelKind, String, String, String?)])
  func requests(kind: ModelKind, base: String, path: String, header: String?) throws {
    let request = try probe(kind, base)
    #expect(request.method == .get)
    #expect(request.url == "https://a.example" + path)
    #expect(request.credential?.header == header)
    #expect(request.signature == nil)
    #expect(request.limits == limits)
    #expect(request.headers["Content-Type"] == nil)
    #expect((request.headers["anthropic-version"] != nil) == (kind == .anthropic))
  }

  @Test(
    "tells a key that is refused from all else that a server may answer",
    arguments: [
      (200, "", nil), (404, "", nil), (429, "", nil), (500, "", nil), (401, "", .badKey),
      (403, "", .forbidden),
      (400, #"{"error":{"message":"API key not valid. Please pass a valid API key."}}"#, .badKey),
      (400, #"{"error":{"message":"what?"}}"#, nil),
    ] as [(Int, String, ModelError.Kind?)])
  func objections(status: Int, body: String, kind: ModelError.Kind?) throws {
    let profile = RequestCase.profile(.gemini) { $0.access = .key(Secret("sk-1")) }
    let response = HTTPResponse(status: status, body: Array(body.utf8))
    let request = try profile.probe(limits: limits)
    #expect(profile.objection(to: request, in: response)?.kind == kind)
    var open = profile
    open.access = .open
    #expect(open.objection(to: try open.probe(limits: limits), in: response) == nil)
  }
}
