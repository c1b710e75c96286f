package import Records

/// What a run came to.
package struct RunReport: Sendable, Equatable {
  /// What each stage that ran came to.
  package let stages: [Stage: StageReport]
  /// The contents of `run.json`.
  package let summary: RunSummary
  /// What speaks against believing that all papers of the topics are there, whichever run fetched
  /// them.
  package let doubtful: [TopicDoubt]
  /// What the next run would do about papers that have no usable answer.
  package let outlook: Outlook

  /// Puts a report together.
  package init(
    stages: [Stage: StageReport], summary: RunSummary, doubtful: [TopicDoubt] = [],
    outlook: Outlook = Outlook()
  ) {
    self.stages = stages
    self.summary = summary
    self.doubtful = doubtful
    self.outlook = outlook
  }

  /// Pages that stand on the site now.
  package var pages: [String] { stages[.render]?.pages ?? [] }

  /// Pages on the site that were changed by hand, and so were not written.
  package var changedPages: [ChangedPage] { stages[.render]?.changedPages ?? [] }

  /// Batches under way, without which the run could not go on.
  package var batches: [Batch] { ran.flatMap { stages[$0]?.batches ?? [] } }

  /// The stages that ran, in their order.
  package var ran: [Stage] { Stage.allCases.filter { stages[$0] != nil } }

  /// Everything that is wrong, stage by stage.
  package var problems: [Problem] { ran.flatMap { stages[$0]?.problems ?? [] } }

  /// The same, one sentence each.
  package var doubts: [String] { doubtful.map(\.description) }

  /// True where a fetch is doubtful, or a paper that was asked for has no usable record or is not on
  /// the page.
  package var isIncomplete: Bool {
    !batches.isEmpty || !doubts.isEmpty || !problems.isEmpty || !changedPages.isEmpty
      || stages[.render] != nil && summary.accepted < summary.papers
  }
}
