import JSONText
import Models
import Records
import Validation

extension Pipeline {
  /// Has the missing summaries written, one request a paper.
  func summarize(_ spending: Spending) async throws -> StageReport {
    try await run(try summarizing, spending)
  }

  /// What is asked about papers for their summaries.
  var summarizing: PaidStage<SummaryDraft> {
    get throws {
      let prompts = services.prompts
      let glossary = services.validator.glossary
      let edits = try job.folder.edits.read()
      return PaidStage(
        name: .summarize, file: job.folder.summaries, clients: services.summarizers,
        papersPerRequest: 1, repairs: job.repairs,
        isByHand: { edits[$0.id]?.hasSummary ?? false },
        obstacle: { $0.abstract.isEmpty ? "arXiv sent no abstract; fetch the week again" : nil },
        promptMark: Fingerprint(parts: prompts.summaryText),
        subject: {
          Subject(
            $0, words: $0.title, $0.abstract, terms: glossary.promptTerms(in: $0.wholeText))
        },
        ask: { subjects, name in prompts.summary(of: subjects[0].whole, named: name) },
        askAgain: { prompts.again($0, reply: $1.reply, findings: $1.points) },
        read: { SummaryDraft.drafts(from: $0) },
        answer: \.answer,
        errors: { [validator = services.validator] in
          validator.errors(in: Manuscript(paper: $0, summary: $1, edit: edits[$0.id]))
        })
    }
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
        earlier: part.earlier, repairs: part.repairs, provenance: part.provenance)
    }
  }
}

extension SummaryDraft {
  /// The answer without what a model may have written around it.
  fileprivate var answer: String? {
    guard let bullets, let remark else { return nil }
    var object = JSONObject()
    object.set("id", id.text)
    object.set("bullets", bullets)
    object.set("remark", remark)
    return String(decoding: object.line, as: UTF8.self)
  }
}
