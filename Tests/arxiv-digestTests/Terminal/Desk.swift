import HTTP
import TestSupport

@testable import arxiv_digest

/// A console that writes into a list, and a clock for it.
final class Desk: Sendable {
  /// The clock, which stands still unless told.
  let clock = ManualTiming()
  /// The console.
  let console: Console
  private let writes: Locked<[String]>

  /// Opens a console of this manner, on something that may be a terminal.
  init(
    _ manner: Manner = Manner(), isTerminal: Bool = false, isColoured: Bool = false,
    columns: Int = 80
  ) {
    let writes = Locked<[String]>([])
    self.writes = writes
    let outlet = Outlet(
      canRedraw: isTerminal, isColoured: isColoured, columns: { columns },
      write: { text in writes.withLock { $0.append(text) } })
    console = Console(manner, to: outlet, timing: clock.timing)
  }

  /// What was written since it was last asked, a text for each write.
  func written() -> [String] {
    writes.withLock { writes in
      defer { writes = [] }
      return writes
    }
  }

  /// Lets time pass, and gives the ticker its turn.
  func pass(_ duration: Duration) {
    clock.advance(by: duration)
    console.renewProgress()
  }
}
