package import Records

/// What one stage came to.
package struct StageReport: Sendable, Equatable {
  /// Records made, found and missing.
  package var count = RunSummary.StageCount()
  /// Papers that ended without a usable record, with the reason.
  package var problems: [Problem] = []
  /// Papers whose record is kept although its question has changed since.
  package var stale = 0
  /// What the stage asked of a model.
  package var usage = Usage()
  /// What that cost in US dollars; nil where a profile names no prices.
  package var costUSD: Double?
  /// Pages that stand on the site now.
  package var pages: [String] = []

  /// Begins an empty report.
  package init() {}
}
