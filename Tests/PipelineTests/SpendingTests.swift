import Foundation
import HTTP
import Models
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("Spending", .timeLimit(.minutes(5)))
struct SpendingTests {
  @Test("what may be spent is reserved before and settled after")
  func reserveAndSettle() async throws {
    let spending = account(maxUSD: 1)
    let meter = spending.meter(for: .summarize)
    // Four requests of at most 0.4 each that cost 0.1 in the end: one after the other they fit.
    for _ in 0..<4 {
      let entry = try await meter.reserve(request(most: 0.4))
      try entry.send()
      try entry.settle(.answered(TokenUsage(inputTokens: 5), costUSD: 0.1))
    }
    #expect(spending.bills.costUSD == 0.4)
    #expect(spending.bills.usage == Usage(requests: 4, inputTokens: 20))
    await #expect(throws: BudgetSpent.self) { _ = try await meter.reserve(request(most: 0.61)) }
  }

  @Test("a request that does not fit waits for those under way, and goes when they cost less")
  func waits() async throws {
    let spending = account(maxUSD: 1)
    let meter = spending.meter(for: .summarize)
    let first = try await meter.reserve(request(most: 0.8))
    try first.send()
    async let second = meter.reserve(request(most: 0.8))
    try await eventually("the second waits") { spending.waiting == 1 }
    try first.settle(.answered(TokenUsage(), costUSD: 0.1))
    try await second.settle(.notSent)
  }

  @Test("who waits is refused when nothing is under way any more that could give back")
  func refused() async throws {
    let spending = account(maxUSD: 1)
    let meter = spending.meter(for: .summarize)
    let first = try await meter.reserve(request(most: 0.8))
    try first.send()
    let second = Task { try await meter.reserve(request(most: 0.8)) }
    let third = Task { try await meter.reserve(request(most: 0.3)) }
    try await eventually("both wait") { spending.waiting == 2 }
    // An unknown outcome may have cost all that it could.
    try first.settle(.unknown)
    let outcomes = [await second.result, await third.result]
    for outcome in outcomes {
      #expect(throws: BudgetSpent.self) { _ = try outcome.get() }
    }
  }

  @Test("who waits and is cancelled stops waiting")
  func cancelled() async throws {
    let spending = account(maxUSD: 1)
    let meter = spending.meter(for: .summarize)
    let first = try await meter.reserve(request(most: 1))
    let second = Task { try await meter.reserve(request(most: 1)) }
    try await eventually("the second waits") { spending.waiting == 1 }
    second.cancel()
    let outcome = await second.result
    #expect(throws: CancellationError.self) { _ = try outcome.get() }
    try first.settle(.notSent)
    _ = try await meter.reserve(request(most: 1))
  }

  @Test(
    "requests that were never sent do not count, and all others do",
    arguments: [
      (Meter.Outcome.notSent, false), (.answered(TokenUsage(), costUSD: nil), true),
      (.failed(TokenUsage(), costUSD: 0), true), (.unknown, true),
    ])
  func counting(outcome: Meter.Outcome, counts: Bool) async throws {
    let spending = account(maxRequests: 1)
    let meter = spending.meter(for: .translate)
    let entry = try await meter.reserve(request(most: nil))
    try entry.send()
    try entry.settle(outcome)
    #expect(spending.bills.usage.requests == (counts ? 1 : 0))
    if counts {
      let error = await #expect(throws: BudgetSpent.self) {
        _ = try await meter.reserve(request(most: nil))
      }
      #expect(error?.description == "not asked, because --max-requests 1 is reached")
    } else {
      _ = try await meter.reserve(request(most: nil))
    }
  }

  @Test("every request is told when it goes out and when it has ended, and every wait between")
  func told() async throws {
    let told = Locked<[RunEvent]>([])
    let spending = Spending(
      Account(limits: SpendingLimits()), log: nil, now: { Samples.later },
      tell: { event in told.withLock { $0.append(event) } })
    let meter = spending.meter(for: .translate)
    let unsent = try await meter.reserve(request(most: nil))
    try unsent.settle(.notSent)
    let entries = [
      try await meter.reserve(request(most: nil)), try await meter.reserve(request(most: nil)),
    ]
    for entry in entries { try entry.send() }
    let wait = Meter.Wait(name: "q", profile: "p", failure: "busy", duration: .seconds(1))
    meter.wait(wait)
    try entries[1].settle(.unknown)
    try entries[0].settle(.answered(TokenUsage(inputTokens: 5), costUSD: 0.1))
    let sent = [1, 2].map { number in
      PaidRequest(
        number: number, stage: "translate", question: "q", profile: "p", model: "m", mostUSD: nil,
        bytes: 0, time: Samples.later)
    }
    let settled = [
      sent[1].settled(.unknown, at: Samples.later),
      sent[0].settled(.answered(TokenUsage(inputTokens: 5), costUSD: 0.1), at: Samples.later),
    ]
    #expect(
      told.withLock { $0 }
        == sent.map { .sent($0) } + [.waiting(.translate, wait)] + settled.map { .settled($0) })
  }

  @Test("many lanes never spend more than they may")
  func manyLanes() async throws {
    let spending = account(maxUSD: 1)
    let meter = spending.meter(for: .summarize)
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<64 {
        group.addTask {
          do {
            let entry = try await meter.reserve(request(most: 0.06))
            await Task.yield()
            try entry.send()
            try entry.settle(
              .answered(TokenUsage(), costUSD: number.isMultiple(of: 2) ? 0.06 : 0.01))
          } catch {}
        }
      }
    }
    let cost = try #require(spending.bills.costUSD)
    #expect(cost <= 1.000001 && cost > 0.9)
  }

  private func account(maxUSD: Double? = nil, maxRequests: Int? = nil) -> Spending {
    Spending(
      Account(limits: SpendingLimits(maxUSD: maxUSD, maxRequests: maxRequests)), log: nil,
      now: { Samples.later })
  }
}

private func request(most: Double?) -> Meter.Request {
  Meter.Request(name: "q", profile: "p", model: "m", mostUSD: most)
}
