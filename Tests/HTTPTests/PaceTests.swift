import HTTP
import TestSupport
import Testing

/// One request at a time, with a rest after each.
@Suite("Pacing")
struct PaceTests {
  private let timing = ManualTiming()
  private let request = HTTPRequest.get("http://a.example/")

  /// A paced client that takes some time for each request.
  private func client(
    taking time: Duration = .zero,
    then outcome: ScriptedClient.Outcome = .success(.init(status: 200))
  ) -> HTTPClient {
    let timing = self.timing
    return HTTPClient { _ in
      timing.advance(by: time)
      return try outcome.get()
    }
    .paced(every: .seconds(3), timing: timing.timing)
  }

  @Test("the first request goes at once")
  func first() async throws {
    _ = try await client(taking: .seconds(1)).send(request)
    #expect(timing.waits == [])
  }

  @Test("the next ones wait the whole interval, counted from the end of the one before")
  func next() async throws {
    let client = client(taking: .seconds(2))
    for _ in 1...3 { _ = try await client.send(request) }
    #expect(timing.waits == [.seconds(3), .seconds(3)])
  }

  @Test(
    "time that has passed anyway counts",
    arguments: [(0, [3000]), (1000, [2000]), (2999, [1]), (3000, []), (9000, [])])
  func passed(milliseconds: Int, expected: [Int]) async throws {
    let client = client(taking: .seconds(2))
    _ = try await client.send(request)
    timing.advance(by: .milliseconds(milliseconds))
    _ = try await client.send(request)
    #expect(timing.waits == expected.map { .milliseconds($0) })
  }

  @Test("a failure counts like an answer")
  func failure() async throws {
    let lost = HTTPError.connectionLost(host: "a.example", reason: "")
    let client = client(taking: .seconds(1), then: .failure(lost))
    for _ in 1...2 {
      await #expect(throws: lost) { try await client.send(request) }
    }
    #expect(timing.waits == [.seconds(3)])
  }

  @Test("requests that come at the same time go one after the other")
  func serialised() async throws {
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
    .paced(every: .seconds(3), timing: timing.timing)
    try await withThrowingTaskGroup { group in
      for _ in 1...10 {
        group.addTask { _ = try await client.send(request) }
      }
      try await group.waitForAll()
    }
    #expect(under.withLock { $0.most } == 1)
    #expect(timing.waits == Array(repeating: .seconds(3), count: 9))
  }

  @Test("each wrapped client has a pace of its own")
  func apart() async throws {
    for _ in 1...2 { _ = try await client().send(request) }
    #expect(timing.waits == [])
  }

  @Test("a cancelled wait sends nothing, and the next request waits on")
  func cancelled() async throws {
    let script = ScriptedClient(Array(repeating: .success(.init(status: 200)), count: 2))
    let client = script.client.paced(every: .seconds(3), timing: timing.timing)
    _ = try await client.send(request)
    timing.advance(by: .seconds(1))
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await client.send(request)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(script.requests.count == 1)
    _ = try await client.send(request)
    #expect(timing.waits == [.seconds(2)])
  }
}
