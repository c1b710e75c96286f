import Models
import Records

extension Question {
  /// What is left to ask after a reply, given what became of each paper in it.
  ///
  /// A paper is asked about again at most `repairs` times, whatever was wrong with the replies;
  /// `hasNext` tells whether there is another profile.
  func followUps(
    after reply: ModelReply, _ judged: [Judged], hasNext: Bool, repairs: Int
  ) -> [Question] {
    var next = self
    for paper in judged { next.past[paper.paper.id] = paper.past }
    return switch reply.completeness {
    case .truncated: next.afterCut(reply.text)
    case .refused, .filtered: next.afterRefusal(judged, hasNext: hasNext)
    case .complete: next.afterAnswer(judged, repairs: repairs)
    }
  }

  /// A text that repeats itself would fill any number of tokens.
  private func afterCut(_ text: String) -> [Question] {
    if outputFactor == 1, !text.repeatsItself { return [doubled] }
    return isShared ? halves : []
  }

  private func afterRefusal(_ judged: [Judged], hasNext: Bool) -> [Question] {
    guard !isShared else { return halves }
    guard hasNext, let one = judged.first else { return [] }
    return [handedOn(after: one)]
  }

  /// What is left to ask after a whole reply.
  ///
  /// Asking about fewer papers is no repair of any: only a paper that is asked about alone once more,
  /// or has an answer of its own to be shown, uses one up. It ends because every part is smaller.
  private func afterAnswer(_ judged: [Judged], repairs: Int) -> [Question] {
    guard repeats < repairs else { return [] }
    let wanting = judged.filter { !$0.isUsable }
    let lacking = wanting.filter(\.isLacking)
    guard isShared, !lacking.isEmpty else { return wanting.map { alone($0) } }
    // What was judged goes back alone: the findings are about that paper, and so is the answer.
    let rejected = wanting.filter { !$0.isLacking }.map { alone($0) }
    var next = self
    next.splits += 1
    guard wanting.count == judged.count else {
      next.papers = lacking.map(\.paper)
      return [next] + rejected
    }
    // Where nothing is of use, one paper's words may have spoilt it for the others.
    return splits == 0 ? next.halves : lacking.map { apart($0) } + rejected
  }
}
