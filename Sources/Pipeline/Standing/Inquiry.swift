package import Models
package import Records

/// What a model is asked about one paper in a stage, and what was asked before.
package struct Inquiry: Sendable, Equatable {
  /// A request about the paper, which it may have shared with others.
  package struct Request: Sendable, Equatable {
    /// The line of `requests.jsonl`.
    package let line: PaidRequest
    /// How many papers it was about.
    package let papers: Int

    /// The paper's part of what it cost; nil where that is not known.
    package var costUSD: Double? { line.costUSD.map { $0 / Double(papers) } }
  }

  /// The stage.
  package let stage: Stage
  /// What a run would ask now; where it would ask nothing, what would be asked about this paper.
  package let prompt: Prompt
  /// True where the model would be shown its last answer, with what was found in it.
  package let isRepair: Bool
  /// True where the question is the one that the answer on disk was given to, the last answer apart;
  /// nil where there is no answer.
  package let isAsAsked: Bool?
  /// How many papers shared the question that was answered; nil where there is no answer.
  package let sharedBy: Int?
  /// The requests that are known to be about the paper, in their order.
  package let requests: [Request]

  /// The paper's part of what they cost; nil where that is not known.
  package var costUSD: Double? {
    requests.reduce(0) { sum, request in
      sum.flatMap { sum in request.costUSD.map { sum + $0 } }
    }
  }
}

extension PaidStage {
  /// What is asked about a paper, and which requests of the log were about it.
  func inquiry(
    about paper: Paper, among papers: [Paper], _ log: [PaidRequest]
  ) throws -> Inquiry {
    let drafts = try file.read()
    let draft = drafts[paper.id]
    let weighed = weigh(paper, draft)
    let question = weighed.needsAnswer ? question(about: weighed) : Question(papers: [paper])
    let batch = draft.map { self.batch($0, papers, drafts) }
    let changes = draft.map { _ in Set(weighed.changes) }
    return Inquiry(
      stage: name, prompt: prompt(question, question.papers.map(subject)),
      isRepair: question.shown != nil,
      isAsAsked: changes?.isDisjoint(with: [.prompt, .abstract, .terms]),
      sharedBy: batch?.count, requests: requests(about: paper, sharedWith: batch, log))
  }

  /// The papers that were answered in one reply.
  private func batch(
    _ draft: Output, _ papers: [Paper], _ drafts: [ArXivID: Output]
  ) -> [Paper] {
    papers.filter { paper in
      guard let other = drafts[paper.id] else { return false }
      return other.reply == draft.reply && other.provenance.time == draft.provenance.time
    }
  }

  private func requests(
    about paper: Paper, sharedWith batch: [Paper]?, _ log: [PaidRequest]
  ) -> [Inquiry.Request] {
    let own = questionName([paper])
    let shared = questionName(batch ?? [paper])
    return log.filter { request in
      request.stage == name.rawValue && request.usage.requests > 0
        && (request.question == own || request.question == shared
          || request.question.hasPrefix(own + "+"))
    }.sorted { $0.number < $1.number }
      .map { Inquiry.Request(line: $0, papers: $0.papersInQuestion) }
  }
}
