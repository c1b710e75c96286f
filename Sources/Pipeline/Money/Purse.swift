import Records
import Synchronization

/// What the runs of one command may spend together, one week after the other.
package final class Purse: Sendable {
  /// The bounds.
  package let limits: SpendingLimits

  private struct State {
    var account: Account
    /// What the last run of each week has asked.
    var bills: [Week: [Bill]] = [:]
  }

  private let state: Mutex<State>

  /// Sets the bounds; there are none unless told.
  package init(_ limits: SpendingLimits = SpendingLimits()) {
    self.limits = limits
    state = Mutex(State(account: Account(limits: limits)))
  }

  /// The account as the runs before have left it, with the bills of a week whose run goes on; nil for one
  /// that begins.
  func open(for week: Week?) -> (account: Account, bills: [Bill]) {
    state.withLock { state in (state.account, week.flatMap { state.bills[$0] } ?? []) }
  }

  /// Takes the account of a run that is over.
  func close(_ run: Account, _ bills: [Bill], of week: Week) {
    state.withLock { state in
      state.account = run.closed
      state.bills[week] = bills
    }
  }
}
