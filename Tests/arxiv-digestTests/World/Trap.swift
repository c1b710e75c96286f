import Dispatch
import Foundation
import HTTP

/// Kills a program at a moment that its own requests set off.
///
/// A test that polls would come too late: a whole run takes no longer than a few polls.
final class Trap: Sendable {
  private struct State {
    var steps = 0
    var goal = Int.max
    var moment = Duration.zero
  }

  private let state = Locked(State())
  private let strike = Locked<(@Sendable () -> Void)?>(nil)
  private let armed = DispatchSemaphore(value: 0)

  /// Chooses the request, counted from now on, and how long after it the trap closes.
  func set(after request: Int, moment: Duration) {
    state.withLock { $0 = State(goal: request, moment: moment) }
  }

  /// Tells what closing means, once the program is there.
  func arm(_ strike: @escaping @Sendable () -> Void) {
    self.strike.withLock { $0 = strike }
    armed.signal()
  }

  /// Counts a request; on a thread of its own, so that the answer is not held up.
  func step() {
    let moment: Duration? = state.withLock { state in
      state.steps += 1
      return state.steps == state.goal ? state.moment : nil
    }
    guard let moment else { return }
    Thread.detachNewThread { [armed, strike] in
      armed.wait()
      Thread.sleep(forTimeInterval: moment / .seconds(1))
      strike.withLock { $0 }?()
    }
  }
}
