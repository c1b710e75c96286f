import Synchronization

/// Stands for one waiting task, and remembers that the task was cancelled.
///
/// A cancellation can overtake the work that it ends; whoever takes the work up asks the ticket.
final class Ticket: Sendable {
  private let cancelled = Atomic(false)

  /// True once the task is cancelled.
  var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

  /// Notes the cancellation.
  func cancel() {
    cancelled.store(true, ordering: .releasing)
  }
}
