/// Lets requests through until it is shut.
///
/// A request that waits for its place when the reason to send it goes must not be sent after all.
package final class Door: Sendable {
  private let reason = Locked<(any Error)?>(nil)

  /// Makes an open door.
  package init() {}

  /// Shuts the door for good: every later request gets this error, or an earlier one that shut it.
  package func shut(_ error: any Error) {
    reason.withLock { $0 = $0 ?? error }
  }

  /// Throws the error that shut the door.
  package func pass() throws {
    if let error = reason.withLock({ $0 }) { throw error }
  }
}
