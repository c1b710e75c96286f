import ArXiv
import Models
import Records

@testable import Pipeline

extension ErrorRow {
  private static let week = Week(containing: "2024-07-26", startingOn: .friday)

  /// A run cannot go on.
  static let ofRuns: [ErrorRow] =
    [
      ErrorRow(
        BudgetSpent(reason: "--max-requests 3 is reached"),
        "not asked, because --max-requests 3 is reached"),
      ErrorRow(
        LeftAlone(reason: "the model's server answered 500"),
        "not asked, because the model's server answered 500"),
      ErrorRow(
        PipelineError.fetchFailed(cause: SourceError(cause: FeedError.truncated), onDisk: 0),
        "fetch: arXiv's answer breaks off"),
      ErrorRow(
        PipelineError.fetchFailed(cause: SourceError(cause: FeedError.truncated), onDisk: 7),
        "fetch: arXiv's answer breaks off. Every page that had come is saved"),
      ErrorRow(
        PipelineError.nothingFetched(topic: "sd", reason: "arXiv's answer breaks off"),
        "fetch: topic sd: arXiv's answer breaks off"),
      ErrorRow(
        PipelineError.stopped(
          .summarize, saved: 3, requests: 4,
          cause: ModelError(.exhausted, status: 402, message: "empty")),
        "summarize: the model's server answered 402 (no credit or quota is left): empty. Of this "
          + "stage, 4 requests were answered, and the answers about 3 papers are saved"),
    ] + (week.map(ofWeek) ?? [])

  private static func ofWeek(_ week: Week) -> [ErrorRow] {
    [
      ErrorRow(
        PipelineError.noPapers(.summarize, week: week),
        "summarize: no paper of the chosen topics is on disk for the week of 2024-07-26; fetch first"
      ),
      ErrorRow(
        PipelineError.nothingFound(week: week),
        "arXiv has no paper of the chosen topics for the week of 2024-07-26, so there is nothing to "
          + "publish. If that is a surprise, ask arXiv again later"),
      ErrorRow(
        PipelineError.nothingBelieved(week: week, reason: "arXiv announced 0 hits"),
        "no paper of the chosen topics came for the week of 2024-07-26, and that is in doubt: arXiv "
          + "announced 0 hits"),
    ]
  }
}
