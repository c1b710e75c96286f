import Synchronization

/// What the runs of one command may spend together, one week after the other.
package final class Purse: Sendable {
  /// The bounds.
  package let limits: SpendingLimits

  private let account: Mutex<Account>

  /// Sets the bounds; there are none unless told.
  package init(_ limits: SpendingLimits = SpendingLimits()) {
    self.limits = limits
    account = Mutex(Account(limits: limits))
  }

  /// The account as the runs before have left it.
  func open() -> Account { account.withLock { $0 } }

  /// Takes the account of a run that is over.
  func close(_ run: Account) { account.withLock { $0 = run.closed } }
}
