import Records

/// How far a paid stage is with the papers that it answers for, in digest order, without any texts.
struct Roll: Sendable {
  /// One paper.
  struct Entry: Sendable {
    /// The paper.
    let id: ArXivID
    /// True where there is a draft on disk.
    let hasDraft: Bool
    /// True where a person has written all that the stage would ask for.
    let isByHand: Bool
    /// True where there is no text that could be published.
    let needsAnswer: Bool
    /// True where a run asks about the paper.
    let isAsked: Bool
    /// True where arXiv sent too little to ask about it.
    let hasObstacle: Bool
    /// Whose turn it is to be asked.
    let turn: Int
    /// How often the model was asked again, where that is as often as it may be; nil where it is not.
    let exhausted: Int?
    /// What of the draft's question would be another one today.
    let changes: [QuestionInput]

    /// Keeps what is known of a paper but for its texts.
    init<Output: Draft>(_ weighed: Weighed<Output>) {
      id = weighed.paper.id
      hasDraft = weighed.draft != nil
      isByHand = weighed.isByHand
      needsAnswer = weighed.needsAnswer
      isAsked = weighed.isAsked
      hasObstacle = weighed.obstacle != nil
      turn = weighed.nextTurn
      exhausted = weighed.isExhausted ? weighed.draft?.repairs ?? 0 : nil
      changes = weighed.changes
    }
  }

  /// The papers, in digest order.
  private(set) var entries: [Entry]

  /// Takes papers in digest order.
  init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The same papers, of which some have come further.
  func updated(with newer: [ArXivID: Entry]) -> Roll {
    newer.isEmpty ? self : Roll(entries.map { newer[$0.id] ?? $0 })
  }

  /// How many answers are kept although their question has changed since.
  var staleCount: Int { entries.count { !$0.changes.isEmpty && !$0.isByHand } }

  /// What the next run would do about the papers of a stage.
  func outlook(_ stage: Stage) -> Outlook {
    Outlook(
      asks: entries.filter(\.isAsked).map(\.id),
      exhausted: entries.compactMap { entry in
        entry.exhausted.map { Outlook.Exhausted(id: entry.id, stage: stage, repairs: $0) }
      })
  }
}
