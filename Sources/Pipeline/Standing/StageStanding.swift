package import Records

/// How far a paper is in one of the stages that ask models.
package struct StageStanding: Sendable, Equatable {
  /// What a run would do about the paper.
  package enum State: Sendable, Equatable {
    /// Nothing: there is an answer that can be published.
    case done
    /// Nothing: a person has written all that the stage would ask for.
    case byHand
    /// Nothing: the paper is withdrawn or hidden, and nobody would publish it.
    case spared
    /// Nothing: arXiv sent too little to ask about.
    case unasked(reason: String)
    /// Nothing: the model was asked as often as it may be, and in vain.
    case exhausted
    /// It would fetch the answer, because a batch under way asks already.
    case inBatch(name: String)
    /// It would ask, because there is no answer.
    case missing
    /// It would ask again, because validation would withhold the answer.
    case failed
  }

  /// An answer that is on disk.
  package struct Answer: Sendable, Equatable {
    /// The model's raw text.
    package let reply: String
    /// Replies that came before, the oldest first.
    package let earlier: [FailedReply]
    /// How often the model had been asked again, in vain, when the reply came.
    package let repairs: Int
    /// What made it.
    package let provenance: Provenance
    /// What of its question would be another one today; empty where it is not stale.
    package let changes: [QuestionInput]
    /// What it would be withheld for; empty where it can be published.
    package let errors: [Finding]
  }

  /// The stage.
  package let stage: Stage
  /// What a run would do about the paper.
  package let state: State
  /// The answer on disk; nil where there is none.
  package let answer: Answer?

  /// True where an answer is kept although its question has changed since.
  package var isStale: Bool { state == .done && !(answer?.changes.isEmpty ?? true) }

  /// True where a batch under way asks.
  package var isInBatch: Bool { if case .inBatch = state { true } else { false } }

  /// True where a run would ask a model.
  package var isAsked: Bool { state == .missing || state == .failed }
}

extension PaidStage {
  /// How far a paper is that has this draft, or none.
  func standing(
    of paper: Paper, _ draft: Output?, isHidden: Bool, batch: Batch?
  ) -> StageStanding {
    let weighed = weigh(paper, draft)
    return StageStanding(
      stage: name, state: weighed.state(isHidden: isHidden, batch),
      answer: draft.map { draft in
        StageStanding.Answer(
          reply: draft.reply, earlier: draft.earlier ?? [], repairs: draft.repairs ?? 0,
          provenance: draft.provenance, changes: weighed.changes, errors: weighed.errors)
      })
  }
}

extension Weighed {
  fileprivate func state(isHidden: Bool, _ batch: Batch?) -> StageStanding.State {
    if paper.isWithdrawn || isHidden { return .spared }
    if isByHand { return .byHand }
    guard needsAnswer else { return .done }
    if let batch { return .inBatch(name: String(batch.mark)) }
    if let obstacle { return .unasked(reason: obstacle) }
    guard draft != nil else { return .missing }
    return isExhausted ? .exhausted : .failed
  }
}
