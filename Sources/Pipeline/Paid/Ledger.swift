import HTTP
import Records
import Synchronization

/// What the lanes of one paid stage add up to.
final class Ledger: Sendable {
  private struct State {
    var report = StageReport()
    var done = 0
    var saved: Set<ArXivID> = []
    /// Questions in a row that got no answer.
    var failures = 0
    var reasonToGiveUp: String?
  }

  private let stage: Stage
  private let total: Int
  private let tell: @Sendable (RunEvent) -> Void
  private let state = Mutex(State())

  /// Opens the count of a stage that asks about `total` papers; `tell` hears of each step.
  init(_ stage: Stage, total: Int, tell: @escaping @Sendable (RunEvent) -> Void) {
    self.stage = stage
    self.total = total
    self.tell = tell
    state.withLock { $0.report.costUSD = 0 }
  }

  /// So many questions in a row without an answer, and the server is not asked any more.
  private static let patience = 10

  /// Notes papers that have no answer, and why.
  func note(_ papers: [Paper], _ problem: Problem.State, _ message: String) {
    let problems = papers.map {
      Problem(id: $0.id, state: problem, message: "\(stage.rawValue): \(message)")
    }
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
  func save(_ ids: [ArXivID]) {
    state.withLock { $0.saved.formUnion(ids) }
  }

  /// Counts papers that are done with, whatever became of them.
  func advance(by count: Int) {
    let done = state.withLock { state in
      state.done += count
      return state.done
    }
    tell(.advanced(stage, done: done, total: total))
  }

  /// What has added up.
  var report: StageReport { state.withLock { $0.report } }

  /// The error to end the run with, when one has ended the stage.
  func explained(_ cause: any Error) -> any Error {
    guard !(cause is CancellationError), !(cause is RecordError) else { return cause }
    let (saved, requests) = state.withLock { ($0.saved.count, $0.report.usage.requests) }
    return PipelineError.stopped(stage, saved: saved, requests: requests, cause: cause)
  }
}
