import Models
import Pipeline
import Records

/// The statuses that the program ends with.
enum ExitCode: Int32, CaseIterable {
  /// Everything that was asked for is done.
  case done = 0
  /// The run could not go on.
  case failed = 1
  /// What could be done is done; some papers are withheld or wait, or pages hold errors.
  case partial = 2
  /// A mistake in the command or the configuration: `EX_USAGE` of sysexits(3).
  case usage = 64
  /// Another run holds the week, or batches are under way: `EX_TEMPFAIL` of sysexits(3).
  case busy = 75
  /// Interrupted by SIGINT: 128 and the signal's number, as shells count.
  case interrupted = 130

  /// The status for a run that came to its end.
  init(_ report: RunReport) {
    if !report.batches.isEmpty {
      self = .busy
    } else if report.stages[.render] != nil, report.pages.isEmpty, report.changedPages.isEmpty,
      report.summary.papers > 0
    {
      self = .failed
    } else {
      self = report.isIncomplete ? .partial : .done
    }
  }

  /// The status for a run that was broken off.
  init(_ error: any Error) {
    switch error {
    case is UsageError, is TemplateError: self = .usage
    case is CancellationError: self = .interrupted
    case RecordError.held: self = .busy
    default: self = .failed
    }
  }
}
