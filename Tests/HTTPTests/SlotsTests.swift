import HTTP
import TestSupport
import Testing

/// Places that tasks take and give back.
@Suite("Slots", .timeLimit(.minutes(1)))
struct SlotsTests {
  @Test("there is at least one", arguments: [-1, 0, 1])
  func atLeastOne(count: Int) async throws {
    #expect(try await Slots(count).withSlot { 7 } == 7)
  }

  @Test("an error passes through, and gives the place back")
  func error() async throws {
    let slots = Slots(1)
    for _ in 1...3 {
      await #expect(throws: HTTPError.engine("x")) {
        try await slots.withSlot { throw HTTPError.engine("x") }
      }
    }
    #expect(try await slots.withSlot { "free" } == "free")
  }

  @Test("who comes first is served first")
  func order() async throws {
    let (slots, gate) = (Slots(1), Gate())
    let served = Locked<[Int]>([])
    let tasks = (0..<20).map { number in
      Task.immediate {
        try await slots.withSlot {
          await gate.pass()
          served.withLock { $0.append(number) }
        }
      }
    }
    gate.open()
    for task in tasks { try await task.value }
    #expect(served.withLock { $0 } == Array(0..<20))
  }

  @Test("a task that is cancelled already takes no place, free or not")
  func cancelledBefore() async throws {
    let slots = Slots(1)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await slots.withSlot { _ = Issue.record("the place was taken") }
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await slots.withSlot { "free" } == "free")
  }

  @Test("those behind a cancelled task move up")
  func cancelledBetween() async throws {
    let (slots, gate) = (Slots(1), Gate())
    let served = Locked<[Int]>([])
    let tasks = (0..<5).map { number in
      Task.immediate {
        try await slots.withSlot {
          await gate.pass()
          served.withLock { $0.append(number) }
        }
      }
    }
    tasks[1].cancel()
    tasks[3].cancel()
    gate.open()
    for number in [0, 2, 4] { try await tasks[number].value }
    for number in [1, 3] {
      await #expect(throws: CancellationError.self) { try await tasks[number].value }
    }
    #expect(served.withLock { $0 } == [0, 2, 4])
  }

  @Test("a task that has its place when it is cancelled keeps it to the end")
  func cancelledInside() async throws {
    let (slots, gate) = (Slots(1), Gate())
    let task = Task.immediate {
      try await slots.withSlot {
        await gate.pass()
        return Task.isCancelled
      }
    }
    task.cancel()
    gate.open()
    #expect(try await task.value)
    #expect(try await slots.withSlot { "free" } == "free")
  }

  @Test("no place is lost or doubled when many tasks come, end and are cancelled at once")
  func storm() async throws {
    let slots = Slots(3)
    let under = Locked((now: 0, most: 0))
    let tasks = (0..<300).map { number in
      Task {
        try await slots.withSlot {
          under.withLock { under in
            under.now += 1
            under.most = max(under.most, under.now)
          }
          await Task.yield()
          under.withLock { $0.now -= 1 }
        }
      }
    }
    for (number, task) in tasks.enumerated() where number % 3 == 0 { task.cancel() }
    for task in tasks { _ = await task.result }
    #expect(under.withLock { $0.now } == 0)
    #expect((1...3).contains(under.withLock { $0.most }))
    // All three places are still there: three tasks stand in them together, and a fourth does not.
    let gate = Gate()
    let last = (0..<4).map { _ in Task.immediate { try await slots.withSlot { await gate.pass() } }
    }
    #expect(gate.waitingCount == 3)
    gate.open()
    for task in last { try await task.value }
  }
}
