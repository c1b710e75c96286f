import HTTP
import Testing

/// The wait before a request is sent again.
@Suite("Back-off")
struct BackoffTests {
  @Test(
    "doubles with each attempt, up to the cap, and chance stays within its bounds",
    arguments: [
      (0.0, [1000, 2000, 4000, 5000, 5000]), (0.5, [1125, 2250, 4500, 5625, 5625]),
      (1.0, [1250, 2500, 5000, 6250, 6250]),
    ])
  func spread(random: Double, milliseconds: [Int]) {
    let backoff = Backoff(attempts: 9, base: .seconds(1), cap: .seconds(5), spread: 1...1.25)
    #expect(
      (1...5).map { backoff.wait(after: $0, random: random) }
        == milliseconds.map { .milliseconds($0) })
  }

  @Test("any number of attempts has a wait", arguments: [-1, 0, 1])
  func first(attempt: Int) {
    #expect(Backoff(base: .seconds(3)).wait(after: attempt, random: 1) == .seconds(3))
    #expect(Backoff().wait(after: .max, random: 1) == .seconds(60))
  }
}
