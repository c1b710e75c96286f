package import Foundation

/// The clock and the dice, handed in so that tests neither wait nor guess.
package struct Timing: Sendable {
  /// Time since some fixed moment; never runs backwards.
  package var uptime: @Sendable () -> Duration
  /// The calendar's time.
  package var date: @Sendable () -> Date
  /// Waits; throws `CancellationError` when the task is cancelled meanwhile.
  package var sleep: @Sendable (Duration) async throws -> Void
  /// A number from 0 up to, not including, 1.
  package var random: @Sendable () -> Double

  /// Puts a clock together.
  package init(
    uptime: @escaping @Sendable () -> Duration,
    date: @escaping @Sendable () -> Date,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    random: @escaping @Sendable () -> Double
  ) {
    self.uptime = uptime
    self.date = date
    self.sleep = sleep
    self.random = random
  }

  /// The machine's own clock.
  package static let system: Timing = {
    let clock = ContinuousClock()
    let start = clock.now
    return Timing(
      uptime: { start.duration(to: clock.now) },
      date: { Date() },
      sleep: { try await clock.sleep(for: $0) },
      random: { Double.random(in: 0..<1) })
  }()

  /// A clock for a replay: nobody is there to be spared, so a wait is over at once.
  ///
  /// Its uptime jumps ahead with each wait, so that whoever waits for a time finds it come.
  package static let unhurried: Timing = {
    let skipped = Locked(Duration.zero)
    var timing = system
    timing.uptime = { system.uptime() + skipped.withLock { $0 } }
    timing.sleep = { wait in
      try Task.checkCancellation()
      skipped.withLock { $0 += wait }
      // As a wait that takes its time would: who waits in a loop must not keep a thread for itself.
      await Task.yield()
    }
    return timing
  }()
}
