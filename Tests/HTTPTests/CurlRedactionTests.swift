import HTTP
import TestSupport
import Testing

/// Servers that hand a key back.
@Suite("A key that the server echoes", .timeLimit(.minutes(5)))
struct CurlRedactionTests {
  private let client = HTTPClient.network()

  @Test("is replaced in the body, in the headers and in the redirect")
  func everywhere() async throws {
    let server = try LoopbackServer { request in
      let sent = request.headers["authorization"] ?? ""
      return .answer(
        status: 302,
        headers: [
          HTTPHeader("X-Echo", sent), HTTPHeader("Location", "/login?key=\(sent.dropFirst(7))"),
        ],
        body: Array("\(sent) is wrong: \(sent)".utf8))
    }
    let response = try await client.send(.get(server.baseURL, credential: .bearer("sk-1")))
    #expect(
      response
        == HTTPResponse(
          status: 302,
          headers: [
            HTTPHeader("content-length", "33"), HTTPHeader("x-echo", "Bearer •••"),
            HTTPHeader("location", "/login?key=•••"),
          ],
          body: Array("Bearer ••• is wrong: Bearer •••".utf8),
          redirect: server.baseURL + "/login?key=•••"))
    #expect(server.requests.map { $0.headers["authorization"] } == ["Bearer sk-1"])
  }

  @Test("leaves the bytes around it as they are")
  func binary() async throws {
    let server = try LoopbackServer { _ in
      .answer(status: 200, headers: [], body: [0xFF, 0x00] + Array("sk-123456789".utf8) + [0xFE])
    }
    let credential = HTTPRequest.Credential.bearer("sk-123456789")
    let response = try await client.send(.get(server.baseURL, credential: credential))
    #expect(response.body == [0xFF, 0x00] + Array("•••".utf8) + [0xFE])
  }

  @Test("spares a good answer where the key is too short to be one", arguments: ["1", "test"])
  func shortKey(key: String) async throws {
    let server = try LoopbackServer { _ in .text("91.1% in the A/B test") }
    let response = try await client.send(.get(server.baseURL, credential: .bearer(key)))
    #expect(response.text == "91.1% in the A/B test")
  }

  @Test("is found in a compressed body")
  func compressed() async throws {
    let server = try LoopbackServer { _ in
      .answer(
        status: 401, headers: [HTTPHeader("Content-Encoding", "gzip")],
        body: GzipFile.storing(Array("no such key: sk-1".utf8)))
    }
    let response = try await client.send(.get(server.baseURL, credential: .bearer("sk-1")))
    #expect(response.text == "no such key: •••")
  }
}
