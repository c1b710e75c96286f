import JSONText
import Pipeline
import Records

/// What one of several weeks came to.
enum WeekOutcome {
  /// Its stages came to their end, whatever is wrong with single papers.
  case ended(RunReport)
  /// The week has no paper, which is no failure among several.
  case empty
  /// A stage could not go on.
  case failed(any Error)

  /// True where only asking arXiv again can help.
  var wantsFetch: Bool {
    switch self {
    case .ended(let report): !report.doubts.isEmpty
    case .empty: false
    case .failed(let error): (error as? PipelineError)?.nextStage == .fetch
    }
  }

  /// What the next run would do about the week's papers.
  var outlook: Outlook {
    if case .ended(let report) = self { report.outlook } else { Outlook() }
  }

  /// The batches that keep the week from going on.
  var batches: [Batch] { if case .ended(let report) = self { report.batches } else { [] } }

  /// True where nothing is wrong but that pages were changed by hand.
  var wantsAdoption: Bool {
    if case .ended(let report) = self {
      !report.changedPages.isEmpty && report.problems.isEmpty && report.doubts.isEmpty
    } else {
      false
    }
  }

  /// Writes the week for other programs.
  func write(to object: inout JSONObject, _ week: Week) {
    object.set("week", week.description)
    switch self {
    case .ended(let report): report.writeValidation(to: &object)
    case .empty: object.set("papers", 0)
    case .failed(let error): object.set("error", "\(error)")
    }
  }

  /// The status that the week alone would end with.
  var status: ExitCode {
    switch self {
    case .ended(let report): ExitCode(report)
    case .empty: .done
    case .failed(let error): ExitCode(error)
    }
  }

  /// The week in a few words.
  var words: String {
    switch self {
    case .ended(let report):
      ReportText.counts(report.summary) + (report.doubts.isEmpty ? "" : "; the fetch is doubtful")
    case .empty: "no paper"
    case .failed(let error): "failed: \(error)"
    }
  }
}
