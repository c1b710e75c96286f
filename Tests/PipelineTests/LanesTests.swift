import HTTP
import TestSupport
import Testing

@testable import Pipeline

@Suite("Lanes")
struct LanesTests {
  private struct Trouble: Error, Equatable {
    let item: Int
  }

  @Test("every item is worked on once", arguments: [1, 3, 100])
  func all(lanes: Int) async throws {
    let seen = Locked<[Int]>([])
    try await Lanes.run(lanes, over: Array(0..<50)) { item in
      seen.withLock { $0.append(item) }
    }
    #expect(seen.withLock { $0.sorted() } == Array(0..<50))
  }

  @Test("no more items are under way than there are lanes")
  func bound() async throws {
    let gate = Gate()
    async let work: Void = Lanes.run(3, over: Array(0..<10)) { _ in await gate.pass() }
    try await eventually("three items are under way") { gate.waitingCount == 3 }
    gate.open()
    try await work
  }

  @Test("after an error nothing more is begun, and what is under way comes to its end")
  func error() async throws {
    let gate = Gate()
    let finished = Locked<[Int]>([])
    let begun = Locked(0)
    async let outcome = #expect(throws: Trouble(item: 1)) {
      try await Lanes.run(2, over: Array(0..<10)) { item in
        begun.withLock { $0 += 1 }
        if item == 1 { throw Trouble(item: 1) }
        await gate.pass()
        finished.withLock { $0.append(item) }
      }
    }
    try await eventually("one item waits and one has failed") {
      gate.waitingCount == 1 && begun.withLock { $0 } == 2
    }
    gate.open()
    _ = await outcome
    #expect(finished.withLock { $0 } == [0])
    #expect(begun.withLock { $0 } == 2)
  }

  @Test("a cancelled task cancels what is under way and begins nothing more")
  func cancellation() async throws {
    let begun = Locked(0)
    let work = Task {
      try await Lanes.run(2, over: Array(0..<10)) { _ in
        begun.withLock { $0 += 1 }
        try await Task.sleep(for: .seconds(600))
      }
    }
    try await eventually("two items are under way") { begun.withLock { $0 } == 2 }
    work.cancel()
    await #expect(throws: CancellationError.self) { try await work.value }
    #expect(begun.withLock { $0 } == 2)
  }
}
