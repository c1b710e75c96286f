/// A number of places that tasks take and give back, first come, first served.
package final class Slots: Sendable {
  private struct Waiter {
    let ticket: Ticket
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var count: Int
    var taken = 0
    /// Empty while there is a place to take.
    var queue: [Waiter] = []

    /// Takes a place; false where there is none.
    mutating func enter() -> Bool {
      guard taken < count else { return false }
      taken += 1
      return true
    }

    /// Gives the places that nobody has to those who have waited longest.
    mutating func promote() -> ArraySlice<Waiter> {
      let promoted = queue.prefix(max(0, count - taken))
      queue.removeFirst(promoted.count)
      taken += promoted.count
      return promoted
    }
  }

  private let state: Locked<State>

  /// Opens `count` places.
  package init(_ count: Int) {
    state = Locked(State(count: max(1, count)))
  }

  /// Changes the number of places, which is at least one.
  ///
  /// More places let waiting tasks in at once; with fewer, those who have a place keep it, and nobody
  /// else is let in until enough of them have left.
  package func resize(to count: Int) {
    let promoted = state.withLock { state in
      state.count = max(1, count)
      return state.promote()
    }
    for waiter in promoted { waiter.continuation.resume() }
  }

  /// Runs `body` in a place, waiting for one first.
  ///
  /// Throws `CancellationError` when the task is cancelled while it waits, else what `body` throws.
  package func withSlot<Result: Sendable>(
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    try await take()
    defer { give() }
    return try await body()
  }

  private func take() async throws {
    // Most find a place at once, and need no continuation.
    try Task.checkCancellation()
    if state.withLock({ $0.enter() }) { return }
    let ticket = Ticket()
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        admit(Waiter(ticket: ticket, continuation: continuation))
      }
    } onCancel: {
      ticket.cancel()
      dismiss(ticket)
    }
  }

  private func admit(_ waiter: Waiter) {
    let outcome: Result<Void, any Error>? = state.withLock { state in
      if waiter.ticket.isCancelled { return .failure(CancellationError()) }
      if state.enter() { return .success(()) }
      state.queue.append(waiter)
      return nil
    }
    if let outcome { waiter.continuation.resume(with: outcome) }
  }

  private func dismiss(_ ticket: Ticket) {
    let waiter = state.withLock { state in
      state.queue.firstIndex { $0.ticket === ticket }.map { state.queue.remove(at: $0) }
    }
    waiter?.continuation.resume(throwing: CancellationError())
  }

  private func give() {
    let promoted = state.withLock { state in
      state.taken -= 1
      return state.promote()
    }
    for waiter in promoted { waiter.continuation.resume() }
  }
}
