import HTTP
import TestSupport
import Testing

/// When a request is sent again, and after which wait.
@Suite("Retrying", .timeLimit(.minutes(5)))
struct RetryTests {
  private let request = HTTPRequest.get("http://a.example/")

  @Test("sends again what may go better", arguments: RetryCase.all)
  func outcomes(example: RetryCase) async {
    let timing = ManualTiming(random: 0.5)
    let script = ScriptedClient(example.outcomes)
    let client = script.client.retrying(RetryPolicy(), timing: timing.timing)
    await #expect(ScriptedClient.Outcome { try await client.send(request) } == example.expected)
    #expect(script.requests == Array(repeating: request, count: example.waits.count + 1))
    #expect(timing.waits == example.waits)
  }

  @Test(
    "waits twice as long each time, up to the cap",
    arguments: [
      (1.0, [1000, 2000, 4000, 5000, 5000, 5000]), (0.5, [500, 1000, 2000, 2500, 2500, 2500]),
      (0.0, [0, 0, 0, 0, 0, 0]),
    ])
  func backoff(random: Double, expected: [Int]) async throws {
    let timing = ManualTiming(random: random)
    let script = ScriptedClient(Array(repeating: .success(.init(status: 500)), count: 7))
    let policy = RetryPolicy(Backoff(attempts: 7, base: .seconds(1), cap: .seconds(5)))
    let client = script.client.retrying(policy, timing: timing.timing)
    #expect(try await client.send(request).status == 500)
    #expect(timing.waits == expected.map { .milliseconds($0) })
  }

  @Test(
    "makes as many attempts as the policy says, and one at least", arguments: [-1, 0, 1, 2, 20])
  func attempts(attempts: Int) async throws {
    let timing = ManualTiming()
    let script = ScriptedClient(Array(repeating: .success(.init(status: 503)), count: 200))
    let client = script.client.retrying(
      RetryPolicy(Backoff(attempts: attempts)), timing: timing.timing)
    #expect(try await client.send(request).status == 503)
    #expect(script.requests.count == max(1, attempts))
  }

  @Test("lets the policy say which answers are worth it", arguments: [(404, 2), (500, 1)])
  func override(status: Int, sends: Int) async throws {
    let script = ScriptedClient(Array(repeating: .success(.init(status: status)), count: 2))
    let policy = RetryPolicy { outcome in
      (try? outcome.get())?.status == 404 ? Backoff(attempts: 2) : nil
    }
    let client = script.client.retrying(policy, timing: ManualTiming().timing)
    #expect(try await client.send(request).status == status)
    #expect(script.requests.count == sends)
  }

  @Test("does not shorten a server's wait to the cap of our own")
  func longerThanCap() async throws {
    let timing = ManualTiming(random: 1)
    let script = ScriptedClient([
      .success(.init(status: 429, headers: [HTTPHeader("Retry-After", "100")])),
      .success(.init(status: 200)),
    ])
    let policy = RetryPolicy(Backoff(cap: .seconds(1)))
    _ = try await script.client.retrying(policy, timing: timing.timing).send(request)
    #expect(timing.waits == [.milliseconds(100_100)])
  }

  @Test("tells of each wait before it begins")
  func waits() async throws {
    let timing = ManualTiming(random: 0.5)
    let script = ScriptedClient([
      .success(.init(status: 503)), .failure(.timedOut(host: "a.example", reason: "too slow")),
      .success(.init(status: 429, headers: [HTTPHeader("Retry-After", "7")])),
      .success(.init(status: 503)),
    ])
    let told = Locked<[RetryWait]>([])
    let client = script.client.retrying(RetryPolicy(), timing: timing.timing) { wait in
      #expect(timing.waits == told.withLock { $0.map { $0.duration } })
      told.withLock { $0.append(wait) }
    }
    _ = try await client.send(request)
    let waits = told.withLock { $0 }
    #expect(waits.map { $0.name } == Array(repeating: "test/get", count: 3))
    #expect(
      waits.map { $0.reason } == [
        "a.example answered with status 503", "a.example did not answer in time: too slow",
        "a.example answered with status 429",
      ])
    #expect(waits.map { $0.duration } == timing.waits)
    #expect(timing.waits == [.milliseconds(500), .seconds(1), .milliseconds(7200)])
  }

  @Test("each kind of trouble has waits of its own, and its own number of attempts")
  func kinds() async throws {
    let timing = ManualTiming(random: 0)
    let long = Backoff(attempts: 3, base: .seconds(60), cap: .seconds(600), spread: 1...2)
    let short = Backoff(attempts: 4, base: .seconds(6), cap: .seconds(600), spread: 1...2)
    let statuses = [503, 429, 503, 503, 429, 429]
    let script = ScriptedClient(statuses.map { .success(.init(status: $0)) })
    let policy = RetryPolicy { outcome in
      (try? outcome.get())?.status == 429 ? long : short
    }
    let client = script.client.retrying(policy, timing: timing.timing)
    #expect(try await client.send(request).status == 429)
    #expect(timing.waits == [6, 60, 12, 24, 120].map { .seconds($0) })
  }

  @Test(
    "all waits together keep to the deadline",
    arguments: [(6.9, [1, 2]), (7, [1, 2, 4])] as [(Double, [Int])])
  func deadline(seconds: Double, waits: [Int]) async throws {
    let timing = ManualTiming(random: 1)
    let script = ScriptedClient(Array(repeating: .success(.init(status: 500)), count: 9))
    let policy = RetryPolicy(deadline: .seconds(seconds)) { _ in Backoff(attempts: 9) }
    let client = script.client.retrying(policy, timing: timing.timing)
    #expect(try await client.send(request).status == 500)
    #expect(timing.waits == waits.map { .seconds($0) })
  }

  @Test("passes on at once what is no error of ours")
  func otherError() async {
    let timing = ManualTiming()
    let script = ScriptedClient([])
    let client = script.client.retrying(RetryPolicy(), timing: timing.timing)
    await #expect(throws: ScriptedClient.EndOfScript.self) { try await client.send(request) }
    #expect(timing.waits == [])
  }

  @Test("ends when the task is cancelled during the wait")
  func cancelled() async throws {
    let isWaiting = Locked(false)
    var timing = ManualTiming().timing
    timing.sleep = { _ in
      isWaiting.withLock { $0 = true }
      try await Task.sleep(for: .seconds(3600))
    }
    let script = ScriptedClient(Array(repeating: .success(.init(status: 500)), count: 2))
    let client = script.client.retrying(RetryPolicy(), timing: timing)
    let task = Task { try await client.send(request) }
    try await eventually("the client waits") { isWaiting.withLock { $0 } }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(script.requests.count == 1)
  }
}

extension RetryPolicy {
  /// The usual policy with other waits.
  fileprivate init(_ backoff: Backoff) {
    self.init { RetryPolicy.isTransient($0) ? backoff : nil }
  }
}

extension Result where Failure == HTTPError {
  /// What comes of a function that must throw no other kind of error.
  init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch let error as HTTPError {
      self = .failure(error)
    } catch {
      Issue.record(error)
      self = .failure(.engine("\(error)"))
    }
  }
}
