/// A number of places that tasks take and give back, first come, first served.
package final class Slots: Sendable {
  private struct Waiter {
    let ticket: Ticket
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var free: Int
    var queue: [Waiter] = []
  }

  private let state: Locked<State>

  /// Opens `count` places.
  package init(_ count: Int) {
    state = Locked(State(free: max(1, count)))
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
      if state.free > 0 {
        state.free -= 1
        return .success(())
      }
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
    let next: Waiter? = state.withLock { state in
      guard !state.queue.isEmpty else {
        state.free += 1
        return nil
      }
      return state.queue.removeFirst()
    }
    next?.continuation.resume()
  }
}
