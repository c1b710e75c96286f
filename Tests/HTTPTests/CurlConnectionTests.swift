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

  @Test(
    "a POST that dies on a kept connection is not sent again behind our back",
    arguments: [0, 3, 70_000, 2_000_000])
  func noSilentRepeat(size: Int) async throws {
    let server = try LoopbackServer { $0.path == "/first" ? .text("ok") : .hangUp }
    let client = HTTPClient.network()
    _ = try await client.send(.post(server.baseURL + "/first", Array("one".utf8)))
    let body = [UInt8](repeating: 0x61, count: size)
    let error = await #expect(throws: HTTPError.self) {
      try await client.send(.post(server.baseURL + "/second", body))
    }
    #expect(error?.withoutReason == .connectionLost(host: "127.0.0.1", reason: ""))
    #expect(error?.isTransient == true)
    #expect(server.requests.map(\.path) == ["/first", "/second"])
    #expect((server.requests.last?.body == body) as Bool)
  }

  @Test("a POST that finds its kept connection closed is sent once, on a new one")
  func closedBefore() async throws {
    let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8)
    let server = try LoopbackServer { _ in .raw(answer) }
    let client = HTTPClient.network()
    for number in 1...5 {
      let body = Array("body \(number)".utf8)
      #expect(try await client.send(.post(server.baseURL, body)).text == "ok")
      try await eventually("the connection is closed") { server.openConnectionCount == 0 }
    }
    #expect(server.requests.map(\.text) == (1...5).map { "body \($0)" })
    #expect(server.connectionCount == 5)
  }

  @Test("a POST after one that died is sent again, because the handle has forgotten")
  func nextOneGoes() async throws {
    let server = try LoopbackServer { $0.path == "/dies" ? .hangUp : .text($0.text) }
    let client = HTTPClient.network()
    for number in 1...3 {
      let body = Array("\(number)".utf8)
      #expect(try await client.send(.post(server.baseURL + "/lives", body)).text == "\(number)")
      await #expect(throws: HTTPError.self) {
        try await client.send(.post(server.baseURL + "/dies", body))
      }
    }
    #expect(
      server.requests.map(\.path) == ["/lives", "/dies", "/lives", "/dies", "/lives", "/dies"])
  }

  @Test("requests on one handle take nothing over from each other")
  func oneHandle() async throws {
    let server = try LoopbackServer { request in
      .text(
        [request.headers["authorization"], request.headers["x-a"], request.text]
          .map { $0 ?? "none" }.joined(separator: " "))
    }
    let client = HTTPClient.network()
    let url = server.baseURL
    let requests: [(HTTPRequest, String)] = [
      (.post(url, Array("1".utf8), credential: .bearer("a")), "Bearer a none 1"),
      (.post(url, Array("2".utf8), credential: .bearer("b")), "Bearer b none 2"),
      (.post(url, Array("3".utf8)), "none none 3"),
      (.get(url, headers: [HTTPHeader("X-A", "4")], credential: .bearer("a")), "Bearer a 4 "),
      // Equal to Swift, but not to a server: the Kelvin sign is a K to the one and not to the other.
      (.get(url, headers: [HTTPHeader("X-A", "\u{212A}")]), "none \u{212A} "),
      (.get(url, headers: [HTTPHeader("X-A", "K")]), "none K "),
      (.get(url, headers: [HTTPHeader("X-A", "\u{212A}")]), "none \u{212A} "),
    ]
    for (request, answer) in requests {
      let text = try await client.send(request).text
      #expect(Array(text.unicodeScalars) == Array(answer.unicodeScalars))
    }
    #expect(server.connectionCount == 1)
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
