/// Waits until something has come about that nothing announces, such as the end of a thread.
///
/// Throws, naming what was waited for, when it has not come about in time. The time is counted in looks
/// and not by the clock: where hundreds of tests share two cores, nobody is served for seconds, and who
/// waits for a task must wait as long as that task does.
package func eventually(
  _ what: String, within limit: Duration = .seconds(20), _ condition: () throws -> Bool
) async throws {
  let pause = Duration.milliseconds(2)
  var looks = limit / pause
  while try !condition() {
    guard looks > 0 else { throw NeverHappened(what: what) }
    looks -= 1
    try await ContinuousClock().sleep(for: pause)
  }
}

/// Something that a test has waited for in vain.
private struct NeverHappened: Error, CustomStringConvertible {
  let what: String

  var description: String { "in vain waited until \(what)" }
}
