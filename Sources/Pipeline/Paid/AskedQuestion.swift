import Records

/// A question whose reply is waited for: papers that share one are read again when it is there.
///
/// A lane waits most of the time, and there are hundreds of them: the texts of sixteen papers in each are
/// more than all else that a stage holds.
struct AskedQuestion: Sendable {
  private var question: Question
  private let ids: [ArXivID]
  private let words: [Subject.Words]

  /// Keeps a question about some subjects, which are its papers.
  init(_ question: Question, about subjects: [Subject]) {
    self.question = question
    words = subjects.map(\.words)
    // One paper is little, and may stand anywhere in the file by now.
    ids = question.isShared ? question.papers.map(\.id) : []
    if question.isShared { self.question.papers = [] }
  }

  /// The question with its papers, as they stand in a table.
  ///
  /// Throws `RecordError` where they cannot be read any more. Not inlined, lest a lane hold them for as
  /// long as it waits.
  @inline(never)
  func whole(
    from table: RecordTable<Paper>
  ) throws -> (question: Question, subjects: [Subject]) {
    var question = question
    question.papers += try ids.compactMap { try table[$0] }
    return (question, zip(question.papers, words).map { Subject($0, $1) })
  }
}
