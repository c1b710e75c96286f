import Foundation
import HTTP
import Models
import Records

/// One run of a paid stage: its questions on their way, its answers on disk.
struct PaidRun<Output: Draft>: Sendable {
  /// What is asked, and how answers are read.
  let stage: PaidStage<Output>
  /// Where answers go the moment they arrive.
  let journal: Journal<Output>
  /// What adds up.
  let ledger: Ledger
  /// What the stage set out to do.
  let agenda: Agenda<Output>
  /// What watches over the money.
  let meter: Meter
  /// The calendar's time, for records.
  let now: @Sendable () -> Date

  /// Asks one question, and what its answer leaves open.
  ///
  /// Throws only what would meet every other question as well.
  func ask(_ question: consuming Question) async throws {
    for question in try await settle(consume question) { try await ask(question) }
  }

  /// Asks a question once; returns what its answer leaves open.
  private func settle(_ question: consuming Question) async throws -> [Question] {
    if let reason = ledger.reasonToGiveUp { return try advance(question, after: reason) }
    let client = stage.clients[question.turn]
    let (asked, prompt) = put(consume question)
    let reply: Result<ModelReply, any Error>
    do { reply = .success(try await client.complete(prompt, meter)) } catch {
      reply = .failure(error)
    }
    do { return try await keep(try judge(try reply.get(), to: asked)) } catch {
      return try advance(try asked.whole(from: agenda.roll.papers).question, after: error)
    }
  }

  /// Puts a question into words; what is kept of it beside them is little.
  @inline(never)
  private func put(_ question: Question) -> (AskedQuestion, Prompt) {
    let subjects = question.papers.map(stage.subject)
    return (AskedQuestion(question, about: subjects), stage.prompt(question, subjects))
  }

  /// Puts a reply on disk; returns what it leaves open.
  func take(
    _ reply: ModelReply, to question: Question, about subjects: [Subject]
  ) async throws -> [Question] {
    try await keep(try judge(reply, to: question, about: subjects))
  }

  // What a function that waits has inlined takes room for as long as it waits, in every lane. So what is
  // done between two waits stands apart: a lane holds a tenth.

  /// What a reply comes to, with nothing of the question that is not asked again.
  private struct Outcome {
    /// What goes on record.
    let kept: [Kept]
    /// What is left to ask.
    let next: [Question]
    /// Papers whose answer can be used now that the model was asked again.
    let repaired: [ArXivID]
    /// How many papers are done with.
    let settled: Int
    /// Whose turn it was.
    let turn: Int
    /// True where the reply was in the shape that was asked for, as far as it goes.
    let isInShape: Bool
    /// The reply, where it says something about what the server can do.
    let sign: ModelReply?

    /// What goes on record, without more.
    var lines: [Output] { @inline(never) get { kept.map(\.line) } }
  }

  /// Puts on disk what a reply comes to, and counts it; returns what is left to ask.
  private func keep(_ outcome: Outcome) async throws -> [Question] {
    try await journal.append(outcome.lines)
    return count(outcome)
  }

  @inline(never)
  private func count(_ outcome: Outcome) -> [Question] {
    ledger.save(outcome.kept.compactMap(\.answered))
    ledger.repair(outcome.repaired)
    ledger.succeed(isInShape: outcome.isInShape, turn: outcome.turn)
    if let reply = outcome.sign { stage.clients[outcome.turn].judge(reply, outcome.isInShape) }
    ledger.advance(by: outcome.settled)
    return outcome.next
  }

  /// Counts a question that got no reply; returns what is left to ask, and throws where no other question
  /// of the stage would get one.
  @inline(never)
  private func advance(_ question: Question, after error: any Error) throws -> [Question] {
    let next = followUps(after: error, question)
    if next.isEmpty { try giveUp(on: question, because: error) }
    ledger.advance(by: question.papers.count - next.map(\.papers.count).reduce(0, +))
    return next
  }

  private func hasNext(after question: Question) -> Bool {
    question.turn + 1 < stage.clients.count
  }

  /// What is left to ask after a question that got no reply.
  func followUps(after error: any Error, _ question: Question) -> [Question] {
    guard let error = error as? ModelError else { return [] }
    if error.isAboutContent, question.papers.count > 1 { return question.halves }
    if error.kind == .capReached, question.outputFactor == 1 { return [question.doubled] }
    guard error.callsForAnotherModel, hasNext(after: question) else { return [] }
    return [question.handedOn(because: "\(stage.clients[question.turn].profile): \(error)")]
  }

  /// Notes why a question got no answer; throws where no other question of the stage would.
  private func giveUp(on question: Question, because error: any Error) throws {
    let client = stage.clients[question.turn]
    let standsIn = question.turn > 0
    // A dearer profile that stands in may be out of reach where the stage's own is not.
    if !standsIn, let spent = error as? BudgetSpent { ledger.leaveAlone(spent) }
    if ledger.isEverybodys(error, question.papers) {
      client.shut(error)
      // A profile that only stands in takes no other paper down with it.
      guard standsIn, error is ModelError || error is HTTPError else { throw error }
    }
    if let reason = ledger.fail(error, turn: question.turn) ?? ledger.reasonToGiveUp {
      client.shut(reason)
    }
    ledger.note(
      question.papers.map(\.id), error is BudgetSpent ? .postponed : .unanswered, "\(error)")
  }

  @inline(never)
  private func judge(_ reply: ModelReply, to asked: AskedQuestion) throws -> Outcome {
    let (question, subjects) = try asked.whole(from: agenda.roll.papers)
    return try judge(reply, to: question, about: subjects)
  }

  /// What a reply comes to for each paper of its question.
  @inline(never)
  private func judge(
    _ reply: ModelReply, to question: Question, about subjects: [Subject]
  ) throws -> Outcome {
    let answered = Answered(parts: parts(of: reply, to: question, about: subjects), reply: reply)
    let drafts = stage.read(answered)
    let judged = zip(question.papers, drafts).map { paper, draft in
      stage.judge(paper, draft)
    }
    let next = question.followUps(
      after: reply, judged, hasNext: hasNext(after: question), repairs: stage.repairs)
    let open = Set(next.flatMap(\.papers).map(\.id))
    let kept = try zip(drafts, judged).map { draft, result in
      try line(
        of: draft, result, question.numbers[draft.id], isLast: !open.contains(draft.id),
        isFresh: question.sent == nil)
    }
    let isWhole = reply.completeness == .complete
    return Outcome(
      kept: kept, next: next,
      repaired: question.isAgain ? judged.filter(\.isUsable).map(\.paper.id) : [],
      settled: question.papers.count - next.map(\.papers.count).reduce(0, +), turn: question.turn,
      isInShape: !isWhole || !judged.allSatisfy(\.isUndecodable),
      // A stubborn paper that is asked again is no further sign of what the server can do.
      sign: question.isAgain || !isWhole ? nil : reply)
  }

  /// What goes on record about a paper, and how far it is with that, by its number on the roll; nil for a
  /// paper that was on the roll of another run, which has sent the question.
  private typealias Kept = (line: Output, answered: (number: Int, entry: Roll.Entry)?)

  /// What goes on record of a reply about a paper.
  ///
  /// A reply that can be used ends the count of repairs: other rules may call for repairs of their
  /// own. One that cannot does not take the place of one that can; where no other is to follow, it is
  /// noted that the paper was asked about.
  private func line(
    of draft: Output, _ result: Judged, _ number: Int?, isLast: Bool, isFresh: Bool
  ) throws -> Kept {
    let paper = result.paper
    var line = draft
    func answered(_ weighed: Weighed<Output>) -> (Int, Roll.Entry)? {
      number.map { number in
        (number, Roll.Entry(weighed, at: agenda.roll.entries[number].place, isAnswered: true))
      }
    }
    let old = try number.flatMap { agenda.keeps($0) ? try agenda.drafts[draft.id] : nil }
    guard let old else {
      if result.isUsable { line.repairs = nil }
      // Where it was made just now, nothing has changed since.
      let changes = isFresh ? [] : stage.changes(since: line, of: paper)
      return (line, answered(stage.weigh(paper, line, errors: result.errors, changes: changes)))
    }
    if let failed = result.failed {
      line = old
      line.earlier = result.past.replies
      line.provenance.usage = draft.provenance.usage
      if isLast { line.provenance.retried = draft.provenance.time }
      ledger.keep(draft.id, because: "\(failed.failure.message); the answer from before stays")
    } else {
      line.repairs = nil
      let replaced = DraftFailure(code: "replaced", message: "another answer was asked for")
      line.earlier = (draft.earlier ?? []) + [FailedReply(reply: old.reply, failure: replaced)]
      ledger.keep(draft.id, because: nil)
    }
    return (line, answered(stage.weigh(paper, line)))
  }

  /// What the drafts of a reply are made of.
  private func parts(
    of reply: ModelReply, to question: Question, about subjects: [Subject]
  ) -> [Answered.Part] {
    let usage = Usage(requests: reply.requests, reply.usage ?? TokenUsage())
    let client = stage.clients[question.turn]
    let sent = question.sent
    return zip(subjects, usage.shared(among: subjects.count)).map { subject, share in
      let paper = subject.paper
      let past = question.past[paper.id] ?? Question.Past()
      let part = sent?.parts[paper.id]
      return Answered.Part(
        paper: paper, earlier: past.replies.isEmpty ? nil : past.replies,
        repairs: question.repeats > 0 ? question.repeats : nil,
        provenance: Provenance(
          profile: sent?.profile ?? client.profile, model: sent?.model ?? client.model,
          prompt: sent?.prompt ?? stage.promptMark, input: part?.input ?? subject.inputMark,
          text: part?.text ?? subject.textMark, version: part?.version ?? paper.version,
          usage: past.usage + share, time: now(),
          servedModel: reply.servedModel, requestID: reply.requestID, because: question.because,
          batch: sent?.key))
    }
  }
}

extension Judged {
  /// True where the reply was not in the shape that was asked for.
  fileprivate var isUndecodable: Bool { failed?.failure.code == "undecodable-reply" }
}

/// A question that was not sent, because the server is left alone by now.
struct LeftAlone: Error, CustomStringConvertible {
  /// What the server did.
  let reason: String

  var description: String { "not asked, because \(reason)" }
}
