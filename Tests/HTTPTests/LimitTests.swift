import HTTP
import TestSupport
import Testing

/// Places, as clients use them.
@Suite("Limiting how many requests are under way", .timeLimit(.minutes(5)))
struct LimitTests {
  private let request = HTTPRequest.get("http://a.example/")
  private let gate = Gate()

  /// A client whose requests all wait at the gate.
  private func client(limitedTo count: Int) -> HTTPClient {
    let gate = self.gate
    return HTTPClient { _ in
      await gate.pass()
      return HTTPResponse(status: 200)
    }
    .limited(to: count)
  }

  @Test("of thirty, just so many are under way at once", arguments: [1, 2, 3, 7, 30, 100])
  func most(count: Int) async throws {
    let client = client(limitedTo: count)
    // An immediate task has run to where it waits by the time it is made.
    let tasks = (1...30).map { _ in Task.immediate { try await client.send(request) } }
    #expect(gate.waitingCount == min(count, 30))
    gate.open()
    for task in tasks { #expect(try await task.value.status == 200) }
  }

  @Test("thirty in parallel never pass the limit", arguments: [1, 3])
  func parallel(count: Int) async throws {
    let under = Locked((now: 0, most: 0))
    let client = HTTPClient { _ in
      under.withLock { under in
        under.now += 1
        under.most = max(under.most, under.now)
      }
      for _ in 1...5 { await Task.yield() }
      under.withLock { $0.now -= 1 }
      return HTTPResponse(status: 200)
    }
    .limited(to: count)
    try await withThrowingTaskGroup { group in
      for _ in 1...30 {
        group.addTask { _ = try await client.send(request) }
      }
      try await group.waitForAll()
    }
    #expect((1...count).contains(under.withLock { $0.most }))
    #expect(under.withLock { $0.now } == 0)
  }

  @Test("a request that fails makes room")
  func failure() async throws {
    let lost = HTTPError.connectionLost(host: "a.example", reason: "")
    let script = ScriptedClient([.failure(lost), .failure(lost), .success(.init(status: 200))])
    let client = script.client.limited(to: 1)
    for _ in 1...2 {
      await #expect(throws: lost) { try await client.send(request) }
    }
    #expect(try await client.send(request).status == 200)
  }

  @Test("a task that is cancelled while it waits throws, and takes no room away")
  func cancelled() async throws {
    let client = client(limitedTo: 2)
    let running = (1...2).map { _ in Task.immediate { try await client.send(request) } }
    let waiting = (1...10).map { _ in Task.immediate { try await client.send(request) } }
    #expect(gate.waitingCount == 2)
    for task in waiting { task.cancel() }
    for task in waiting {
      await #expect(throws: CancellationError.self) { try await task.value }
    }
    #expect(gate.waitingCount == 2)
    gate.open()
    for task in running { #expect(try await task.value.status == 200) }
  }
}

extension HTTPClient {
  /// Sends only from one of so many places.
  fileprivate func limited(to count: Int) -> HTTPClient {
    let slots = Slots(count)
    return HTTPClient { request in
      try await slots.withSlot { try await self.send(request) }
    }
  }
}
