package import Records
package import Validation

/// Where a person decides about the papers of one week, which nobody else works on meanwhile.
package struct EditDesk: Sendable {
  private let folder: RunFolder
  private let validator: Validator
  private let lock: RunLock
  private let papers: [ArXivID: Paper]
  private let titles: [ArXivID: TitleDraft]
  private let summaries: [ArXivID: SummaryDraft]
  private let edits: [ArXivID: Edit]

  /// Takes the week until the value goes.
  ///
  /// Throws `RecordError.held` while a run has the week, and for files that cannot be read.
  package init(_ folder: RunFolder, judgedBy validator: Validator) throws {
    self.folder = folder
    self.validator = validator
    lock = try folder.lock()
    papers = try folder.papers.read()
    titles = try folder.titles.read()
    summaries = try folder.summaries.read()
    edits = try folder.edits.read()
  }

  /// A paper of the week; nil where the week does not have it.
  package func sheet(of id: ArXivID) -> EditSheet? {
    papers[id].map {
      EditSheet(paper: $0, title: titles[id], summary: summaries[id], edit: edits[id])
    }
  }

  /// What keeps texts from being published about a paper, by themselves.
  package func errors(in texts: PaperTexts, about paper: Paper) -> [Finding] {
    validator.errors(
      in: Manuscript(
        paper: paper, title: texts.title, bullets: texts.bullets, remark: texts.remark))
  }

  /// Writes decisions down; they are on disk when it returns, and what was decided before is as well.
  ///
  /// Throws `RecordError.unwritable`.
  package func save(_ decisions: [Edit]) async throws {
    guard !decisions.isEmpty else { return }
    try await folder.edits.journal().append(decisions)
    withExtendedLifetime(lock) {}
  }
}
