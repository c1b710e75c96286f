import Synchronization

/// What all runs of a week have asked, for as long as the log of their requests stays the same.
final class BillMemory: Sendable {
  private let known = Mutex<(mark: FileMark?, bills: [Bill])?>(nil)

  /// The bills; `make` adds them up where the log is another one than the last time.
  func bills(_ mark: FileMark?, make: () throws -> [Bill]) rethrows -> [Bill] {
    if let known = known.withLock({ $0 }), known.mark == mark { return known.bills }
    let new = try make()
    known.withLock { $0 = (mark, new) }
    return new
  }
}
