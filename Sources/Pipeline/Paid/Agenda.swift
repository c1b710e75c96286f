import Records

/// What a paid stage is about to do, before anything is asked.
struct Agenda<Output: Draft>: Sendable {
  /// The papers that the stage answers for, in digest order.
  let papers: [Paper]
  /// What is on disk about them.
  let drafts: [ArXivID: Output]
  /// Papers among them that lack an answer, or are to be asked about anew.
  let wanting: [Paper]
  /// The questions to begin with.
  let questions: [Question]
  /// Answers that stay until better ones are there.
  let kept: [ArXivID: Output]

  /// How many papers the questions are about.
  var total: Int { questions.map(\.papers.count).reduce(0, +) }
}

extension PaidStage {
  /// Decides about papers, given what is on disk.
  ///
  /// An answer that is merely stale is kept, and one that was rejected as often as it may be is left to
  /// a person, unless it is to be made anew.
  func agenda(on papers: [Paper], redo: Redo?) throws -> Agenda<Output> {
    let drafts = try file.read()
    guard let redo else {
      let wanting = papers.filter { needsAnswer($0, drafts[$0.id]) }
      let asked = wanting.filter { asks(about: $0, drafts[$0.id]) }
      return Agenda(
        papers: papers, drafts: drafts, wanting: wanting,
        questions: questions(about: asked, known: drafts), kept: [:])
    }
    let wanting = papers.filter { paper in
      guard !isByHand(paper) else { return false }
      let draft = drafts[paper.id]
      return redo.means(
        paper.id, isRejected: draft.map { !errors(paper, $0).isEmpty } ?? false,
        changes: draft.map { changes(since: $0, of: paper) },
        asked: draft?.provenance.asked)
    }
    let asked = wanting.filter { obstacle($0) == nil }
    let usable = asked.compactMap { paper in
      drafts[paper.id].flatMap { errors(paper, $0).isEmpty ? (paper.id, $0) : nil }
    }
    return Agenda(
      papers: papers, drafts: drafts, wanting: wanting,
      questions: questionsAnew(about: asked, known: drafts),
      kept: Dictionary(uniqueKeysWithValues: usable))
  }

  /// The questions about papers as if they had never been asked; what was paid for stays on record.
  private func questionsAnew(about papers: [Paper], known: [ArXivID: Output]) -> [Question] {
    questions(about: papers, known: [:]).map { question in
      var question = question
      for paper in question.papers {
        guard let draft = known[paper.id] else { continue }
        question.past[paper.id] = judge(paper, draft).past
      }
      return question
    }
  }
}
