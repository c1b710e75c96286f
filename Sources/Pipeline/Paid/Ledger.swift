import HTTP
import Records
import Synchronization

/// What the lanes of one stage add up to.
final class Ledger: Sendable {
  private struct State {
    var report = StageReport()
    var done = 0
    var saved = 0
    /// Questions in a row that got no answer.
    var failures = 0
    var reasonToGiveUp: String?
  }

  private let total: Int
  private let state = Mutex(State())

  /// Opens the count of a stage that works on `total` papers.
  init(total: Int) {
    self.total = total
    state.withLock { $0.report.costUSD = 0 }
  }

  /// So many questions in a row without an answer, and the server is not asked any more.
  private static let patience = 10

  /// Notes papers that got no answer.
  func note(_ papers: [Paper], _ message: String) {
    let problems = papers.map { Problem(id: $0.id, state: .unanswered, message: message) }
    state.withLock { $0.report.problems += problems }
  }

  /// Counts a question that got no answer because the server is in trouble.
  ///
  /// A paper that is refused for its words says nothing about the others.
  func fail(_ error: any Error) {
    guard error.isServerTrouble else { return }
    state.withLock { state in
      state.failures += 1
      if case HTTPError.waitTooLong = error {
        state.reasonToGiveUp = "\(error)"
      } else if state.failures >= Self.patience {
        state.reasonToGiveUp = "\(state.failures) questions in a row got no answer"
      }
    }
  }

  /// Why the server is left alone now; nil while it is worth asking.
  var reasonToGiveUp: String? { state.withLock { $0.reasonToGiveUp } }

  /// Adds an answered request; a cost that nobody knows makes the sum unknown.
  func charge(_ usage: Usage, cost: Double?) {
    state.withLock { state in
      state.failures = 0
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
    let (saved, requests) = state.withLock { ($0.saved, $0.report.usage.requests) }
    return PipelineError.stopped(stage, saved: saved, requests: requests, cause: cause)
  }
}
