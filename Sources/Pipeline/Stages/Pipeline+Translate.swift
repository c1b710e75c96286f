import Models
import Records
import Validation

extension Pipeline {
  /// Titles asked for in one request: the instructions are longer than a title, and paid each time.
  package static let titlesPerRequest = 16

  /// Has the missing titles translated.
  func translate(_ spending: Spending) async throws -> StageReport {
    let prompts = services.prompts
    let paid = PaidStage<TitleDraft>(
      name: .translate, file: job.folder.titles, clients: services.translators,
      papersPerRequest: Self.titlesPerRequest,
      obstacle: { $0.title.isEmpty ? "arXiv sent no title; fetch the week again" : nil },
      promptMark: Fingerprint(parts: prompts.titlesText),
      inputMark: { Fingerprint($0.id.text, $0.title) },
      ask: { prompts.titles(of: $0.map(\.forPrompt), named: $1) },
      askAgain: { prompts.again($0, reply: $1.reply, reason: $1.failure.message) },
      read: { TitleDraft.drafts(from: $0) },
      errors: { paper, draft in
        Validator.errors(
          in: Manuscript(paper: paper, title: draft, promptHeadings: prompts.headings))
      })
    return try await run(paid, spending)
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
        earlier: part.earlier.isEmpty ? nil : part.earlier, provenance: part.provenance)
    }
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
