import Records

/// A question that is still to be put into words: the papers that it is about, and no texts.
struct Errand: Sendable {
  /// What is known of the papers.
  enum Kind: Sendable {
    /// Nothing was asked about them before.
    case first
    /// There is a draft about the one paper, which cannot be used.
    case again
    /// They are to be asked about as if they had never been; what was paid for stays on record.
    case anew
    /// They were asked about a moment ago, and this is left to ask.
    case followUp(Course)
  }

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
  let ids: ArraySlice<ArXivID>
  /// What is known of them.
  let kind: Kind
  /// Whose turn it is to be asked.
  let turn: Int
}

extension Errand {
  /// What is left to ask about a question, once its drafts are on disk.
  init(_ question: Question, sendings: Int = 0) {
    self.init(
      ids: question.papers.map(\.id)[...],
      kind: .followUp(
        Course(
          because: question.because, outputFactor: question.outputFactor,
          repeats: question.repeats, splits: question.splits, showsLast: question.shown != nil,
          sendings: sendings)), turn: question.turn)
  }

  /// How often it was in a batch that brought nothing about it.
  var sendings: Int { if case .followUp(let course) = kind { course.sendings } else { 0 } }
}

extension Question {
  /// Goes on where a question has come to.
  mutating func take(_ course: Errand.Course) {
    because = course.because
    outputFactor = course.outputFactor
    repeats = course.repeats
    splits = course.splits
  }
}
