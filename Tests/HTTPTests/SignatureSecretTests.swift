import Foundation
import HTTP
import TestSupport
import Testing

/// The secret key and the token of a signed request, which nobody may see.
@Suite("Keys that sign", .timeLimit(.minutes(5)))
struct SignatureSecretTests {
  // The token begins with the key, so that the key's redaction alone would leave its end.
  private let key = "canary-secret-key"
  private let token = "canary-secret-key-token"

  private var keys: HTTPRequest.Signature {
    HTTPRequest.Signature(
      accessKeyID: "AKIDEXAMPLE", secretKey: Secret(key), sessionToken: Secret(token),
      region: "eu-central-1", service: "bedrock")
  }

  @Test("show in no text that is made of the request")
  func texts() {
    let request = HTTPRequest.post("https://a.example/?\(key)", Array(key.utf8), signature: keys)
    var dumped = ""
    dump(keys, to: &dumped)
    let texts = [
      "\(request)", String(reflecting: request), "\(keys)", String(reflecting: keys), dumped,
      "\(String(describing: request.signature))",
    ]
    #expect(texts.filter { $0.contains("canary") } == [])
    #expect(dumped.contains("AKIDEXAMPLE"))
  }

  @Test("are replaced in an answer that echoes them", arguments: [200, 403])
  func echo(status: Int) async throws {
    let (key, token) = (self.key, self.token)
    let server = try LoopbackServer { request in
      let sent = request.headers["x-amz-security-token"] ?? ""
      return .answer(
        status: status, headers: [HTTPHeader("X-Echo", "\(sent) \(key)")],
        body: Array("<\(sent)> <\(key)> <\(token)>".utf8))
    }
    let response = try await HTTPClient.network().send(.get(server.baseURL, signature: keys))
    #expect(response.headers["x-echo"] == "••• •••")
    #expect(response.text == "<•••> <•••> <•••>")
  }

  @Test("are never sent, but for the token in its header")
  func wire() async throws {
    let server = try LoopbackServer { _ in .status(200) }
    _ = try await HTTPClient.network().send(.post(server.baseURL, [1], signature: keys))
    let received = try #require(server.requests.first)
    #expect(
      received.headers.filter { $0.value.contains("canary") } == ["x-amz-security-token": token])
  }

  @Test("are in no file of a recording")
  func recording() async throws {
    let (key, token) = (self.key, self.token)
    let server = try LoopbackServer { request in
      .text(
        "\(request.headers) \(request.text) \(key) \(token)",
        headers: [HTTPHeader("Content-Type", "text/\(token)"), HTTPHeader("request-id", key)])
    }
    try await withTemporaryFolder { folder in
      let client = HTTPClient.network().taped(in: folder)
      let body = Array("{\"a\": \"\(key)\", \"b\": \"\(token)\"}".utf8)
      _ = try await client.send(.post(server.baseURL, body, signature: keys))
      _ = try await client.send(.get(server.baseURL + "/a", signature: keys))
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      #expect(
        files == ["test", "test/get.body", "test/get.json", "test/post.body", "test/post.json"])
      let texts = files.compactMap { FileManager.default.contents(atPath: "\(folder)/\($0)") }
        .map { String(decoding: $0, as: UTF8.self) }
      #expect(texts.count == 4)
      #expect(texts.filter { $0.contains("canary") } == [])
    }
  }

  @Test("keep the query of a URL out of a recording")
  func query() async throws {
    let client = ScriptedClient([.success(HTTPResponse(status: 200))]).client
    try await withTemporaryFolder { folder in
      _ = try await client.taped(in: folder).send(.get("http://a.example/?q=1", signature: keys))
      let file = try #require(FileManager.default.contents(atPath: "\(folder)/test/get.json"))
      #expect(!String(decoding: file, as: UTF8.self).contains("q=1"))
    }
  }

  @Test(
    "show in no error",
    arguments: [LoopbackServer.Reply.hangUp, .cut(Array("half".utf8), announcing: 8)])
  func error(reply: LoopbackServer.Reply) async throws {
    let server = try LoopbackServer { _ in reply }
    for path in ["/", "/a:b"] {
      let error = await #expect(throws: HTTPError.self) {
        try await HTTPClient.network().send(.post(server.baseURL + path, [1], signature: keys))
      }
      #expect(error.map { String(reflecting: $0).contains("canary") } == false)
    }
  }
}
