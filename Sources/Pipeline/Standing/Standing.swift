package import Records

/// How far one paper of a week has come, by the same decisions that a run takes.
package struct Standing: Sendable, Equatable {
  /// What keeps a paper off the page, or what was last done about it.
  package enum State: Sendable, Equatable {
    /// A person keeps it off the pages.
    case hidden
    /// Its authors or arXiv have taken it back.
    case withdrawn
    /// It is of no topic that is asked for.
    case untopical
    /// arXiv sent too little to ask a model about it.
    case unasked
    /// A model was asked as often as it may be, and in vain.
    case exhausted
    /// A run would ask a model about it.
    case asked
    /// It is withheld for what it has in common with other papers only.
    case compared
    /// It is withheld for something that no stage asks about.
    case withheld
    /// The verdict on disk is not that of today's texts and rules.
    case unjudged
    /// It is accepted.
    case accepted
  }

  /// The paper.
  package let paper: Paper
  /// What a person has decided about it; nil where nobody has.
  package let edit: Edit?
  /// How far it is in the stages that ask models, in their order.
  package let stages: [StageStanding]
  /// The verdict on disk; nil where there is none.
  package let verdict: Verdict?
  /// The verdict by the texts and rules of today; nil where a text is missing.
  package let today: Verdict?
  /// True where only the comparison with other papers withholds it.
  package let isCompared: Bool
  /// True where a topic of the job has found it.
  package let isTopical: Bool

  /// True where a person keeps it off the pages.
  package var isHidden: Bool { edit?.isHidden ?? false }

  /// How far it is in one stage; nil for a stage that asks nobody.
  package subscript(_ stage: Stage) -> StageStanding? { stages.first { $0.stage == stage } }

  /// True where an answer is kept although its question has changed since.
  package var isStale: Bool { stages.contains(where: \.isStale) }

  /// What keeps it off the page; of several things the one that has to be settled first.
  package var state: State {
    if isHidden { return .hidden }
    if paper.isWithdrawn { return .withdrawn }
    if !isTopical { return .untopical }
    for stage in stages {
      if case .unasked = stage.state { return .unasked }
    }
    if stages.contains(where: { $0.isAsked || $0.isInBatch }) { return .asked }
    if stages.contains(where: { $0.state == .exhausted }) { return .exhausted }
    guard let today, today == verdict else { return .unjudged }
    guard today.status == .rejected else { return .accepted }
    return isCompared ? .compared : .withheld
  }
}
