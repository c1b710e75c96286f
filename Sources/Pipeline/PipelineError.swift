package import Records

/// Why a run ended before its time; everything that was acknowledged is on disk.
package enum PipelineError: Error, CustomStringConvertible {
  /// A stage needs papers and none were fetched.
  case noPapers(Stage, week: Week)
  /// arXiv was asked, and has no paper of the chosen topics.
  case nothingFound(week: Week)
  /// A topic could not be fetched.
  case fetchFailed(topic: String, cause: any Error)
  /// A stage stopped because every further request would fail the same way.
  case stopped(Stage, saved: Int, requests: Int, cause: any Error)

  package var description: String {
    switch self {
    case .noPapers(let stage, let week):
      "\(stage.rawValue): no paper of the chosen topics is on disk for the week of \(week); fetch first"
    case .nothingFound(let week):
      "arXiv has no paper of the chosen topics for the week of \(week), so there is nothing to "
        + "publish. If that is a surprise, ask arXiv again later"
    case .fetchFailed(let topic, let cause):
      "fetch: topic \(topic): \(cause)"
    case .stopped(let stage, let saved, let requests, let cause):
      "\(stage.rawValue): \(cause). Of this stage, \(requests) requests were answered, and the "
        + "answers about \(saved) papers are saved"
    }
  }

  /// The stage to begin at next time, where it is not the one that was asked for.
  package var nextStage: Stage? {
    switch self {
    case .noPapers, .nothingFound: .fetch
    case .fetchFailed, .stopped: nil
    }
  }
}
