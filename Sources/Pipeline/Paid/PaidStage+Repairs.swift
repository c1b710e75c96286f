import Models
import Records

/// How often a paper is asked about again, and what with.
extension PaidStage {
  /// What a draft means for the next round of its paper.
  func judge(_ paper: Paper, _ draft: Output) -> Judged {
    judge(paper, draft, errors: errors(paper, draft))
  }

  /// What a draft means for the next round of its paper, given what speaks against it.
  func judge(_ paper: Paper, _ draft: Output, errors: [Finding]) -> Judged {
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
      paper: paper, profile: draft.provenance.profile, errors: errors, failed: failed,
      shown: failed.map {
        FailedReply(reply: answer ?? $0.reply, failure: $0.failure, findings: $0.findings)
      },
      isLacking: draft.failure != nil, past: past)
  }

  /// The question about a paper, which goes on where the run that made its draft has stopped, and begins
  /// anew where the prompt, the paper or the model is another one by now.
  ///
  /// What was paid for stays on record in any case.
  func question(about weighed: Weighed<Output>) -> Question {
    var question = Question(papers: [weighed.paper])
    guard let draft = weighed.draft else { return question }
    let judged = judge(weighed.paper, draft, errors: weighed.errors)
    question.past = [weighed.paper.id: judged.past]
    guard !weighed.isStale else { return question }
    question.turn = turn(of: draft)
    question.because = draft.provenance.because
    if weighed.isHandedOn { return question.handedOn(after: judged) }
    question.repeats = (draft.repairs ?? 0) + 1
    question.shown = isShown(draft) ? judged.shown : nil
    return question
  }

  /// Whose turn it was when a draft was written.
  func turn(of draft: Output) -> Int {
    let made = draft.provenance
    return clients.firstIndex { $0.profile == made.profile && $0.model == made.model }
      ?? clients.firstIndex { $0.model == made.model } ?? 0
  }

  /// True where a draft is a refusal and there is another profile to ask.
  func isHandedOn(_ draft: Output) -> Bool {
    DraftFailure.refusals.contains(draft.failure?.code ?? "") && turn(of: draft) + 1 < clients.count
  }

  /// True where the model can learn from its draft: one that broke off or declined teaches nothing,
  /// and a reply that may have been about several papers is not this paper's own.
  private func isShown(_ draft: Output) -> Bool {
    guard let failure = draft.failure else { return true }
    return papersPerRequest == 1 && !DraftFailure.incomplete.contains(failure.code)
  }
}
