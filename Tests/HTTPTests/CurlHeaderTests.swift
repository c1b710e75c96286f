import HTTP
import TestSupport
import Testing

/// How headers get to the server and back.
@Suite("Headers over the network", .timeLimit(.minutes(5)))
struct CurlHeaderTests {
  private let client = HTTPClient.network()

  /// The headers that a server sees of a request.
  private func sent(
    _ headers: [HTTPHeader], credential: HTTPRequest.Credential? = nil
  ) async throws -> [String: String] {
    let server = try LoopbackServer { _ in .status(200) }
    _ = try await client.send(.get(server.baseURL, headers: headers, credential: credential))
    return try #require(server.requests.first).headers
  }

  @Test("the client's own user agent stands where the request has none")
  func defaultUserAgent() async throws {
    #expect(try await sent([])["user-agent"] == "tests/1")
  }

  @Test("a request's user agent wins", arguments: ["User-Agent", "user-agent", "USER-AGENT"])
  func ownUserAgent(name: String) async throws {
    #expect(try await sent([HTTPHeader(name, "mine/2")])["user-agent"] == "mine/2")
  }

  @Test("a request's headers arrive as they are")
  func passing() async throws {
    let headers = try await sent([
      HTTPHeader("Accept", "application/atom+xml"), HTTPHeader("X-Text", "a: b; c=\"d\", é"),
      HTTPHeader("X-Empty", ""),
    ])
    #expect(headers["accept"] == "application/atom+xml")
    #expect(headers["x-text"] == "a: b; c=\"d\", é")
    #expect(headers["x-empty"] == "")
  }

  @Test("a large POST does not wait for a go-ahead")
  func noExpect() async throws {
    let server = try LoopbackServer { _ in .status(200) }
    _ = try await client.send(.post(server.baseURL, [UInt8](repeating: 1, count: 3_000_000)))
    #expect(try #require(server.requests.first).headers["expect"] == nil)
  }

  @Test(
    "the key is sent once, behind its prefix",
    arguments: [
      (HTTPRequest.Credential.bearer("sk-1"), "authorization", "Bearer sk-1"),
      (.init(header: "x-api-key", secret: Secret("sk-2")), "x-api-key", "sk-2"),
    ])
  func credential(credential: HTTPRequest.Credential, name: String, value: String) async throws {
    let headers = try await sent([HTTPHeader("X-Other", "1")], credential: credential)
    // The server joins a repeated header by commas, so one more would show.
    #expect(headers[name] == value)
    #expect(headers["x-other"] == "1")
  }

  @Test("a key does not stay behind for the next request on the connection")
  func forgotten() async throws {
    let server = try LoopbackServer { _ in .status(200) }
    _ = try await client.send(.get(server.baseURL, credential: .bearer("sk-1")))
    _ = try await client.send(.get(server.baseURL))
    #expect(server.requests.map { $0.headers["authorization"] } == ["Bearer sk-1", nil])
    #expect(server.connectionCount == 1)
  }

  @Test(
    "an answer's headers are found whatever the case of their names",
    arguments: ["Retry-After", "retry-after", "RETRY-AFTER"])
  func receivedCase(name: String) async throws {
    let server = try LoopbackServer { _ in .status(200, headers: [HTTPHeader(name, "  7 ")]) }
    let response = try await client.send(.get(server.baseURL))
    #expect(response.headers["ReTrY-aFtEr"] == "7")
    #expect(
      response.headers == [HTTPHeader("content-length", "0"), HTTPHeader("retry-after", "7")])
  }

  @Test("only the final answer's headers count")
  func interim() async throws {
    let server = try LoopbackServer { _ in
      .raw(
        Array(
          ("HTTP/1.1 103 Early Hints\r\nX-Interim: 1\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nX-Final: a:b\r\n\r\n").utf8))
    }
    let response = try await client.send(.get(server.baseURL))
    #expect(response == HTTPResponse(status: 200, headers: [HTTPHeader("x-final", "a:b")]))
  }

  @Test("a status line is no header, even with a colon in it")
  func statusLine() async throws {
    let server = try LoopbackServer { _ in
      .raw(Array("HTTP/1.1 200 Fine: really\r\nX-A: 1\r\n\r\n".utf8))
    }
    let response = try await client.send(.get(server.baseURL))
    #expect(response == HTTPResponse(status: 200, headers: [HTTPHeader("x-a", "1")]))
  }
}
