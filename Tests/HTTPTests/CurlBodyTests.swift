import HTTP
import TestSupport
import Testing

/// Compressed bodies, and the limit on their size.
@Suite("Bodies over the network", .timeLimit(.minutes(5)))
struct CurlBodyTests {
  private let client = HTTPClient.network()

  private func answer(_ body: [UInt8], limit: Int = 1 << 30) async throws -> HTTPResponse {
    let server = try LoopbackServer { _ in .answer(status: 200, headers: [], body: body) }
    return try await client.send(.get(server.baseURL, limits: .init(bodyBytes: limit)))
  }

  private func gzipAnswer(_ body: [UInt8], limit: Int = 1 << 30) async throws -> HTTPResponse {
    let server = try LoopbackServer { _ in
      .answer(status: 200, headers: [HTTPHeader("Content-Encoding", "gzip")], body: body)
    }
    return try await client.send(.get(server.baseURL, limits: .init(bodyBytes: limit)))
  }

  @Test("gzip is asked for")
  func acceptEncoding() async throws {
    let server = try LoopbackServer { .text($0.headers["accept-encoding"] ?? "") }
    #expect(try await client.send(.get(server.baseURL)).text.contains("gzip"))
  }

  @Test("a gzip answer is decompressed", arguments: [0, 1, 65535, 65536, 200_000])
  func gzip(count: Int) async throws {
    let data = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    #expect((try await gzipAnswer(GzipFile.storing(data)).body == data) as Bool)
  }

  @Test(
    "a gzip answer that cannot be decompressed may go better the next time",
    arguments: [
      ("no gzip at all", Array("this is no gzip".utf8)),
      ("a wrong checksum", GzipFile.storing(Array("hello".utf8), checksum: 1)),
    ])
  func garbage(what: String, body: [UInt8]) async throws {
    let error = await #expect(throws: HTTPError.self) { try await gzipAnswer(body) }
    #expect(error?.withoutReason == .connectionLost(host: "127.0.0.1", reason: ""))
    #expect(error?.isTransient == true)
  }

  @Test("a gzip answer that ends before its announced length is not taken for a whole one")
  func cutGzip() async throws {
    let file = GzipFile.storing(Array("hello, hello".utf8))
    let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(file.count)\r\n\r\n"
    let server = try LoopbackServer { _ in .raw(Array(head.utf8) + file.dropLast(12)) }
    let error = await #expect(throws: HTTPError.self) {
      try await client.send(.get(server.baseURL))
    }
    #expect(error?.withoutReason == .connectionLost(host: "127.0.0.1", reason: ""))
  }

  @Test("a body of just the limit is whole", arguments: [0, 1, 1000, 300_000])
  func atLimit(limit: Int) async throws {
    let body = [UInt8](repeating: 7, count: limit)
    #expect((try await answer(body, limit: limit).body == body) as Bool)
  }

  @Test(
    "a longer body is an error that another attempt would not help", arguments: [0, 1, 300_000])
  func aboveLimit(limit: Int) async throws {
    let body = [UInt8](repeating: 7, count: limit + 1)
    let error = await #expect(throws: HTTPError.self) { try await answer(body, limit: limit) }
    #expect(error == .bodyTooLarge(host: "127.0.0.1", limit: limit))
    #expect(error?.isTransient == false)
  }

  @Test("the limit counts what comes out of the compression")
  func gzipLimit() async throws {
    let data = [UInt8](repeating: 7, count: 1000)
    let file = GzipFile.storing(data)
    #expect((try await gzipAnswer(file, limit: 1000).body == data) as Bool)
    await #expect(throws: HTTPError.bodyTooLarge(host: "127.0.0.1", limit: 999)) {
      try await gzipAnswer(file, limit: 999)
    }
  }

  @Test("bytes that are no text arrive as they are")
  func binary() async throws {
    let response = try await answer([0xFF, 0x00, 0x41])
    #expect(response.body == [0xFF, 0x00, 0x41])
    #expect(response.text == "\u{FFFD}\0A")
  }
}
