import Records

/// What a paid stage is about to do, before anything is asked; it holds no texts.
struct Agenda<Output: Draft>: Sendable {
  /// How far the papers are that the stage answers for.
  let roll: Roll
  /// Papers among them that lack an answer, or are to be asked about anew, by their numbers.
  let wanting: [UInt32]
  /// The questions to begin with.
  let errands: Errands
  /// True where answers that can be used stay until better ones are there.
  let keepsAnswers: Bool
  /// True where batches of the stage are under way; no question is about their papers.
  var hasBatches = false
  /// Papers about which a batch of the same command has brought no answer for good.
  var unanswered: [Batch.Unanswered] = []
  /// What is on disk about the papers.
  let drafts: RecordTable<Output>

  /// True where the answer about a paper stays until a better one is there.
  func keeps(_ number: Int) -> Bool {
    let entry = roll.entries[number]
    return keepsAnswers && entry.hasDraft && !entry.needsAnswer
  }

  /// Whose turn it is to be asked.
  func turn(of errand: Errands.Errand) -> Int {
    guard errand.kind == .again, let number = errand.numbers.first else { return 0 }
    return roll.entries[Int(number)].turn
  }
}

extension PaidStage {
  /// Decides about papers, given how far they are.
  ///
  /// An answer that is merely stale is kept, and one that was rejected as often as it may be is left to
  /// a person, unless it is to be made anew.
  ///
  /// `spared` are the places of papers about which nothing is asked now.
  func agenda(
    _ roll: Roll, redo: Redo?, sparing spared: Set<Int> = []
  ) throws -> Agenda<Output> {
    let drafts = try file.table()
    func numbers(where isMeant: (Roll.Entry) throws -> Bool) rethrows -> [UInt32] {
      try roll.entries.indices.filter { number in
        let entry = roll.entries[number]
        return try !spared.contains(entry.place) && isMeant(entry)
      }.map { UInt32($0) }
    }
    guard let redo else {
      // A paper whose answer was of no use is asked about alone, lest it spoil the same batch again.
      let errands = Errands(
        .first, about: numbers { $0.isAsked && !$0.hasDraft }, together: papersPerRequest,
        again: numbers { $0.isAsked && $0.hasDraft })
      return Agenda(
        roll: roll, wanting: numbers(where: \.needsAnswer), errands: errands,
        keepsAnswers: false, drafts: drafts)
    }
    let wanting = try numbers { entry in
      guard !entry.isByHand else { return false }
      let id = try roll.id(of: entry)
      return redo.means(
        id, isRejected: entry.hasDraft && entry.needsAnswer,
        changes: entry.hasDraft ? entry.changes : nil,
        asked: redo.before == nil ? nil : try drafts[id]?.provenance.asked)
    }
    let asked = wanting.filter { !roll.entries[Int($0)].hasObstacle }
    return Agenda(
      roll: roll, wanting: wanting,
      errands: Errands(.anew, about: asked, together: papersPerRequest), keepsAnswers: true,
      drafts: drafts)
  }

  /// Puts a question into words; throws `RecordError` where its papers cannot be read any more.
  ///
  /// Not inlined, lest a lane hold all that it takes for as long as it waits.
  @inline(never)
  func question(_ errand: Errands.Errand, in agenda: Agenda<Output>) throws -> Question {
    let papers = try errand.numbers.map { number in
      try agenda.roll.papers[at: agenda.roll.entries[Int(number)].place]
    }
    var question = Question(papers: papers)
    switch errand.kind {
    case .first: break
    case .again:
      if let paper = papers.first {
        question = self.question(about: weigh(paper, try agenda.drafts[paper.id]))
      }
    case .anew:
      for paper in papers {
        guard let draft = try agenda.drafts[paper.id] else { continue }
        question.past[paper.id] = judge(paper, draft).past
      }
    }
    question.numbers = Dictionary(
      uniqueKeysWithValues: zip(papers.map(\.id), errand.numbers.map { Int($0) }))
    return question
  }
}
