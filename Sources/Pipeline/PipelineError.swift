package import Records

/// Why a run ended before its time; everything that was acknowledged is on disk.
package enum PipelineError: Error, CustomStringConvertible {
  /// A stage needs papers and none were fetched.
  case noPapers(Stage, week: Week)
  /// arXiv was asked, and has no paper of the chosen topics.
  case nothingFound(week: Week)
  /// No paper came of the chosen topics, and that is not believed.
  case nothingBelieved(week: Week, reason: String)
  /// The source can bring nothing more; so many papers are on disk.
  case fetchFailed(cause: any Error, onDisk: Int)
  /// No topic could be fetched, each for a reason of its own.
  case nothingFetched(topic: String, reason: String)
  /// A stage stopped because every further request would fail the same way.
  case stopped(Stage, saved: Int, requests: Int, cause: any Error)

  package var description: String {
    switch self {
    case .noPapers(let stage, let week):
      "\(stage.rawValue): no paper of the chosen topics is on disk for the week of \(week); fetch first"
    case .nothingFound(let week):
      "arXiv has no paper of the chosen topics for the week of \(week), so there is nothing to "
        + "publish. If that is a surprise, ask arXiv again later"
    case .nothingBelieved(let week, let reason):
      "no paper of the chosen topics came for the week of \(week), and that is in doubt: \(reason)"
    case .fetchFailed(let cause, let onDisk):
      "fetch: \(cause)\(onDisk > 0 ? ". Every page that had come is saved" : "")"
    case .nothingFetched(let topic, let reason):
      "fetch: topic \(topic): \(reason)"
    case .stopped(let stage, let saved, let requests, let cause):
      "\(stage.rawValue): \(cause). Of this stage, \(requests) requests were answered, and the "
        + "answers about \(saved) papers are saved"
    }
  }

  /// The stage to begin at next time, where it is not the one that was asked for.
  package var nextStage: Stage? {
    switch self {
    case .noPapers, .nothingFound, .nothingBelieved: .fetch
    case .fetchFailed, .nothingFetched, .stopped: nil
    }
  }
}
