package import Records

/// What one stage came to.
package struct StageReport: Sendable, Equatable {
  /// Records made, found and missing.
  package var count = RunSummary.StageCount()
  /// Papers that ended without a usable record, with the reason.
  package var problems: [Problem] = []
  /// Papers whose record is kept although its question has changed since.
  package var stale = 0
  /// Papers whose answer can be used since the model was asked again in this run.
  package var repaired = 0
  /// Verdicts that are not what they were on disk, in digest order.
  package var changes: [VerdictChange] = []
  /// Papers that are withheld only for what they have in common with others of the week.
  package var compared: [ArXivID] = []
  /// About what the papers would cost that the limit on spending has left; nil where nobody knows.
  package var leftUSD: Double?
  /// Papers that batches under way ask about; they are not counted as failed.
  package var inBatches = 0
  /// The batches under way.
  package var batches: [Batch] = []
  /// What each topic's fetch brought; those that were on disk already are not among them.
  package var coverage: [Coverage] = []
  /// Papers that the week did not have before.
  package var added = 0
  /// Pages that stand on the site now.
  package var pages: [String] = []
  /// Pages on the site that were changed by hand, and so were not written.
  package var changedPages: [ChangedPage] = []

  /// Begins a report.
  package init(problems: [Problem] = []) {
    self.problems = problems
  }
}
