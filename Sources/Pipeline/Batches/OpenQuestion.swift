import Records

/// A question that is still to be put into words, on its way to a batch or back from one: the papers that
/// it is about, and no texts.
struct OpenQuestion: Sendable {
  /// How far a question has come, without the texts that stand in the drafts.
  struct Course: Sendable, Equatable {
    /// Why it is not the stage's own profile that is asked; nil where it is.
    var because: String?
    /// How many times the usual number of tokens the reply may have.
    var outputFactor = 1
    /// How often it has been asked again for a reply that could not be used.
    var repeats = 0
    /// How often papers have been left out of it.
    var splits = 0
    /// True where the model is shown its last answer.
    var showsLast = false
    /// How often it was in a batch that brought nothing about it.
    var sendings = 0
  }

  /// The papers.
  let ids: [ArXivID]
  /// Whose turn it is to be asked.
  let turn: Int
  /// How far it has come; nil where that is told by the draft on disk, if there is any.
  let course: Course?

  /// How often it was in a batch that brought nothing about it.
  var sendings: Int { course?.sendings ?? 0 }
}

extension OpenQuestion {
  /// What is left to ask about a question, once its drafts are on disk.
  init(_ question: Question) {
    self.init(
      ids: question.papers.map(\.id), turn: question.turn,
      course: Course(
        because: question.because, outputFactor: question.outputFactor,
        repeats: question.repeats, splits: question.splits, showsLast: question.shown != nil))
  }
}

extension PaidStage {
  /// Puts a question into words, given what is on disk now; throws `RecordError` where it cannot be read
  /// any more.
  func question(
    _ open: OpenQuestion, _ numbers: RollNumbers, _ drafts: RecordTable<Output>
  ) throws -> Question {
    let papers = try open.ids.compactMap { try numbers.papers[$0] }
    let drafts = try papers.compactMap { paper in try drafts[paper.id].map { (paper, $0) } }
    var question = Question(papers: papers)
    if let course = open.course {
      question.turn = open.turn
      question.because = course.because
      question.outputFactor = course.outputFactor
      question.repeats = course.repeats
      question.splits = course.splits
      let judged = drafts.map { judge($0, $1) }
      for one in judged { question.past[one.paper.id] = one.past }
      if course.showsLast { question.shown = judged.first?.shown }
    } else if let (paper, draft) = drafts.first {
      question = self.question(about: weigh(paper, draft))
    }
    question.numbers = try numbers.numbers(of: open.ids)
    return question
  }
}
