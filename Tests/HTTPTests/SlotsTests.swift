import HTTP
import TestSupport
import Testing

/// Places that tasks take and give back.
@Suite("Slots", .timeLimit(.minutes(5)))
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

  /// Tasks that take a place one after the other, note that they have it and stand before a gate.
  private func lane(
    _ numbers: Range<Int>, in slots: Slots, noting served: Locked<[Int]>, before gate: Gate
  ) -> [Task<Void, any Error>] {
    numbers.map { number in
      Task.immediate {
        try await slots.withSlot {
          served.withLock { $0.append(number) }
          await gate.pass()
        }
      }
    }
  }

  @Test("more places let in who has waited longest, and no more than there are")
  func growing() async throws {
    let (slots, gate) = (Slots(1), Gate())
    let served = Locked<[Int]>([])
    let tasks = lane(0..<6, in: slots, noting: served, before: gate)
    #expect(served.withLock { $0 } == [0])
    slots.resize(to: 3)
    try await eventually("two more have a place") { gate.waitingCount == 3 }
    // Those let in together may note it in either order.
    #expect(served.withLock { $0.sorted() } == [0, 1, 2])
    slots.resize(to: 4)
    try await eventually("one more has a place") { gate.waitingCount == 4 }
    #expect(served.withLock { $0.last } == 3)
    gate.open()
    for task in tasks { try await task.value }
    #expect(served.withLock { $0.sorted() } == Array(0..<6))
  }

  @Test("more places than tasks wait for are there for those who come later")
  func growingAhead() async throws {
    let (slots, gate) = (Slots(1), Gate())
    slots.resize(to: 3)
    let tasks = lane(0..<4, in: slots, noting: Locked([]), before: gate)
    #expect(gate.waitingCount == 3)
    gate.open()
    for task in tasks { try await task.value }
  }

  @Test("fewer places let nobody in until enough have left", arguments: [-1, 0, 1])
  func shrinking(count: Int) async throws {
    let slots = Slots(3)
    let gates = (0..<3).map { _ in Gate() }
    let served = Locked<[Int]>([])
    let inside = (0..<3).map {
      lane($0..<$0 + 1, in: slots, noting: served, before: gates[$0])[0]
    }
    let last = Gate()
    let waiting = lane(3..<5, in: slots, noting: served, before: last)
    slots.resize(to: count)
    for number in 0..<2 {
      gates[number].open()
      try await inside[number].value
      #expect(served.withLock { $0 } == [0, 1, 2])
    }
    gates[2].open()
    try await inside[2].value
    try await eventually("one has a place") { last.waitingCount == 1 }
    #expect(served.withLock { $0 } == [0, 1, 2, 3])
    last.open()
    for task in waiting { try await task.value }
    #expect(served.withLock { $0 } == [0, 1, 2, 3, 4])
  }

  @Test("a task that is cancelled while places go leaves the queue, and takes none with it")
  func cancelledWhileShrinking() async throws {
    let (slots, gate, later) = (Slots(2), Gate(), Gate())
    let served = Locked<[Int]>([])
    let inside = lane(0..<2, in: slots, noting: served, before: gate)
    let waiting = lane(2..<5, in: slots, noting: served, before: later)
    slots.resize(to: 1)
    waiting[0].cancel()
    await #expect(throws: CancellationError.self) { try await waiting[0].value }
    #expect(served.withLock { $0 } == [0, 1])
    gate.open()
    for task in inside { try await task.value }
    try await eventually("one has a place") { later.waitingCount == 1 }
    #expect(served.withLock { $0 } == [0, 1, 3])
    slots.resize(to: 2)
    try await eventually("two have a place") { later.waitingCount == 2 }
    later.open()
    for task in waiting.dropFirst() { try await task.value }
    #expect(served.withLock { $0 } == [0, 1, 3, 4])
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
    for (number, task) in tasks.enumerated() {
      if number % 3 == 0 { task.cancel() }
      slots.resize(to: number % 3 + 1)
    }
    slots.resize(to: 3)
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
