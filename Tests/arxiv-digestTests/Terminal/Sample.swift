import Foundation
import Models
import Pipeline
import Records

@testable import arxiv_digest

/// Things that a run may tell.
enum Sample {
  /// A stage that began at zero, of so many papers.
  static func progress(
    _ stage: Stage = .summarize, done: Int = 0, total: Int = 800, retries: Int = 0,
    costUSD: Double? = 0, _ change: (inout StageProgress) -> Void = { _ in }
  ) -> StageProgress {
    var progress = StageProgress(stage, total: total, at: .zero)
    (progress.done, progress.retries, progress.costUSD) = (done, retries, costUSD)
    change(&progress)
    return progress
  }

  /// A request that goes out.
  static func request(_ number: Int, _ question: String) -> PaidRequest {
    PaidRequest(
      number: number, stage: "summarize", question: question, profile: "test", model: "test-model",
      mostUSD: 1, time: Date(timeIntervalSince1970: 0))
  }

  /// The request when it is known what became of it.
  static func settled(
    _ request: PaidRequest, _ state: PaidRequest.State, costUSD: Double?
  ) -> PaidRequest {
    var settled = request
    settled.state = state
    settled.costUSD = costUSD
    settled.seconds = 1.25
    if state == .answered { settled.usage = Usage(requests: 1, inputTokens: 900, outputTokens: 90) }
    return settled
  }

  /// A question that is put again.
  static let retry = Meter.Wait(
    name: "summarize-2407.20021", profile: "test", failure: "busy", duration: .milliseconds(1500))
  /// A request that waits for its turn.
  static let pace = Meter.Wait(
    name: "summarize-2407.20021", profile: "test", duration: .seconds(20))
}
