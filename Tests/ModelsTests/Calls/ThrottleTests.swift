import Foundation
import HTTP
import TestSupport
import Testing

@testable import Models

@Suite("Holding requests back")
struct ThrottleTests {
  @Test("a burst of refusals cuts the places once, and a new one again")
  func burst() async throws {
    let throttle = throttle(places: 16)
    let first = try await permits(8, throttle)
    for permit in first { _ = throttle.learn(.overcharged(nil), from: permit) }
    #expect(throttle.places == 8)
    let second = try await permits(8, throttle)
    for permit in second { _ = throttle.learn(.overcharged(nil), from: permit) }
    #expect(throttle.places == 4)
  }

  @Test("there is always one place, and never more than at first")
  func bounds() async throws {
    let throttle = throttle(places: 4)
    for _ in 0..<20 {
      let permits = try await permits(1, throttle)
      for permit in permits { _ = throttle.learn(.overcharged(nil), from: permit) }
    }
    #expect(throttle.places == 1)
    for _ in 0..<100 {
      let permits = try await permits(1, throttle)
      for permit in permits { _ = throttle.learn(.answered, from: permit) }
    }
    #expect(throttle.places == 4)
  }

  @Test("a round of answers grows the places, and errors of another kind do nothing")
  func growth() async throws {
    let throttle = throttle(places: 32)
    let permit = try #require(try await permits(1, throttle).first)
    #expect(throttle.learn(.overcharged(nil), from: permit) == 16)
    for _ in 0..<15 { _ = throttle.learn(.answered, from: permit) }
    for _ in 0..<99 { _ = throttle.learn(.other, from: permit) }
    #expect(throttle.places == 16)
    _ = throttle.learn(.answered, from: permit)
    #expect(throttle.places == 17)
  }

  @Test("a delay that the server asks for holds everybody")
  func pause() async throws {
    let clock = ManualTiming()
    let throttle = throttle(places: 4, clock)
    let permit = try #require(try await permits(1, throttle).first)
    _ = throttle.learn(.overcharged(.seconds(20)), from: permit)
    let told = Locked<[Duration]>([])
    try await throttle.admit(
      tokens: 1, onWait: { wait in told.withLock { $0.append(wait) } }, { _ in })
    #expect(clock.waits == [.seconds(20)])
    #expect(told.withLock { $0 } == clock.waits)
  }

  @Test(
    "whoever stood in the queue for a place waits for the pause as well, and cuts no second time")
  func pausedQueue() async throws {
    let clock = ManualTiming()
    let throttle = throttle(places: 2, clock)
    let gate = Gate()
    let sent = Locked<[Duration]>([])
    let lanes = (0..<6).map { number in
      Task {
        try await throttle.admit(tokens: 1) { permit in
          sent.withLock { $0.append(clock.timing.uptime()) }
          guard number < 2 || sent.withLock({ $0.count }) <= 2 else { return }
          await gate.pass()
          _ = throttle.learn(.overcharged(.seconds(30)), from: permit)
        }
      }
    }
    try await eventually("two are under way") { gate.waitingCount == 2 }
    gate.open()
    for lane in lanes { try await lane.value }
    #expect(sent.withLock { $0.prefix(2).allSatisfy { $0 == .zero } })
    #expect(sent.withLock { $0.dropFirst(2).allSatisfy { $0 >= .seconds(30) } })
    #expect(throttle.places == 1)
  }

  @Test("a delay beyond two minutes holds nobody, and a budget that needs longer is told")
  func beyondPatience() async throws {
    let clock = ManualTiming()
    let throttle = throttle(places: 4, clock)
    let permit = try #require(try await permits(1, throttle).first)
    _ = throttle.learn(.overcharged(.seconds(86_400)), from: permit)
    _ = try await permits(1, throttle)
    #expect(clock.waits == [])
    let allowance = Allowance(unit: .requests, limit: 50, remaining: 0, reset: .seconds(2_592_000))
    _ = throttle.learn(.answered, from: permit, allowances: [allowance])
    await #expect(throws: HTTPError.waitTooLong(host: "the server", seconds: 51_840)) {
      try await permits(1, throttle)
    }
    #expect(clock.waits == [])
  }

  @Test("requests keep to the number for a minute that the profile states")
  func requestsPerMinute() async throws {
    let clock = ManualTiming()
    let throttle = throttle(places: 4, clock) { $0.requestsPerMinute = 60 }
    _ = try await permits(66, throttle)
    // Six at once, and then one a second.
    #expect(clock.waits.map(\.inMilliseconds) == Array(repeating: 1000, count: 60))
  }

  @Test("tokens keep to the number for a minute that the profile states")
  func tokensPerMinute() async throws {
    let clock = ManualTiming()
    let throttle = throttle(places: 4, clock) { $0.tokensPerMinute = 6000 }
    _ = try await permits(4, throttle, tokens: 600)
    #expect(clock.waits.map(\.inMilliseconds) == [6000, 6000, 6000])
  }

  @Test("a request larger than a minute's tokens is refused and not waited for")
  func oversize() async throws {
    let clock = ManualTiming()
    let throttle = throttle(places: 4, clock) { $0.tokensPerMinute = 500 }
    let error = await #expect(throws: ModelError.self) {
      try await permits(1, throttle, tokens: 501)
    }
    #expect(error?.kind == .tooLong)
    #expect(clock.waits == [])
  }

  @Test("where the profile states nothing, the server's own count is kept to")
  func learned() async throws {
    let clock = ManualTiming()
    let throttle = throttle(places: 4, clock)
    let permit = try #require(try await permits(1, throttle).first)
    // 47,949 of 50,000 tokens come back in 62.351 seconds; 2,051 are left, 3,006 are wanted.
    let allowance = Allowance(
      unit: .tokens, limit: 50_000, remaining: 2051, reset: .milliseconds(62_351))
    _ = throttle.learn(.answered, from: permit, allowances: [allowance])
    _ = try await permits(1, throttle, tokens: 3006)
    #expect(clock.waits.map(\.inMilliseconds) == [1242])
  }

  @Test("what the profile states is kept to, whatever the server allows")
  func stated() async throws {
    let clock = ManualTiming()
    let throttle = throttle(places: 4, clock) { $0.requestsPerMinute = 10 }
    let permit = try #require(try await permits(1, throttle).first)
    let allowance = Allowance(unit: .requests, limit: 5000, remaining: 4990, reset: .seconds(1))
    _ = throttle.learn(.answered, from: permit, allowances: [allowance])
    _ = try await permits(1, throttle)
    #expect(clock.waits.map(\.inMilliseconds) == [6000])
  }

  @Test("of what several machines share, each takes its part, whoever says how much there is")
  func shared() async throws {
    let clock = ManualTiming()
    let stated = throttle(places: 4, clock) {
      $0.requestsPerMinute = 240
      $0.machines = 4
    }
    _ = try await permits(66, stated)
    #expect(clock.waits.map(\.inMilliseconds) == Array(repeating: 1000, count: 60))
    let tokens = throttle(places: 4) {
      $0.tokensPerMinute = 2000
      $0.machines = 4
    }
    await #expect(throws: ModelError.self) { try await permits(1, tokens, tokens: 501) }

    let later = ManualTiming()
    let learned = throttle(places: 4, later) { $0.machines = 2 }
    let permit = try #require(try await permits(1, learned).first)
    // 100 of 200 are left, and the others come back in 100 seconds: 50 for each, and one in two.
    let allowance = Allowance(unit: .requests, limit: 200, remaining: 100, reset: .seconds(100))
    _ = learned.learn(.answered, from: permit, allowances: [allowance])
    _ = try await permits(52, learned)
    #expect(later.waits.map(\.inMilliseconds) == [2000, 2000])
  }

  @Test("fewer than one request in a minute is a long wait, and no stop")
  func slow() async throws {
    let clock = ManualTiming()
    let throttle = throttle(places: 1, clock) {
      $0.requestsPerMinute = 1
      $0.machines = 2
    }
    _ = try await permits(2, throttle)
    #expect(clock.waits.map(\.inMilliseconds) == [120_000])
  }

  @Test("a budget that the server calls whole holds nobody")
  func whole() async throws {
    let clock = ManualTiming()
    let throttle = throttle(places: 4, clock)
    let permit = try #require(try await permits(1, throttle).first)
    let allowance = Allowance(unit: .requests, limit: 10, remaining: 10, reset: .zero)
    _ = throttle.learn(.answered, from: permit, allowances: [allowance])
    _ = try await permits(30, throttle)
    #expect(clock.waits == [])
  }

  private func throttle(
    places: Int, _ clock: ManualTiming = ManualTiming(),
    _ change: (inout ModelProfile.Limits) -> Void = { _ in }
  ) -> Throttle {
    var limits = ModelProfile.Limits()
    change(&limits)
    return Throttle(places: places, limits: limits, timing: clock.timing)
  }

  /// The leaves of some requests, one after the other.
  private func permits(
    _ count: Int, _ throttle: Throttle, tokens: Int = 1
  ) async throws -> [Throttle.Permit] {
    var permits: [Throttle.Permit] = []
    for _ in 0..<count {
      permits.append(try await throttle.admit(tokens: tokens) { $0 })
    }
    return permits
  }
}
