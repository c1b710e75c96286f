import Synchronization

/// A fixed number of tasks that work through a list.
///
/// Not a task per item: a waiting task costs memory, and a list may be long.
enum Lanes {
  /// Calls `work` for every item, at most `count` at a time, in the order of the list.
  ///
  /// The first error ends it and is thrown: no further item is begun, while those under way come to
  /// their own end, because their answers are paid for. Cancelling the task cancels them all.
  static func run<Items: RandomAccessCollection & Sendable>(
    _ count: Int, over items: Items,
    work: @escaping @Sendable (Items.Element) async throws -> Void
  ) async throws where Items.Element: Sendable, Items.Index == Int {
    let queue = Queue(items)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(count, items.count) {
        group.addTask {
          while let item = queue.next() {
            do { try await work(item) } catch { queue.stop(error) }
          }
        }
      }
    }
    try queue.rethrow()
    try Task.checkCancellation()
  }

  private final class Queue<Items: RandomAccessCollection & Sendable>: Sendable
  where Items.Element: Sendable, Items.Index == Int {
    private struct State {
      var next: Int
      var error: (any Error)?
    }

    private let items: Items
    private let state: Mutex<State>

    init(_ items: Items) {
      self.items = items
      state = Mutex(State(next: items.startIndex))
    }

    func next() -> Items.Element? {
      state.withLock { state in
        guard state.error == nil, state.next < items.endIndex, !Task.isCancelled else { return nil }
        state.next += 1
        return items[state.next - 1]
      }
    }

    func stop(_ error: any Error) {
      state.withLock { $0.error = $0.error ?? error }
    }

    func rethrow() throws {
      if let error = state.withLock({ $0.error }) { throw error }
    }
  }
}
