import HTTP
import TestSupport
import Testing

/// What the client on the network sends, and what it makes of an answer.
@Suite("An exchange over the network", .timeLimit(.minutes(5)))
struct CurlExchangeTests {
  private let client = HTTPClient.network()

  @Test("a GET sends its path and query, and no body")
  func get() async throws {
    let server = try LoopbackServer { _ in .text("hello") }
    let response = try await client.send(.get(server.baseURL + "/a/b?c=d%20e&f=g"))
    let headers = [
      "accept": "*/*", "accept-encoding": server.requests.first?.headers["accept-encoding"],
      "host": String(server.baseURL.dropFirst("http://".count)), "user-agent": "tests/1",
    ]
    #expect(server.requests.count == 1)
    #expect(server.requests.first?.method == "GET")
    #expect(server.requests.first?.path == "/a/b?c=d%20e&f=g")
    #expect(server.requests.first?.headers == headers.compactMapValues { $0 })
    #expect(server.requests.first?.body == [])
    #expect(
      response
        == HTTPResponse(
          status: 200, headers: [HTTPHeader("content-length", "5")], body: Array("hello".utf8)))
  }

  /// A body with a name, because two megabytes of bytes would fill the report.
  struct Body: Sendable, CustomTestStringConvertible {
    /// What it is made of.
    let id: String
    /// The body.
    let bytes: [UInt8]

    var testDescription: String { id }
  }

  @Test(
    "a POST sends its body byte for byte",
    arguments: [
      Body(id: "nothing", bytes: []), Body(id: "a NUL", bytes: [0]),
      Body(id: "text with NULs", bytes: Array("a\0b\0\0c".utf8)),
      Body(id: "every byte", bytes: Array(0...255)),
      Body(id: "JSON", bytes: Array("{\"名\": \"値\"}".utf8)),
      Body(id: "2 MB", bytes: (0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
    ])
  func post(body: Body) async throws {
    let server = try LoopbackServer { .answer(status: 200, headers: [], body: $0.body) }
    let response = try await client.send(.post(server.baseURL + "/", body.bytes))
    #expect(server.requests.map { $0.method } == ["POST"])
    #expect(server.requests.first?.headers["content-length"] == "\(body.bytes.count)")
    #expect((server.requests.first?.body == body.bytes) as Bool)
    #expect((response.body == body.bytes) as Bool)
  }

  @Test("a client sends GET and POST in turns without one leaving traces in the other")
  func turns() async throws {
    let server = try LoopbackServer { .text("\($0.method) \($0.text)") }
    var answers: [String] = []
    for turn in 1...3 {
      answers.append(try await client.send(.get(server.baseURL)).text)
      answers.append(try await client.send(.post(server.baseURL, Array("\(turn)".utf8))).text)
    }
    #expect(answers == ["GET ", "POST 1", "GET ", "POST 2", "GET ", "POST 3"])
    #expect(
      server.requests.map { $0.headers["content-length"] } == [nil, "1", nil, "1", nil, "1"])
  }

  @Test(
    "every status is an answer and no error", arguments: [200, 201, 204, 400, 404, 429, 500, 503])
  func statuses(status: Int) async throws {
    let server = try LoopbackServer { _ in .status(status) }
    let response = try await client.send(.get(server.baseURL))
    #expect(
      response == HTTPResponse(status: status, headers: [HTTPHeader("content-length", "0")]))
  }

  @Test(
    "a redirect is an answer, with the absolute URL of where it leads",
    arguments: [
      ("/next?x=1", "BASE/next?x=1"), ("next", "BASE/a/next"), ("../up", "BASE/up"),
      ("?page=2", "BASE/a/b?page=2"), ("//elsewhere.example/x", "http://elsewhere.example/x"),
      ("https://elsewhere.example/", "https://elsewhere.example/"),
    ])
  func redirect(location: String, expected: String) async throws {
    let server = try LoopbackServer { _ in
      .status(302, headers: [HTTPHeader("Location", location)])
    }
    let response = try await client.send(.get(server.baseURL + "/a/b"))
    #expect(response.status == 302)
    #expect(response.redirect == expected.replacing("BASE", with: server.baseURL))
    #expect(server.requests.map { $0.path } == ["/a/b"])
  }

  @Test("a body in chunks is put together")
  func chunks() async throws {
    let server = try LoopbackServer { _ in
      .raw(
        Array(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n2\r\nef\r\n0\r\n\r\n"
            .utf8))
    }
    #expect(try await client.send(.get(server.baseURL)).text == "abcdef")
  }
}
