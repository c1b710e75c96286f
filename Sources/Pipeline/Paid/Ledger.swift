import Records
import Synchronization

/// What the lanes of one stage add up to.
final class Ledger: Sendable {
  private struct State {
    var report = StageReport()
    var done = 0
    var saved = 0
  }

  private let total: Int
  private let state = Mutex(State())

  /// Opens the count of a stage that works on `total` papers.
  init(total: Int) {
    self.total = total
    state.withLock { $0.report.costUSD = 0 }
  }

  /// Notes papers that got no answer.
  func note(_ problems: [Problem]) {
    state.withLock { $0.report.problems += problems }
  }

  /// Adds an answered request; a cost that nobody knows makes the sum unknown.
  func charge(_ usage: Usage, cost: Double?) {
    state.withLock { state in
      state.report.usage = state.report.usage + usage
      state.report.costUSD = cost.flatMap { cost in state.report.costUSD.map { $0 + cost } }
    }
  }

  /// Counts papers whose answer is on disk.
  func save(_ count: Int) {
    state.withLock { $0.saved += count }
  }

  /// Counts papers that are done with, whatever became of them.
  func advance(by count: Int) -> (done: Int, total: Int) {
    state.withLock { state in
      state.done += count
      return (state.done, total)
    }
  }

  /// What has added up.
  var report: StageReport { state.withLock { $0.report } }

  /// The error to end the stage with.
  func stopped(_ stage: Stage, by cause: any Error) -> any Error {
    guard !(cause is CancellationError), !(cause is RecordError) else { return cause }
    return PipelineError.stopped(stage, saved: state.withLock { $0.saved }, cause: cause)
  }
}
