import HTTP
import TestSupport
import Testing

/// Servers that do not answer as they should.
@Suite("Failures of the network", .timeLimit(.minutes(5)))
struct CurlFailureTests {
  private let client = HTTPClient.network()

  /// The error of a request to a server that always does the same.
  private func error(
    _ reply: LoopbackServer.Reply, limits: HTTPRequest.Limits = .init()
  ) async throws -> HTTPError? {
    let server = try LoopbackServer { _ in reply }
    return await #expect(throws: HTTPError.self) {
      try await client.send(.get(server.baseURL, limits: limits))
    }
  }

  @Test("a port where nobody listens cannot be reached")
  func refused() async throws {
    let server = try LoopbackServer { _ in .status(200) }
    server.stop()
    let error = await #expect(throws: HTTPError.self) {
      try await client.send(.get(server.baseURL))
    }
    #expect(error?.withoutReason == .unreachable(host: "127.0.0.1", reason: ""))
    #expect(error?.isTransient == true)
  }

  @Test(
    "a name that does not exist cannot be found",
    arguments: [
      // Nobody has this one (RFC 6761, section 6.4), but somebody may be asked.
      "name.invalid",
      // A label has 63 letters at most (RFC 1035, section 2.3.4), so nobody needs to be asked.
      String(repeating: "a", count: 64) + ".invalid",
    ])
  func unknownHost(host: String) async throws {
    // Long enough to learn that there is no network to ask.
    let limits = HTTPRequest.Limits(connect: .seconds(50))
    let error = await #expect(throws: HTTPError.self) {
      try await client.send(.get("http://\(host)/", limits: limits))
    }
    #expect(error?.withoutReason == .nameNotFound(host: host, reason: ""))
    #expect(error?.isTransient == true)
  }

  @Test(
    "a stalled server ends at the total time limit",
    arguments: [
      ("before the answer", LoopbackServer.Reply.stall),
      ("in the headers", .stall(after: Array("HTTP/1.1 200 OK\r\nX-A".utf8))),
      ("in the body", .stall(Array("half".utf8), announcing: 8)),
    ])
  func stalled(place: String, reply: LoopbackServer.Reply) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let error = try await error(reply, limits: .init(total: .milliseconds(200)))
    #expect(error?.withoutReason == .timedOut(host: "127.0.0.1", reason: ""))
    #expect(error?.isTransient == true)
    #expect(clock.now - start >= .milliseconds(199))
    #expect(clock.now - start < .seconds(10))
  }

  @Test("a handshake that stalls ends at the limit for connecting")
  func stalledHandshake() async throws {
    // The server waits for the end of a request that the client's greeting never is.
    let server = try LoopbackServer { _ in .stall }
    let error = await #expect(throws: HTTPError.self) {
      try await client.send(
        .get(
          server.baseURL.replacing("http:", with: "https:"),
          limits: .init(connect: .milliseconds(200))))
    }
    #expect(error?.withoutReason == .timedOut(host: "127.0.0.1", reason: ""))
  }

  @Test(
    "an answer that breaks off is lost, and may go better the next time",
    arguments: [
      ("without a byte", LoopbackServer.Reply.hangUp),
      ("in the status line", .raw(Array("HTTP/1.1 2".utf8))),
      ("in the headers", .raw(Array("HTTP/1.1 200 OK\r\nContent-Le".utf8))),
      ("before the body", .cut([], announcing: 1)),
      ("in the body", .cut(Array("half".utf8), announcing: 8)),
      (
        "in a chunk",
        .raw(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nab".utf8))
      ),
      (
        "between chunks",
        .raw(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n".utf8))
      ),
      ("by not being HTTP", .raw(Array("hello\r\n\r\n".utf8))),
    ])
  func brokenOff(place: String, reply: LoopbackServer.Reply) async throws {
    let error = try await error(reply)
    #expect(error?.withoutReason == .connectionLost(host: "127.0.0.1", reason: ""))
    #expect(error?.isTransient == true)
  }

  @Test("one that fails does not disturb another on the same client")
  func apart() async throws {
    let server = try LoopbackServer { $0.path == "/bad" ? .cut([], announcing: 9) : .text("good") }
    let bad = Task { try await client.send(.get(server.baseURL + "/bad")) }
    #expect(try await client.send(.get(server.baseURL + "/good")).text == "good")
    await #expect(throws: HTTPError.self) { try await bad.value }
    #expect(try await client.send(.get(server.baseURL + "/good")).text == "good")
  }
}
