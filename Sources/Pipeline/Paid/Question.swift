import Models
import Records

/// A question under way: which papers, who is asked, and what came before.
struct Question: Sendable {
  /// The papers that it is about.
  var papers: [Paper]
  /// Whose turn it is, counted from the stage's own profile.
  var turn = 0
  /// Why it is not the stage's own profile that is asked.
  var because: String?
  /// How many times the usual number of tokens the reply may have.
  var outputFactor = 1
  /// How often it has been asked again for a reply that could not be used.
  var repeats = 0
  /// How often papers have been left out of it, because the reply was of no use for them.
  var splits = 0
  /// The reply, which the model is shown; nil where it was about other papers, or holds nothing.
  var shown: FailedReply?
  /// The numbers of the papers on the stage's roll.
  var numbers: [ArXivID: Int] = [:]
  /// What each paper's earlier replies were, and what they took.
  var past: [ArXivID: Past] = [:]
  /// What it was when it was sent in a batch; nil where it is sent by itself.
  var sent: Sent?

  /// What came of a paper in earlier rounds.
  struct Past: Sendable {
    /// Replies that could not be used, the oldest first.
    var replies: [FailedReply] = []
    /// What all rounds took.
    var usage = Usage()
  }

  /// A question as it was sent in a batch, which may have been another day.
  struct Sent: Sendable {
    /// What the answer comes back with.
    let key: String
    /// The profile that was asked.
    let profile: String
    /// The model that was asked for.
    let model: String
    /// The mark of the prompt as it was.
    let prompt: Fingerprint
    /// What the papers put into it.
    let parts: [ArXivID: BatchQuestion.Part]
  }

  /// The question in two halves: one paper's words may have spoilt it for the others.
  var halves: [Question] {
    let middle = papers.count / 2
    return [papers.prefix(middle), papers.dropFirst(middle)].map { part in
      var half = self
      half.papers = Array(part)
      return half
    }
  }

  /// The question about one of the papers, as if it was never asked: no repair of its own.
  func apart(_ judged: Judged) -> Question {
    var one = self
    one.papers = [judged.paper]
    one.splits += 1
    return one
  }

  /// A question about one of the papers once more, which shows the model its own last answer.
  ///
  /// A reply about several papers that lacks this one holds nothing of its own.
  func alone(_ judged: Judged) -> Question {
    var one = self
    one.papers = [judged.paper]
    one.repeats += 1
    one.shown = isShared && judged.isLacking ? nil : judged.shown
    return one
  }

  /// True where a reply came before that was of no use, to these papers or to more.
  var isAgain: Bool { repeats > 0 || splits > 0 }

  /// True where several papers share the question.
  var isShared: Bool { papers.count > 1 }

  /// The question for the next profile, after one that has declined.
  func handedOn(after judged: Judged) -> Question {
    handedOn(because: "\(judged.profile): \(judged.failed?.failure.message ?? "no answer")")
  }

  /// The question for the next profile.
  func handedOn(because reason: String) -> Question {
    var next = self
    next.turn += 1
    next.because = reason
    next.outputFactor = 1
    next.repeats = 0
    next.shown = nil
    return next
  }

  /// The question with room for twice the tokens.
  var doubled: Question {
    var next = self
    next.outputFactor = 2
    return next
  }
}
