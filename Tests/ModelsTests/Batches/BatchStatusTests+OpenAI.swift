import Foundation
import Testing

@testable import Models

extension BatchStatusTests {
  private static func chat(
    _ state: String, counts: String = #"{"total":3,"completed":1,"failed":0}"#,
    output: String = "null", errors: String = "null", objections: String = "null",
    metadata: String = #"{"arxiv-digest":"digest-x-1f","other":"y"}"#
  ) -> String {
    #"{"id":"batch_7","object":"batch","status":"\#(state)","created_at":1722261500,"#
      + #""request_counts":\#(counts),"output_file_id":\#(output),"error_file_id":\#(errors),"#
      + #""errors":\#(objections),"metadata":\#(metadata),"usage":{"input_tokens":0}}"#
  }

  private static func chat(
    _ id: String, _ body: String, _ phase: BatchStatus.Phase, key: String? = "digest-x-1f",
    total: Int? = 3, answered: Int = 1, failed: Int = 0, results: [String] = []
  ) -> Case {
    Case(
      id: id, kind: .openAIChat, body: body,
      expected: BatchStatus(
        id: "batch_7", key: key, created: moment, phase: phase, total: total, answered: answered,
        failed: failed, results: results))
  }

  private static let none = #"{"total":0,"completed":0,"failed":0}"#

  /// What OpenAI says.
  static let openAI: [Case] =
    ["in_progress", "finalizing", "pre_schedule", ""].map { state in
      chat("state '\(state)'", chat(state), .waiting)
    } + [
      chat(
        "validating, and not counted", chat("validating", counts: none), .waiting, total: nil,
        answered: 0),
      chat("cancelling", chat("cancelling"), .stopping),
      chat(
        "completed with both files", chat("completed", output: #""f-o""#, errors: #""f-e""#),
        .ended, results: ["f-o", "f-e"]),
      chat(
        "completed, and all failed",
        chat("completed", counts: #"{"total":3,"completed":0,"failed":3}"#, errors: #""f-e""#),
        .ended, answered: 0, failed: 3, results: ["f-e"]),
      chat(
        "completed, and no file but an empty name",
        chat("completed", output: #""f-o""#, errors: #""""#), .ended, results: ["f-o"]),
      chat("completed without any file", chat("completed"), .ended),
      chat("expired with a part", chat("expired", output: #""f-o""#), .ended, results: ["f-o"]),
      chat("cancelled with a part", chat("cancelled", output: #""f-o""#), .ended, results: ["f-o"]),
      chat(
        "a line that it does not take",
        chat(
          "failed", counts: none,
          objections: #"{"object":"list","data":[{"code":"missing","line":2,"message":"No."},"#
            + #"{"code":"odd"}]}"#),
        .refused([
          BatchStatus.Objection(line: 2, code: "missing", message: "No."),
          BatchStatus.Objection(code: "odd", message: ""),
        ]), total: nil, answered: 0),
      chat(
        "too much to do already",
        chat(
          "failed", counts: none,
          objections: #"{"data":[{"code":"token_limit_exceeded","line":null,"message":"Much."}]}"#),
        .refused([BatchStatus.Objection(code: "token_limit_exceeded", message: "Much.")]),
        total: nil, answered: 0),
      chat(
        "failed without a reason", chat("failed", counts: none),
        .refused([
          BatchStatus.Objection(code: "failed", message: "the provider gives no reason")
        ]), total: nil, answered: 0),
      chat(
        "failed with answers all the same", chat("failed", output: #""f-o""#), .ended,
        results: ["f-o"]),
      chat(
        "somebody else's", chat("in_progress", metadata: #"{"job":"7"}"#), .waiting, key: nil),
      chat("without metadata", chat("in_progress", metadata: "null"), .waiting, key: nil),
      Case(
        id: "nothing but an id", kind: .openAIResponses, body: #"{"id":"batch_7"}"#,
        expected: BatchStatus(id: "batch_7", phase: .waiting)),
    ]
}
