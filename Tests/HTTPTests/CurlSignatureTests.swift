import HTTP
import TestSupport
import Testing

/// Requests to Amazon, which are signed instead of carrying a key.
@Suite("Signed requests", .timeLimit(.minutes(5)))
struct CurlSignatureTests {
  private let client = HTTPClient.network()

  /// The names of the headers that a request's signature covers.
  private func signedNames(of request: LoopbackServer.Request) -> [String] {
    let list = request.headers["authorization"]?.firstMatch(of: /SignedHeaders=([^,]*),/)?.1
    return list?.split(separator: ";").map { String($0) } ?? []
  }

  /// Expects a request to be signed as Amazon expects it.
  private func expectSigned(
    _ request: LoopbackServer.Request, _ keys: HTTPRequest.Signature = .test,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let names = signedNames(of: request)
    #expect(
      Set(names).isSuperset(
        of: request.headers.keys.filter { $0 == "host" || $0.hasPrefix("x-amz-") }),
      sourceLocation: sourceLocation)
    let expected = ExpectedSignature(
      keys: keys, method: request.method, path: request.path, headers: request.headers,
      body: request.body)
    #expect(
      request.headers["authorization"] == expected.authorization(signing: names),
      sourceLocation: sourceLocation)
  }

  @Test("are held against an expectation that knows Amazon's own example")
  func expectation() {
    // Of AWS's test suite for this signature, the case `get-vanilla`.
    let example = ExpectedSignature(
      keys: HTTPRequest.Signature(
        accessKeyID: "AKIDEXAMPLE", secretKey: Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        region: "us-east-1", service: "service"),
      method: "GET", path: "/",
      headers: ["host": "example.amazonaws.com", "x-amz-date": "20150830T123600Z"], body: [])
    #expect(
      example.authorization(signing: ["host", "x-amz-date"])
        == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
        + "SignedHeaders=host;x-amz-date, "
        + "Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")
  }

  @Test(
    "are signed as Amazon expects it, and their bodies arrive whole",
    arguments: [0, 1, 65_535, 65_536, 200_000, 1_048_577])
  func post(count: Int) async throws {
    let server = try LoopbackServer { _ in .text("ok") }
    let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let headers = [
      HTTPHeader("Content-Type", "application/json"), HTTPHeader("Accept", "application/json"),
    ]
    let url = server.baseURL + "/model/us.some-model_1.0~x/converse"
    let request = HTTPRequest.post(url, body, headers: headers, signature: .test)
    #expect(try await client.send(request).text == "ok")
    let received = try #require(server.requests.first)
    #expect((received.body == body) as Bool)
    #expect(received.headers["content-type"] == "application/json")
    expectSigned(received)
  }

  @Test("need no body", arguments: ["", "/", "/model"])
  func get(path: String) async throws {
    let server = try LoopbackServer { _ in .text("ok") }
    _ = try await client.send(.get(server.baseURL + path, signature: .test))
    expectSigned(try #require(server.requests.first))
  }

  @Test("carry the token of temporary keys, and sign it")
  func token() async throws {
    let server = try LoopbackServer { _ in .text("ok") }
    let keys = HTTPRequest.Signature.test(token: "FwoGZX/IvYXdz:EX+ample==")
    _ = try await client.send(.post(server.baseURL, Array("{}".utf8), signature: keys))
    let received = try #require(server.requests.first)
    #expect(received.headers["x-amz-security-token"] == "FwoGZX/IvYXdz:EX+ample==")
    #expect(signedNames(of: received).contains("x-amz-security-token"))
    expectSigned(received, keys)
  }

  @Test("leave nothing behind for the next request, and take nothing over from the last")
  func forgotten() async throws {
    let server = try LoopbackServer { _ in .text("ok") }
    let keys = HTTPRequest.Signature.test(token: "token")
    let url = server.baseURL
    for request in [
      HTTPRequest.post(url, Array("signed".utf8), signature: keys), .get(url),
      .post(url, Array("plain".utf8)), .get(url, signature: keys),
      .post(url, Array("key".utf8), credential: .bearer("sk-1")), .post(url, [], signature: keys),
    ] {
      _ = try await client.send(request)
    }
    let requests = server.requests
    #expect(requests.map { $0.text } == ["signed", "", "plain", "", "key", ""])
    for number in [0, 3, 5] { expectSigned(requests[number], keys) }
    for number in [1, 2, 4] {
      #expect(requests[number].headers.keys.filter { $0.hasPrefix("x-amz") } == [])
    }
    #expect([1, 2, 4].map { requests[$0].headers["authorization"] } == [nil, nil, "Bearer sk-1"])
    // A signature needs no connection of its own.
    #expect(server.connectionCount == 1)
  }

  @Test("are not sent again behind our back when their connection dies")
  func noSilentRepeat() async throws {
    let server = try LoopbackServer { $0.path == "/first" ? .text("ok") : .hangUp }
    _ = try await client.send(.post(server.baseURL + "/first", Array("one".utf8)))
    for body in ["two", String(repeating: "three", count: 100_000)] {
      await #expect(throws: HTTPError.self) {
        try await client.send(
          .post(server.baseURL + "/second", Array(body.utf8), signature: .test))
      }
    }
    #expect(server.requests.map(\.path) == ["/first", "/second", "/second"])
  }

  @Test(
    "are not sent again when the server wants another kind of authentication",
    arguments: ["Basic realm=\"a\"", "Digest realm=\"a\", nonce=\"b\"", "AWS4-HMAC-SHA256"])
  func refused(challenge: String) async throws {
    let server = try LoopbackServer { _ in
      .answer(
        status: 401, headers: [HTTPHeader("WWW-Authenticate", challenge)], body: Array("no".utf8))
    }
    let request = HTTPRequest.post(server.baseURL, Array("{}".utf8), signature: .test)
    let response = try await client.send(request)
    #expect(response.status == 401)
    #expect(response.text == "no")
    #expect(server.requests.count == 1)
  }
}
