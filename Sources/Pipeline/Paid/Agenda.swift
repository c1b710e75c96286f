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
  /// Papers that batches under way ask about.
  let inBatches: Set<ArXivID>
  /// The papers of the week.
  let papers: RecordTable<Paper>
  /// What is on disk about them.
  let drafts: RecordTable<Output>

  /// How many papers the questions are about.
  var total: Int { errands.map(\.ids.count).reduce(0, +) }
}

extension PaidStage {
  /// Decides about papers, given how far they are.
  ///
  /// An answer that is merely stale is kept, and one that was rejected as often as it may be is left to
  /// a person, unless it is to be made anew.
  func agenda(
    _ roll: Roll, _ papers: RecordTable<Paper>, redo: Redo?, inBatches: Set<ArXivID> = []
  ) throws -> Agenda<Output> {
    let drafts = try file.table()
    func agenda(_ wanting: [Roll.Entry], _ errands: [Errand], _ kept: Set<ArXivID>) -> Agenda<
      Output
    > {
      Agenda(
        roll: roll, wanting: wanting, errands: errands, kept: kept, inBatches: inBatches,
        papers: papers, drafts: drafts)
    }
    guard let redo else {
      return agenda(
        roll.entries.filter(\.needsAnswer),
        errands(about: roll.entries.filter { $0.isAsked && !inBatches.contains($0.id) }), [])
    }
    let wanting = try roll.entries.filter { entry in
      guard !entry.isByHand, !inBatches.contains(entry.id) else { return false }
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
    try question(errand, agenda.papers, agenda.drafts)
  }

  /// Puts a question into words, given what is on disk now.
  func question(
    _ errand: Errand, _ papers: RecordTable<Paper>, _ drafts: RecordTable<Output>
  ) throws -> Question {
    let papers = try errand.ids.compactMap { try papers[$0] }
    var question = Question(papers: papers)
    switch errand.kind {
    case .first: return question
    case .again:
      guard let paper = papers.first else { return question }
      return self.question(about: weigh(paper, try drafts[paper.id]))
    case .anew:
      for judged in try judged(papers, drafts) { question.past[judged.paper.id] = judged.past }
      return question
    case .followUp(let course):
      question.turn = errand.turn
      question.take(course)
      let judged = try judged(papers, drafts)
      for one in judged { question.past[one.paper.id] = one.past }
      if course.showsLast { question.shown = judged.first?.shown }
      return question
    }
  }

  /// What the drafts of some papers mean, of those that have one.
  private func judged(_ papers: [Paper], _ drafts: RecordTable<Output>) throws -> [Judged] {
    try papers.compactMap { paper in
      try drafts[paper.id].map { judge(paper, $0, errors: errors(paper, $0)) }
    }
  }
}
