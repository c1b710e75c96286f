import Models
import Records
import Validation

extension Pipeline {
  /// Has the missing summaries written, one request a paper.
  func summarize(_ spending: Spending) async throws -> StageReport {
    let prompts = services.prompts
    let paid = PaidStage<SummaryDraft>(
      name: .summarize, file: job.folder.summaries, clients: services.summarizers,
      papersPerRequest: 1,
      obstacle: { $0.abstract.isEmpty ? "arXiv sent no abstract; fetch the week again" : nil },
      promptMark: Fingerprint(parts: prompts.summaryText),
      inputMark: { Fingerprint($0.id.text, $0.title, $0.abstract) },
      ask: { papers, name in prompts.summary(of: papers[0].forPrompt, named: name) },
      askAgain: { prompts.again($0, reply: $1.reply, reason: $1.failure.message) },
      read: { SummaryDraft.drafts(from: $0) },
      errors: { paper, draft in
        Validator.errors(
          in: Manuscript(paper: paper, summary: draft, promptHeadings: prompts.headings))
      })
    return try await run(paid, spending)
  }
}

extension SummaryDraft {
  /// The draft for the one paper that a request was about.
  fileprivate static func drafts(from answered: Answered) -> [SummaryDraft] {
    let answer = answered.decode(SummaryAnswer.self)
    return answered.parts.map { part in
      let own = answer.flatMap { answer in
        part.paper.id.isEchoed(by: answer.id)
          ? .success(answer) : .failure(DraftFailure.wrongID([answer.id], found: 0))
      }
      // Where it is nil, `failure` says why.
      let summary = try? own.get()
      return SummaryDraft(
        id: part.paper.id, bullets: summary?.bullets, remark: summary?.remark,
        reply: answered.reply.text, failure: own.failure,
        earlier: part.earlier.isEmpty ? nil : part.earlier, provenance: part.provenance)
    }
  }
}
