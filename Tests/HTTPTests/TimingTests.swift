import Foundation
import HTTP
import TestSupport
import Testing

/// The clocks.
@Suite("Timing")
struct TimingTests {
  @Test("the machine's clock runs on, and its dice stay in their range")
  func system() async throws {
    let timing = Timing.system
    let (start, date) = (timing.uptime(), timing.date())
    try await timing.sleep(.milliseconds(5))
    #expect(timing.uptime() - start >= .milliseconds(5))
    #expect(abs(timing.date().timeIntervalSince(date)) < 60)
    #expect((0..<1000).allSatisfy { _ in (0..<1).contains(timing.random()) })
  }

  @Test("the machine's clock stops waiting when the task is cancelled")
  func cancelled() async {
    let task = Task { try await Timing.system.sleep(.seconds(3600)) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("a replay waits for nothing, but still ends when it is cancelled")
  func unhurried() async throws {
    try await Timing.unhurried.sleep(.seconds(1_000_000))
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await Timing.unhurried.sleep(.zero)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("the tests' clock moves as it is told")
  func manual() async throws {
    let manual = ManualTiming(date: Date(timeIntervalSince1970: 100), random: 0.25)
    try await manual.timing.sleep(.seconds(2))
    manual.advance(by: .seconds(3))
    manual.random = 0.75
    #expect(manual.waits == [.seconds(2)])
    #expect(manual.timing.uptime() == .seconds(5))
    #expect(manual.timing.date() == Date(timeIntervalSince1970: 105))
    #expect(manual.timing.random() == 0.75)
  }
}
