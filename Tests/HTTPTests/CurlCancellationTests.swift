import HTTP
import TestSupport
import Testing

/// What becomes of a transfer whose task is cancelled.
@Suite("Cancelling a request", .timeLimit(.minutes(5)))
struct CurlCancellationTests {
  private let client = HTTPClient.network()

  @Test(
    "a request under way ends, and the server sees the connection close",
    arguments: [
      ("before the answer", LoopbackServer.Reply.stall),
      ("in the body", .stall(Array("half".utf8), announcing: 8)),
    ])
  func underWay(place: String, reply: LoopbackServer.Reply) async throws {
    let server = try LoopbackServer { _ in reply }
    let task = Task { try await client.send(.get(server.baseURL)) }
    try await eventually("the request has arrived") { server.requests.count == 1 }
    #expect(server.openConnectionCount == 1)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    try await eventually("the connection is closed") { server.openConnectionCount == 0 }
  }

  @Test("a task that is cancelled already sends nothing")
  func before() async throws {
    let server = try LoopbackServer { _ in .status(200) }
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await client.send(.get(server.baseURL))
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    // The next one would be the second on the connection, had the first been sent.
    _ = try await client.send(.get(server.baseURL + "/next"))
    #expect(server.requests.map { $0.path } == ["/next"])
    #expect(server.connectionCount == 1)
  }

  @Test("cancelling an answered request changes nothing")
  func afterwards() async throws {
    let server = try LoopbackServer { _ in .text("done") }
    let task = Task { try await client.send(.get(server.baseURL)) }
    #expect(try await task.value.text == "done")
    task.cancel()
    #expect(try await task.value.text == "done")
    #expect(try await client.send(.get(server.baseURL)).text == "done")
    #expect(server.connectionCount == 1)
  }

  @Test("two hundred requests under way all end, and the client goes on")
  func many() async throws {
    let server = try LoopbackServer { $0.path == "/next" ? .text("here") : .stall }
    let tasks = (0..<200).map { number in
      Task { try await client.send(.get(server.baseURL + "/\(number)")) }
    }
    try await eventually("all requests have arrived") { server.requests.count == 200 }
    for task in tasks { task.cancel() }
    for task in tasks {
      await #expect(throws: CancellationError.self) { try await task.value }
    }
    try await eventually("all connections are closed") { server.openConnectionCount == 0 }
    #expect(try await client.send(.get(server.baseURL + "/next")).text == "here")
  }

  @Test("a cancellation at any moment settles the request one way or the other")
  func anyMoment() async throws {
    let server = try LoopbackServer { _ in .text("done") }
    for turn in 0..<200 {
      let task = Task { try await client.send(.get(server.baseURL)) }
      for _ in 0..<turn { await Task.yield() }
      task.cancel()
      do {
        #expect(try await task.value.text == "done")
      } catch is CancellationError {}
    }
    #expect(try await client.send(.get(server.baseURL)).text == "done")
  }
}
