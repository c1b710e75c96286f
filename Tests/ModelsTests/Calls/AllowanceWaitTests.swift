import Testing

@testable import Models

@Suite("What allowances ask for")
struct AllowanceWaitTests {
  @Test(
    "a server that names no time is left alone until the budget that is used up is whole",
    arguments: [
      ([(0.0, 10.0, 5), (9, 10, 60)], 5), ([(0, 10, 5), (0.5, 10, 7)], 7),
      ([(9, 10, 5), (8, 10, 60)], 60), ([(1, 10, 5), (9, 10, 60)], 60), ([], nil),
    ] as [([(Double, Double, Int)], Int?)])
  func wait(left: [(Double, Double, Int)], seconds: Int?) {
    let allowances = left.map { remaining, limit, reset in
      Allowance(unit: .tokens, limit: limit, remaining: remaining, reset: .seconds(reset))
    }
    #expect(allowances.wait == seconds.map { .seconds($0) })
  }

  @Test("a budget that is not whole fills up in the time until its reset")
  func speed() {
    #expect(left(40, .seconds(30)).perSecond == 2)
    #expect(left(100, .seconds(30)).perSecond == nil)
    #expect(left(40, .zero).perSecond == nil)
  }

  private func left(_ remaining: Double, _ reset: Duration) -> Allowance {
    Allowance(unit: .tokens, limit: 100, remaining: remaining, reset: reset)
  }
}
