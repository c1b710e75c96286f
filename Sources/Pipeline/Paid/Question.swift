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
  /// That reply, which the model is shown; nil where it was about other papers as well.
  var shown: FailedReply?
  /// What each paper's earlier replies were, and what they took.
  var past: [ArXivID: Past] = [:]

  /// What came of a paper in earlier rounds.
  struct Past: Sendable {
    /// Replies that held nothing to judge.
    var replies: [FailedReply] = []
    /// What all rounds took.
    var usage = Usage()
  }

  /// A question is put again for an unusable reply so many times.
  private static let mostRepeats = 2

  /// The question in two halves: one paper's words may have spoilt it for the others.
  var halves: [Question] {
    let middle = papers.count / 2
    return [papers.prefix(middle), papers.dropFirst(middle)].map { part in
      var half = self
      half.papers = Array(part)
      return half
    }
  }

  /// A question about each paper.
  private var alone: [Question] {
    papers.map { paper in
      var one = self
      one.papers = [paper]
      return one
    }
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

  /// What is left to ask after a reply, given the drafts that it held.
  ///
  /// `isUsable` tells whether a draft could be published, `hasNext` whether there is another profile.
  func followUps<Output: Draft>(
    after reply: ModelReply, drafts: [Output], hasNext: Bool, isUsable: (Paper, Output) -> Bool
  ) -> [Question] {
    let next = remembering(drafts)
    return switch reply.completeness {
    case .truncated: next.afterCut(reply.text)
    case .refused, .filtered: next.afterRefusal(drafts, hasNext: hasNext)
    case .complete: next.afterAnswer(drafts, isUsable: isUsable)
    }
  }

  private var isShared: Bool { papers.count > 1 }

  private func remembering<Output: Draft>(_ drafts: [Output]) -> Question {
    var next = self
    for draft in drafts {
      let failed = draft.failure.map { [FailedReply(reply: draft.reply, failure: $0)] } ?? []
      next.past[draft.id] = Past(
        replies: (draft.earlier ?? []) + failed, usage: draft.provenance.usage)
    }
    return next
  }

  /// A text that repeats itself would fill any number of tokens.
  private func afterCut(_ text: String) -> [Question] {
    if outputFactor == 1, !text.repeatsItself { return [doubled] }
    return isShared ? halves : []
  }

  private func afterRefusal<Output: Draft>(_ drafts: [Output], hasNext: Bool) -> [Question] {
    guard !isShared else { return halves }
    guard hasNext, let draft = drafts.first else { return [] }
    let reason = "\(draft.provenance.profile): \(draft.failure?.message ?? "no answer")"
    return [handedOn(because: reason)]
  }

  private func afterAnswer<Output: Draft>(
    _ drafts: [Output], isUsable: (Paper, Output) -> Bool
  ) -> [Question] {
    guard repeats < Self.mostRepeats else { return [] }
    let pairs = zip(papers, drafts)
    var next = self
    next.repeats += 1
    if isShared, pairs.allSatisfy({ !isUsable($0.0, $0.1) }) {
      return repeats == 0 ? next.halves : next.alone
    }
    next.papers = pairs.filter { $0.1.failure != nil }.map(\.0)
    guard let paper = next.papers.first else { return [] }
    next.shown = isShared ? nil : past[paper.id]?.replies.last
    return [next]
  }
}
