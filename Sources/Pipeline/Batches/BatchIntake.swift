import Foundation
import Models
import Records
import Synchronization

/// The results of one batch on their way to drafts.
struct BatchIntake<Output: Draft>: Sendable {
  /// What the answers come to.
  struct Sum {
    /// Questions with a reply.
    var answered = 0
    /// Questions with something else.
    var failed = 0
    /// What they took.
    var usage = Usage()
    /// What they cost in US dollars; nil where that is not known.
    var costUSD: Double? = 0
    /// What is left to ask.
    var left: [OpenQuestion] = []
    /// Papers about which nothing came, for good.
    var unanswered: [Batch.Unanswered] = []
    /// What every other question would have met as well.
    var fatal: (any Error)?
    /// Questions about which there was a result.
    var seen: Set<String> = []
  }

  /// The way that they came.
  let lane: BatchLane<Output>
  /// The batch.
  let batch: Batch
  /// Who sent it.
  let sender: BatchLane<Output>.Sender
  /// Its questions.
  let questions: RecordTable<BatchQuestion>
  /// What was on disk before the first of them.
  let drafts: RecordTable<Output>
  /// Questions whose requests are in the log.
  let noted: Set<String>
  private let state = Tally()

  /// A batch may bring nothing about a question so many times.
  private static var mostSendings: Int { 3 }

  /// Begins with nothing taken in.
  init(
    lane: BatchLane<Output>, batch: Batch, sender: BatchLane<Output>.Sender,
    questions: RecordTable<BatchQuestion>, drafts: RecordTable<Output>, noted: Set<String>
  ) {
    self.lane = lane
    self.batch = batch
    self.sender = sender
    self.questions = questions
    self.drafts = drafts
    self.noted = noted
  }

  /// What it has come to so far.
  var sum: Sum { state.sum.withLock { $0 } }

  /// Takes in one line; one that cannot be read, or is about no question of ours, says nothing.
  func take(_ line: ArraySlice<UInt8>) async throws {
    let answer: BatchAnswer
    do { answer = try sender.client.answer(line) } catch let error as ModelError {
      lane.tell(.note("batch \(batch.mark): a line of its results cannot be read: \(error)"))
      return
    }
    guard let question = try questions[answer.key],
      state.sum.withLock({ $0.seen.insert(answer.key).inserted })
    else { return }
    try count(answer.outcome, of: question)
    let papers = try question.papers.compactMap { try lane.numbers.papers[$0.id] }
    guard papers.count == question.papers.count, try !isTaken(question) else { return }
    try await take(answer.outcome, of: question, papers)
  }

  /// Questions about which there was no result are asked once more.
  ///
  /// Where the provider says that it has answered more than came, what is missing may have been paid for.
  func takeMissing() throws {
    let sum = sum
    var owed = max(0, batch.answered - sum.answered)
    try questions.forEach { question in
      guard !sum.seen.contains(question.id) else { return }
      if owed > 0 {
        owed -= 1
        try note(.unknown, of: question)
      }
      sendAgain(question, because: "the batch brought nothing about it")
    }
  }

  /// True where the drafts on disk are made of this answer, or need none by now.
  private func isTaken(_ question: BatchQuestion) throws -> Bool {
    var left: [OpenQuestion] = []
    for part in question.papers {
      guard let draft = try drafts[part.id], let paper = try lane.numbers.papers[part.id] else {
        return false
      }
      let weighed = lane.stage.weigh(paper, draft)
      guard weighed.isAsked else { continue }
      guard draft.provenance.batch == question.id else { return false }
      left.append(OpenQuestion(ids: [part.id], turn: weighed.nextTurn, course: nil))
    }
    leave(left)
    return true
  }

  /// Counts what a question has come to.
  private func count(_ outcome: BatchAnswer.Outcome, of question: BatchQuestion) throws {
    state.sum.withLock { sum in
      if case .reply = outcome { sum.answered += 1 } else { sum.failed += 1 }
    }
    guard let settled = sender.client.outcome(of: outcome) else { return }
    try note(settled, of: question)
  }

  /// Notes what a request has come to, before anything is made of it; once, whoever was killed meanwhile.
  private func note(_ outcome: Meter.Outcome, of question: BatchQuestion) throws {
    let request = question.request(in: batch, number: 0, at: lane.run.now()).settled(outcome)
    state.sum.withLock { sum in
      sum.usage = sum.usage + request.usage
      sum.costUSD = sum.costUSD.flatMap { total in request.costUSD.map { total + $0 } }
    }
    guard !noted.contains(question.id) else { return }
    try lane.spending.note {
      question.request(in: batch, number: $0, at: lane.run.now()).settled(outcome)
    }
  }

  private func take(
    _ outcome: BatchAnswer.Outcome, of line: BatchQuestion, _ papers: [Paper]
  ) async throws {
    var question = line.question(in: batch, turn: sender.turn, papers)
    question.numbers = try lane.numbers.numbers(of: papers.map(\.id))
    for paper in papers {
      guard let draft = try drafts[paper.id] else { continue }
      // A kill may have kept a part of this very reply's drafts.
      guard draft.provenance.batch != line.id else {
        question.past[paper.id] = Question.Past(replies: draft.earlier ?? [])
        continue
      }
      question.past[paper.id] = lane.stage.judge(paper, draft).past
    }
    switch outcome {
    case .reply(var reply):
      reply.format = ReplyFormat(rawValue: batch.format) ?? reply.format
      let subjects = papers.map(lane.stage.subject)
      let next = try await lane.run.take(reply, to: question, about: subjects)
      leave(next.map { OpenQuestion($0) })
    case .failed(let error): try fail(question, line, error)
    case .unasked(let reason): sendAgain(line, because: reason)
    }
  }

  /// Decides about a question that the server has refused or failed.
  private func fail(_ question: Question, _ line: BatchQuestion, _ error: ModelError) throws {
    if let format = ReplyFormat(rawValue: batch.format),
      sender.client.stepDown(from: format, because: error)
    {
      return sendAgain(line, because: "\(error)")
    }
    if error.concernsEveryPaper {
      state.sum.withLock { $0.fatal = $0.fatal ?? error }
    } else if error.kind.isPassing {
      sendAgain(line, because: "\(error)")
    } else {
      let next = lane.run.followUps(after: error, question)
      guard next.isEmpty else { return leave(next.map { OpenQuestion($0) }) }
      giveUp(line, because: "\(error)")
    }
  }

  private func sendAgain(_ line: BatchQuestion, because reason: String) {
    guard line.sendings + 1 < Self.mostSendings else { return giveUp(line, because: reason) }
    leave([line.again(turn: sender.turn, sendings: line.sendings + 1)])
  }

  private func giveUp(_ line: BatchQuestion, because reason: String) {
    lane.run.ledger.note(line.papers.map(\.id), .unanswered, reason)
    state.sum.withLock { sum in
      sum.unanswered += line.papers.map { Batch.Unanswered(id: $0.id, message: reason) }
    }
  }

  private func leave(_ questions: [OpenQuestion]) {
    state.sum.withLock { $0.left += questions }
  }

  /// What many lanes add up to.
  private final class Tally: Sendable {
    let sum = Mutex(Sum())
  }
}
