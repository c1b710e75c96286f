import Foundation
import HTTP
import TestSupport
import Testing

/// How many connections and threads the client on the network takes, and how it gives them back.
@Suite("Connections and the thread behind them", .timeLimit(.minutes(5)))
struct CurlConnectionTests {
  @Test("requests one after the other share a connection")
  func keepAlive() async throws {
    let server = try LoopbackServer { .text($0.path) }
    let client = HTTPClient.network()
    for number in 1...20 {
      #expect(try await client.send(.get(server.baseURL + "/\(number)")).text == "/\(number)")
    }
    #expect(server.connectionCount == 1)
  }

  @Test("a connection that the server has closed meanwhile is replaced")
  func closedMeanwhile() async throws {
    let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8)
    let server = try LoopbackServer { _ in .raw(answer) }
    let client = HTTPClient.network()
    for number in 1...5 {
      #expect(try await client.send(.get(server.baseURL)).text == "ok")
      try await eventually("the connection is closed") { server.openConnectionCount == 0 }
      #expect(server.connectionCount == number)
    }
  }

  @Test("a request that dies on a kept connection is not sent again behind our back")
  func noSilentRepeat() async throws {
    let server = try LoopbackServer { $0.path == "/first" ? .text("ok") : .hangUp }
    let client = HTTPClient.network()
    _ = try await client.send(.post(server.baseURL + "/first", Array("one".utf8)))
    await #expect(throws: HTTPError.self) {
      try await client.send(.post(server.baseURL + "/second", Array("two".utf8)))
    }
    #expect(server.requests.map(\.path) == ["/first", "/second"])
  }

  @Test("fifty requests at once are all answered, each with its own answer")
  func concurrent() async throws {
    let server = try LoopbackServer { .text("\($0.path) \($0.text)") }
    let client = HTTPClient.network()
    let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for number in 0..<50 {
        group.addTask {
          let body = Array("body \(number)".utf8)
          return (number, try await client.send(.post(server.baseURL + "/\(number)", body)).text)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(
      answers == Dictionary(uniqueKeysWithValues: (0..<50).map { ($0, "/\($0) body \($0)") }))
  }

  @Test("requests are under way at the same time")
  func together() async throws {
    let client = HTTPClient.network()
    let server = try LoopbackServer { $0.path == "/slow" ? .stall : .text("quick") }
    let slow = Task { try await client.send(.get(server.baseURL + "/slow")) }
    try await eventually("the slow request is there") { server.requests.count == 1 }
    #expect(try await client.send(.get(server.baseURL + "/quick")).text == "quick")
    slow.cancel()
    await #expect(throws: CancellationError.self) { try await slow.value }
  }

  @Test("connections end with the client")
  func closed() async throws {
    let server = try LoopbackServer { _ in .status(200) }
    do {
      let client = HTTPClient.network()
      _ = try await client.send(.get(server.baseURL))
      #expect(server.openConnectionCount == 1)
      // The client lives until its last use.
      _ = try await client.send(.get(server.baseURL))
    }
    try await eventually("the connection is closed") { server.openConnectionCount == 0 }
  }

  @Test("a thread starts with the first request and ends with the client")
  func thread() async {
    // In a process of its own, because the clients of other tests have threads too.
    await #expect(processExitsWith: .success) {
      let server = try LoopbackServer { _ in .status(200) }
      do {
        let clients = (0..<100).map { _ in HTTPClient.network() }
        try #require(try CurlConnectionTests.threadCount() < 50)
        for client in clients { _ = try await client.send(.get(server.baseURL)) }
        try #require(try CurlConnectionTests.threadCount() >= 100)
        // The clients live until their last use.
        for client in clients { _ = try await client.send(.get(server.baseURL)) }
      }
      // Some threads are the runtime's own and stay.
      try await eventually("the threads end") { try CurlConnectionTests.threadCount() < 50 }
    }
  }

  /// How many threads this process has.
  static func threadCount() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count
  }
}
