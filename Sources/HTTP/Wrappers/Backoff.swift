/// How often a request is sent, and how long to wait before each time but the first.
package struct Backoff: Sendable, Hashable {
  /// Requests sent in all, the first one included.
  package var attempts: Int
  /// The first wait; it doubles with each attempt.
  package var base: Duration
  /// The longest wait, before chance has its say.
  package var cap: Duration
  /// What chance makes of a wait: a factor between these two.
  ///
  /// From nothing on for many lanes that must not come back as one; from one on for a server that is
  /// to be left alone.
  package var spread: ClosedRange<Double>

  /// Sends four times with waits of some seconds, unless told otherwise.
  package init(
    attempts: Int = 4, base: Duration = .seconds(1), cap: Duration = .seconds(60),
    spread: ClosedRange<Double> = 0...1
  ) {
    self.attempts = attempts
    self.base = base
    self.cap = cap
    self.spread = spread
  }

  /// The wait after an attempt, counted from 1; `random` is a number from 0 to 1.
  package func wait(after attempt: Int, random: Double) -> Duration {
    let ceiling = min(cap, base * (1 << min(max(attempt, 1) - 1, 20)))
    return ceiling * (spread.lowerBound + (spread.upperBound - spread.lowerBound) * random)
  }
}
