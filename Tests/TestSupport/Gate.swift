import HTTP

/// Holds every task that comes until it is opened.
package final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Locked(State())

  /// Makes a closed gate.
  package init() {}

  /// How many tasks stand before the gate.
  package var waitingCount: Int { state.withLock { $0.waiting.count } }

  /// Waits until the gate is open; a cancelled task waits as well.
  package func pass() async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiting.append(continuation) }
        return state.isOpen
      }
      if isOpen { continuation.resume() }
    }
  }

  /// Lets all pass, now and later.
  package func open() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      state.isOpen = true
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}
