import HTTP
import Models
import Records
import Synchronization

/// What the lanes of one paid stage add up to.
final class Ledger: Sendable {
  private struct State {
    var problems: [Problem] = []
    var done = 0
    var saved: Set<ArXivID> = []
    /// Questions that were answered.
    var answers = 0
    /// Questions in a row that got no answer.
    var failures = 0
    /// Papers that the server did not take, by its words.
    var rejections: [String: Set<ArXivID>] = [:]
    var reasonToGiveUp: (any Error)?
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
  }

  /// So many questions in a row without an answer, and the server is not asked any more.
  private static let patience = 10

  /// Notes papers that have no answer, and why.
  func note(_ papers: [Paper], _ problem: Problem.State, _ message: String) {
    let problems = papers.map {
      Problem(id: $0.id, state: problem, message: "\(stage.rawValue): \(message)")
    }
    state.withLock { $0.problems += problems }
  }

  /// Counts a question that got no answer because the server is in trouble.
  ///
  /// A paper that is refused for its words says nothing about the others.
  func fail(_ error: any Error) {
    guard error.isServerTrouble else { return }
    state.withLock { state in
      state.failures += 1
      guard state.reasonToGiveUp == nil else { return }
      if case HTTPError.waitTooLong = error {
        state.reasonToGiveUp = LeftAlone(reason: "\(error)")
      } else if state.failures >= Self.patience {
        state.reasonToGiveUp = LeftAlone(
          reason: "\(state.failures) questions in a row got no answer")
      }
    }
  }

  /// Leaves the server alone from now on.
  func leaveAlone(_ reason: any Error) {
    state.withLock { $0.reasonToGiveUp = $0.reasonToGiveUp ?? reason }
  }

  /// Why the server is left alone now; nil while it is worth asking.
  var reasonToGiveUp: (any Error)? { state.withLock { $0.reasonToGiveUp } }

  /// True once the server has not taken three papers, each asked about alone, in the same words, and
  /// has answered nothing: then it is not the papers.
  func isEverybodys(_ error: any Error, _ papers: [Paper]) -> Bool {
    guard let error = error as? ModelError, error.kind == .rejected, papers.count == 1 else {
      return false
    }
    return state.withLock { state in
      state.rejections[error.message, default: []].formUnion(papers.map(\.id))
      return state.answers == 0 && state.rejections[error.message, default: []].count >= 3
    }
  }

  /// Counts a question that was answered.
  func succeed() {
    state.withLock { state in
      state.answers += 1
      state.failures = 0
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

  /// Papers whose answer is on disk.
  var saved: Int { state.withLock { $0.saved.count } }

  /// What is wrong with papers, so far.
  var problems: [Problem] { state.withLock { $0.problems } }

  /// The error to end the run with, when one has ended the stage.
  func explained(_ cause: any Error, bills: [Bill]) -> any Error {
    guard !(cause is CancellationError), !(cause is RecordError) else { return cause }
    let answered = bills.usage.requests - bills.failed - bills.unknown
    return PipelineError.stopped(stage, saved: saved, requests: answered, cause: cause)
  }
}
