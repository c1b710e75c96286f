import JSONText
import Models
import Records
import Validation

extension Pipeline {
  /// Titles asked for in one request: the instructions are longer than a title, and paid each time.
  package static let titlesPerRequest = 16

  /// Has the missing titles translated.
  func translate(_ spending: Spending) async throws -> StageReport {
    try await run(try translating, spending)
  }

  /// What is asked about titles.
  var translating: PaidStage<TitleDraft> {
    get throws {
      let prompts = services.prompts
      let glossary = services.validator.glossary
      let edits = try job.folder.edits.read()
      return PaidStage(
        name: .translate, file: job.folder.titles, clients: services.translators,
        papersPerRequest: Self.titlesPerRequest, repairs: job.repairs,
        isByHand: { edits[$0.id]?.hasTitle ?? false },
        obstacle: { $0.title.isEmpty ? "arXiv sent no title; fetch the week again" : nil },
        promptMark: Fingerprint(parts: prompts.titlesText),
        subject: { Subject($0, words: $0.title, terms: glossary.promptTerms(in: $0.title)) },
        ask: { prompts.titles(of: $0.map(\.titleAlone), named: $1) },
        askAgain: { prompts.again($0, reply: $1.reply, findings: $1.points) },
        read: { TitleDraft.drafts(from: $0) },
        answer: \.answer,
        errors: { [validator = services.validator] in
          validator.errors(in: Manuscript(paper: $0, title: $1, edit: edits[$0.id]))
        })
    }
  }
}

extension TitleDraft {
  /// One draft for each paper that a request was about.
  fileprivate static func drafts(from answered: Answered) -> [TitleDraft] {
    let answer = answered.decode(TitlesAnswer.self)
    return answered.parts.map { part in
      // Where it is nil, `failure` says why.
      let title = answer.flatMap { $0.title(of: part.paper.id) }
      return TitleDraft(
        id: part.paper.id, title: try? title.get(), reply: answered.reply.text,
        failure: title.failure,
        earlier: part.earlier, repairs: part.repairs, provenance: part.provenance)
    }
  }
}

extension TitleDraft {
  /// The answer about this paper alone, whatever else stood in the reply.
  fileprivate var answer: String? {
    guard let title else { return nil }
    var item = JSONObject()
    item.set("id", id.text)
    item.set("title", title)
    return #"{"titles":[\#(String(decoding: item.line, as: UTF8.self))]}"#
  }
}

extension TitlesAnswer {
  /// The title under an identifier; two under one mean that one of them is another paper's.
  fileprivate func title(of id: ArXivID) -> Result<String, DraftFailure> {
    let own = titles.filter { id.isEchoed(by: $0.id) }
    guard own.count == 1 else { return .failure(.wrongID(titles.map(\.id), found: own.count)) }
    return .success(own[0].title)
  }
}
