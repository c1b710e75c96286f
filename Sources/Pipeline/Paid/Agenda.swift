import Records

/// What a paid stage is about to do, before anything is asked; it holds no texts.
struct Agenda<Output: Draft>: Sendable {
  /// How far the papers are that the stage answers for.
  let roll: Roll
  /// Papers among them that lack an answer, or are to be asked about anew.
  let wanting: [Roll.Entry]
  /// The questions to begin with.
  let errands: [Errand]
  /// Papers whose answers stay until better ones are there.
  let kept: Set<ArXivID>
  /// The papers of the week.
  let papers: RecordTable<Paper>
  /// What is on disk about them.
  let drafts: RecordTable<Output>

  /// How many papers the questions are about.
  var total: Int { errands.map(\.ids.count).reduce(0, +) }
}

/// A question that is still to be put into words: the papers that it is about.
struct Errand: Sendable {
  /// What is known of the papers.
  enum Kind: Sendable {
    /// Nothing was asked about them before.
    case first
    /// There is a draft about the one paper, which cannot be used.
    case again
    /// They are to be asked about as if they had never been; what was paid for stays on record.
    case anew
  }

  /// The papers.
  let ids: ArraySlice<ArXivID>
  /// What is known of them.
  let kind: Kind
  /// Whose turn it is to be asked.
  let turn: Int
}

extension PaidStage {
  /// Decides about papers, given how far they are.
  ///
  /// An answer that is merely stale is kept, and one that was rejected as often as it may be is left to
  /// a person, unless it is to be made anew.
  func agenda(
    _ roll: Roll, _ papers: RecordTable<Paper>, redo: Redo?
  ) throws -> Agenda<Output> {
    let drafts = try file.table()
    func agenda(_ wanting: [Roll.Entry], _ errands: [Errand], _ kept: Set<ArXivID>) -> Agenda<
      Output
    > {
      Agenda(
        roll: roll, wanting: wanting, errands: errands, kept: kept, papers: papers, drafts: drafts)
    }
    guard let redo else {
      return agenda(
        roll.entries.filter(\.needsAnswer), errands(about: roll.entries.filter(\.isAsked)), [])
    }
    let wanting = try roll.entries.filter { entry in
      guard !entry.isByHand else { return false }
      return redo.means(
        entry.id, isRejected: entry.hasDraft && entry.needsAnswer,
        changes: entry.hasDraft ? entry.changes : nil,
        asked: redo.before == nil ? nil : try drafts[entry.id]?.provenance.asked)
    }
    let asked = wanting.filter { !$0.hasObstacle }
    let usable = asked.filter { $0.hasDraft && !$0.needsAnswer }
    return agenda(wanting, batches(of: asked.map(\.id), .anew), Set(usable.map(\.id)))
  }

  /// The questions about some papers: shared where nothing speaks against it.
  ///
  /// A paper whose answer was of no use is asked about alone, lest it spoil the same batch again.
  private func errands(about entries: [Roll.Entry]) -> [Errand] {
    batches(of: entries.filter { !$0.hasDraft }.map(\.id), .first)
      + entries.filter(\.hasDraft).map { Errand(ids: [$0.id], kind: .again, turn: $0.turn) }
  }

  private func batches(of ids: [ArXivID], _ kind: Errand.Kind) -> [Errand] {
    stride(from: 0, to: ids.count, by: papersPerRequest).map {
      Errand(
        ids: ids[$0..<min($0 + papersPerRequest, ids.count)], kind: kind, turn: 0)
    }
  }

  /// Puts a question into words; throws `RecordError` where its papers cannot be read any more.
  func question(_ errand: Errand, in agenda: Agenda<Output>) throws -> Question {
    let papers = try errand.ids.compactMap { try agenda.papers[$0] }
    switch errand.kind {
    case .first: return Question(papers: papers)
    case .again:
      guard let paper = papers.first else { return Question(papers: []) }
      return question(about: weigh(paper, try agenda.drafts[paper.id]))
    case .anew:
      var question = Question(papers: papers)
      for paper in papers {
        guard let draft = try agenda.drafts[paper.id] else { continue }
        let judged = judge(paper, draft, errors: errors(paper, draft))
        question.past[paper.id] = judged.past
      }
      return question
    }
  }
}
