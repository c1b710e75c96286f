package import Foundation
package import HTTP

/// A clock that stands still until somebody sleeps, and dice that fall as told.
package final class ManualTiming: Sendable {
  private struct State {
    var uptime = Duration.zero
    var waits: [Duration] = []
    var random: Double
  }

  private let start: Date
  private let state: Locked<State>

  /// Starts the clock at a date.
  package init(date: Date = Date(timeIntervalSince1970: 1_721_995_200), random: Double = 0.5) {
    start = date
    state = Locked(State(random: random))
  }

  /// How long each sleep was, in order.
  package var waits: [Duration] { state.withLock { $0.waits } }

  /// What the dice show.
  package var random: Double {
    get { state.withLock { $0.random } }
    set { state.withLock { $0.random = newValue } }
  }

  /// Lets time pass without anybody sleeping.
  package func advance(by duration: Duration) {
    state.withLock { $0.uptime += duration }
  }

  /// The clock, for whoever wants one.
  package var timing: Timing {
    Timing(
      uptime: { self.uptime },
      date: { self.start + self.uptime / .seconds(1) },
      sleep: {
        try self.sleep($0)
        // As a wait that takes its time would: on one core, who waits in a loop would stop all others.
        await Task.yield()
      },
      random: { self.random })
  }

  private var uptime: Duration { state.withLock { $0.uptime } }

  private func sleep(_ duration: Duration) throws {
    try Task.checkCancellation()
    state.withLock { state in
      state.waits.append(duration)
      state.uptime += duration
    }
  }
}
