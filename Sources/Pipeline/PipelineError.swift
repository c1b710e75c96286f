package import Records

/// Why a run ended before its time; everything that was acknowledged is on disk.
package enum PipelineError: Error, CustomStringConvertible {
  /// A stage needs papers and none were fetched.
  case noPapers(Stage, week: Week)
  /// A topic could not be fetched.
  case fetchFailed(topic: String, cause: any Error)
  /// A stage stopped because every further request would fail the same way.
  case stopped(Stage, saved: Int, cause: any Error)

  package var description: String {
    switch self {
    case .noPapers(let stage, let week):
      "\(stage.rawValue): no paper of the chosen topics is on disk for the week of \(week); "
        + "fetch first: arxiv-digest fetch --week \(week)"
    case .fetchFailed(let topic, let cause):
      "fetch: topic \(topic): \(cause)"
    case .stopped(let stage, let saved, let cause):
      "\(stage.rawValue): \(cause). \(saved) answers of this run are saved"
    }
  }

  /// What went wrong underneath.
  package var cause: (any Error)? {
    switch self {
    case .noPapers: nil
    case .fetchFailed(_, let cause), .stopped(_, _, let cause): cause
    }
  }
}
