import Foundation
import HTTP
import TestSupport
import Testing

/// Recordings go into a repository, where no key may be.
@Suite("Keys in recordings", .timeLimit(.minutes(5)))
struct RecordingSecretTests {
  private let key = "sk-1234567890"

  /// Requests that carry the key in one place and another.
  private func requests(to base: String) -> [HTTPRequest] {
    [
      HTTPRequest(
        name: "get", method: .get, url: base + "/a?key=\(key)#\(key)",
        headers: [HTTPHeader("X-Key", key)], credential: .bearer(key)),
      HTTPRequest(
        name: "post",
        method: .post(body: Array("{\"key\": \"\(key)\", \"again\": \"\(key)\"}".utf8)),
        url: base + "/b?key=\(key)",
        credential: HTTPRequest.Credential(header: "x-api-key", secret: Secret(key))),
    ]
  }

  /// All bytes of all files in a folder, with their paths.
  private func content(of folder: String) throws -> [String: Data] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).reduce(into: [:]) { content, path in
      content[path] = FileManager.default.contents(atPath: "\(folder)/\(path)")
    }
  }

  private func expectNoKey(in folder: String) throws {
    let content = try content(of: folder)
    #expect(content.keys.sorted() == ["get.body", "get.json", "post.body", "post.json"])
    let guilty = content.filter { path, data in
      path.contains(key) || data.range(of: Data(key.utf8)) != nil
    }
    #expect(guilty.keys.sorted() == [])
  }

  /// An answer that echoes all that it can.
  private var echo: HTTPResponse {
    HTTPResponse(
      status: 401,
      headers: [
        HTTPHeader("content-type", "text/\(key)"), HTTPHeader("request-id", key),
        HTTPHeader("set-cookie", key), HTTPHeader("x-echo", key),
      ],
      body: Array("\(key) is wrong: Bearer \(key)".utf8), redirect: "http://a.example/?\(key)")
  }

  @Test("a key is in no file, whatever the client below lets through")
  func scripted() async throws {
    let client = ScriptedClient([.success(echo), .success(echo)]).client
    try await withTemporaryFolder { folder in
      for request in requests(to: "http://a.example") {
        _ = try await client.taped(in: folder).send(request)
      }
      try expectNoKey(in: folder)
      let replayed = try await HTTPClient.replaying(from: folder)
        .send(requests(to: "http://a.example")[0])
      #expect(
        replayed
          == HTTPResponse(
            status: 401,
            headers: [HTTPHeader("content-type", "text/•••"), HTTPHeader("request-id", "•••")],
            body: Array("••• is wrong: Bearer •••".utf8)))
    }
  }

  @Test("a key is in no file of an exchange over the network")
  func network() async throws {
    let echo = self.echo
    let server = try LoopbackServer { request in
      let sent = "\(request.path) \(request.headers) \(request.text)"
      return .answer(status: 200, headers: echo.headers, body: Array(sent.utf8))
    }
    try await withTemporaryFolder { folder in
      let client = HTTPClient.network().taped(in: folder)
      for request in requests(to: server.baseURL) { _ = try await client.send(request) }
      #expect(server.requests.map { $0.headers["authorization"] } == ["Bearer \(key)", nil])
      #expect(server.requests.map { $0.headers["x-api-key"] } == [nil, key])
      try expectNoKey(in: folder)
    }
  }
}
