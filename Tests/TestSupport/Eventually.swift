/// Waits until something has come about that nothing announces, such as the end of a thread.
///
/// Throws, naming what was waited for, when it has not come about in time.
package func eventually(
  _ what: String, within limit: Duration = .seconds(20), _ condition: () throws -> Bool
) async throws {
  let clock = ContinuousClock()
  let deadline = clock.now + limit
  while try !condition() {
    guard clock.now < deadline else { throw NeverHappened(what: what) }
    try await clock.sleep(for: .milliseconds(2))
  }
}

/// Something that a test has waited for in vain.
private struct NeverHappened: Error, CustomStringConvertible {
  let what: String

  var description: String { "in vain waited until \(what)" }
}
