import Foundation
import Testing

@testable import Models

extension BatchStatusTests {
  private static func message(
    _ id: String, _ state: String, _ counts: [Int], url: String = "null",
    _ phase: BatchStatus.Phase, results: [String] = []
  ) -> Case {
    let names = ["processing", "succeeded", "errored", "canceled", "expired"]
    let members = zip(names, counts).map { #""\#($0)":\#($1)"# }.joined(separator: ",")
    return Case(
      id: id, kind: .anthropic,
      body: #"{"id":"msgbatch_7","type":"message_batch","processing_status":"\#(state)","#
        + #""request_counts":{\#(members)},"created_at":"2024-07-29T13:58:20.400000+00:00","#
        + #""results_url":\#(url)}"#,
      expected: BatchStatus(
        id: "msgbatch_7", created: moment, phase: phase, total: counts.reduce(0, +),
        answered: counts[1], failed: counts[2], results: results))
  }

  /// What Anthropic says.
  static let anthropic: [Case] = [
    message("under way", "in_progress", [4, 0, 0, 0, 0], .waiting),
    message("stopping", "canceling", [4, 0, 0, 0, 0], .stopping),
    message("some new state", "thinking_it_over", [4, 0, 0, 0, 0], .waiting),
    message(
      "ended with something of everything", "ended", [0, 2, 1, 1, 3],
      url: #""https://elsewhere.example/results""#, .ended, results: ["msgbatch_7"]),
    message("its results are gone", "ended", [0, 4, 0, 0, 0], .ended),
    Case(
      id: "nothing but an id", kind: .anthropic, body: #"{"id":"msgbatch_7"}"#,
      expected: BatchStatus(id: "msgbatch_7", phase: .waiting)),
  ]
}
