import Models
import Records

/// How often a paper is asked about again, and what with.
extension PaidStage {
  /// Holds a draft against the rules.
  func judge(_ paper: Paper, _ draft: Output) -> Judged {
    let errors = errors(paper, draft)
    let answer = answer(draft)
    var failed: FailedReply?
    if let failure = draft.failure {
      failed = FailedReply(reply: draft.reply, failure: failure)
    } else if !errors.isEmpty {
      let failure = DraftFailure(code: FailedReply.rejected, message: errors.sentence)
      failed = FailedReply(reply: draft.reply, failure: failure, findings: errors)
    }
    let past = Question.Past(
      replies: (draft.earlier ?? []) + (failed.map { [$0] } ?? []), usage: draft.provenance.usage)
    return Judged(
      paper: paper, profile: draft.provenance.profile, failed: failed,
      shown: failed.map {
        FailedReply(reply: answer ?? $0.reply, failure: $0.failure, findings: $0.findings)
      },
      isLacking: draft.failure != nil, past: past)
  }

  /// True where the model has been asked about a paper as often as it may be, and in vain.
  ///
  /// Then the paper waits for a person: the same question would bring the same.
  func isExhausted(_ paper: Paper, _ draft: Output) -> Bool {
    needsAnswer(paper, draft) && !isStale(draft, of: paper) && !isHandedOn(draft)
      && (draft.repairs ?? 0) >= repairs
  }

  /// True where a run asks about a paper that has this draft, or none.
  func asks(about paper: Paper, _ draft: Output?) -> Bool {
    guard obstacle(paper) == nil, needsAnswer(paper, draft) else { return false }
    return draft.map { !isExhausted(paper, $0) } ?? true
  }

  /// What the next run would do about papers.
  func outlook(on papers: [Paper]) throws -> Outlook {
    let drafts = try file.read()
    let exhausted = papers.compactMap { paper -> Outlook.Exhausted? in
      guard let draft = drafts[paper.id], isExhausted(paper, draft) else { return nil }
      return Outlook.Exhausted(
        id: paper.id, stage: name, repairs: draft.repairs ?? 0)
    }
    return Outlook(
      asks: papers.filter { asks(about: $0, drafts[$0.id]) }.map(\.id), exhausted: exhausted)
  }

  /// The question about a paper that has a draft which cannot be used.
  ///
  /// It goes on where the run that made the draft has stopped, and begins anew where the prompt, the
  /// paper or the model is another one by now. What was paid for stays on record in any case.
  func question(about paper: Paper, after draft: Output) -> Question {
    let judged = judge(paper, draft)
    var question = Question(papers: [paper])
    question.past = [paper.id: judged.past]
    guard !isStale(draft, of: paper) else { return question }
    question.turn = turn(of: draft)
    question.because = draft.provenance.because
    if isHandedOn(draft) { return question.handedOn(after: judged) }
    question.repeats = (draft.repairs ?? 0) + 1
    question.shown = isShown(draft) ? judged.shown : nil
    return question
  }

  /// Whose turn it was when a draft was written.
  private func turn(of draft: Output) -> Int {
    let made = draft.provenance
    return clients.firstIndex { $0.profile == made.profile && $0.model == made.model }
      ?? clients.firstIndex { $0.model == made.model } ?? 0
  }

  /// True where a draft is a refusal and there is another profile to ask.
  private func isHandedOn(_ draft: Output) -> Bool {
    DraftFailure.refusals.contains(draft.failure?.code ?? "") && turn(of: draft) + 1 < clients.count
  }

  /// True where the model can learn from its draft: one that broke off or declined teaches nothing,
  /// and a reply that may have been about several papers is not this paper's own.
  private func isShown(_ draft: Output) -> Bool {
    guard let failure = draft.failure else { return true }
    return papersPerRequest == 1 && !DraftFailure.incomplete.contains(failure.code)
  }
}
