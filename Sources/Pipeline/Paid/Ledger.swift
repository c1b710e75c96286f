import HTTP
import Models
import Records
import Synchronization

/// What the lanes of one paid stage add up to.
final class Ledger: Sendable {
  private struct State {
    var problems: [Problem] = []
    var done = 0
    /// How far the papers of the stage are.
    var roll: Roll
    /// Papers whose answer can be used since the model was asked again.
    var repaired: Set<ArXivID> = []
    /// Why the new answers about papers have not taken the place of the old ones, so far.
    var kept: [ArXivID: String] = [:]
    /// Questions that were answered.
    var answers = 0
    /// Questions in a row that got no answer, by the turn of the profile that was asked.
    var failures: [Int: Int] = [:]
    /// Whole replies in a row that were not in the shape that was asked for.
    var useless = 0
    /// Papers that the server did not take, by its words.
    var rejections: [String: Set<ArXivID>] = [:]
    var reasonToGiveUp: (any Error)?
  }

  private let stage: Stage
  private let total: Int
  private let tell: @Sendable (RunEvent) -> Void
  private let state: Mutex<State>

  /// Opens the count of a stage that asks about `total` papers of a roll; `tell` hears of each step.
  init(_ stage: Stage, _ roll: Roll, total: Int, tell: @escaping @Sendable (RunEvent) -> Void) {
    self.stage = stage
    state = Mutex(State(roll: roll))
    self.total = total
    self.tell = tell
  }

  /// So many questions in a row without an answer, and the server is not asked any more.
  private static let patience = 10

  /// Notes papers that have no answer, and why.
  func note(_ papers: [ArXivID], _ problem: Problem.State, _ message: String) {
    let problems = papers.map {
      Problem(id: $0, state: problem, message: "\(stage.rawValue): \(message)")
    }
    state.withLock { $0.problems += problems }
  }

  /// Counts a question that got no answer because a server is in trouble, and returns why that one is
  /// left alone from now on; nil while it is worth asking.
  ///
  /// A paper that is refused for its words says nothing about the others, and a profile that stands
  /// in nothing about the stage's own.
  func fail(_ error: any Error, turn: Int) -> LeftAlone? {
    guard error.isServerTrouble else { return nil }
    return state.withLock { state in
      state.failures[turn, default: 0] += 1
      let failures = state.failures[turn, default: 0]
      var reason: LeftAlone?
      if case HTTPError.waitTooLong = error {
        reason = LeftAlone(reason: "\(error)")
      } else if failures >= Self.patience {
        reason = LeftAlone(reason: "\(failures) questions in a row got no answer")
      }
      if turn == 0 { state.reasonToGiveUp = state.reasonToGiveUp ?? reason }
      return reason
    }
  }

  /// Leaves the server alone from now on.
  func leaveAlone(_ reason: any Error) {
    state.withLock { $0.reasonToGiveUp = $0.reasonToGiveUp ?? reason }
  }

  /// Why the server is left alone now; nil while it is worth asking.
  var reasonToGiveUp: (any Error)? { state.withLock { $0.reasonToGiveUp } }

  /// True where no other paper would fare better.
  ///
  /// A server that was there and is away for a moment is none of it. One that has not taken three
  /// papers, each asked about alone, in the same words, and has answered nothing, is: then it is not
  /// the papers.
  func isEverybodys(_ error: any Error, _ papers: [Paper]) -> Bool {
    if error.isOutage { return state.withLock { $0.answers == 0 } }
    if error.concernsEveryPaper { return true }
    guard let error = error as? ModelError, error.kind == .rejected, papers.count == 1 else {
      return false
    }
    return state.withLock { state in
      state.rejections[error.message, default: []].formUnion(papers.map(\.id))
      return state.answers == 0 && state.rejections[error.message, default: []].count >= 3
    }
  }

  /// Counts a question that was answered; a model that only babbles is left alone as well.
  func succeed(isInShape: Bool, turn: Int) {
    state.withLock { state in
      state.answers += 1
      state.failures[turn] = 0
      state.useless = isInShape ? 0 : state.useless + 1
      guard state.useless >= Self.patience * 2 else { return }
      state.reasonToGiveUp =
        state.reasonToGiveUp
        ?? LeftAlone(reason: "\(state.useless) replies in a row could not be used")
    }
  }

  /// Notes how far papers are with answers that are on disk, by their numbers on the roll.
  func save(_ answered: [(number: Int, entry: Roll.Entry)]) {
    state.withLock { state in
      for (number, entry) in answered { state.roll.entries[number] = entry }
    }
  }

  /// Counts papers whose answer can be used since the model was asked again.
  func repair(_ ids: [ArXivID]) {
    state.withLock { $0.repaired.formUnion(ids) }
  }

  /// Notes that a paper keeps its old answer, and why; nil where the new one has taken its place.
  func keep(_ id: ArXivID, because reason: String?) {
    state.withLock { $0.kept[id] = reason }
  }

  /// Counts papers that are done with, whatever became of them.
  func advance(by count: Int) {
    let done = state.withLock { state in
      state.done += count
      return state.done
    }
    tell(.advanced(stage, done: done, total: total))
  }

  /// How far the papers of the stage are, with what was answered.
  var roll: Roll { state.withLock { $0.roll } }

  /// Why papers keep their old answers.
  var kept: [ArXivID: String] { state.withLock { $0.kept } }

  /// Papers whose answer can be used since the model was asked again.
  var repaired: Int { state.withLock { $0.repaired.count } }

  /// What is wrong with papers, so far.
  var problems: [Problem] { state.withLock { $0.problems } }

  /// The error to end the run with, when one has ended the stage.
  func explained(_ cause: any Error, bills: [Bill]) -> any Error {
    guard !(cause is CancellationError), !(cause is RecordError) else { return cause }
    let answered = bills.usage.requests - bills.failed - bills.unknown
    return PipelineError.stopped(stage, saved: roll.answeredCount, requests: answered, cause: cause)
  }
}
