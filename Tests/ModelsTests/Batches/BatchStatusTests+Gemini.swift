import Foundation
import Testing

@testable import Models

extension BatchStatusTests {
  private static func operation(
    _ id: String, _ state: String,
    stats: String = #"{"requestCount":"2","pendingRequestCount":"2"}"#,
    more: String = "", output: String = "null", _ phase: BatchStatus.Phase, answered: Int = 0,
    failed: Int = 0, results: [String] = []
  ) -> Case {
    Case(
      id: id, kind: .gemini,
      body: #"{"name":"batches/b7","metadata":{"displayName":"digest-x-1f","state":"\#(state)","#
        + #""createTime":"2024-07-29T13:58:20.123456789Z","batchStats":\#(stats),"#
        + #""output":\#(output)}\#(more)}"#,
      expected: BatchStatus(
        id: "batches/b7", key: "digest-x-1f", created: moment, phase: phase, total: 2,
        answered: answered, failed: failed, results: results))
  }

  private static let done =
    #"{"requestCount":"2","successfulRequestCount":"1","#
    + #""failedRequestCount":1}"#
  private static let written = #"{"responsesFile":"files/batch-b7"}"#

  private static func error(_ code: Int) -> String {
    #","done":true,"error":{"code":\#(code),"message":"No."}"#
  }

  /// What Gemini says.
  static let gemini: [Case] =
    ["BATCH_STATE_PENDING", "BATCH_STATE_RUNNING", "JOB_STATE_QUEUED", "BATCH_STATE_NEW_ONE", ""]
    .map { operation("state '\($0)'", $0, .waiting) } + [
      operation("stopping", "JOB_STATE_CANCELLING", .stopping),
      operation(
        "succeeded", "BATCH_STATE_SUCCEEDED", stats: done, more: #","done":true"#,
        output: written, .ended, answered: 1, failed: 1, results: ["files/batch-b7"]),
      operation(
        "succeeded, by the library's name, with the file in the response alone",
        "JOB_STATE_SUCCEEDED", stats: done, more: #","done":true,"response":\#(written)"#, .ended,
        answered: 1, failed: 1, results: ["files/batch-b7"]),
      operation(
        "partly succeeded", "JOB_STATE_PARTIALLY_SUCCEEDED", output: written, .ended,
        results: ["files/batch-b7"]),
      operation("cancelled", "BATCH_STATE_CANCELLED", more: error(1), .ended),
      operation("expired", "BATCH_STATE_EXPIRED", more: error(4), .ended),
      operation(
        "failed", "BATCH_STATE_FAILED", more: error(13),
        .refused([BatchStatus.Objection(code: "INTERNAL", message: "No.")])),
      operation(
        "too much to do already", "BATCH_STATE_FAILED", more: error(8),
        .refused([BatchStatus.Objection(code: "RESOURCE_EXHAUSTED", message: "No.")])),
      operation(
        "failed without a reason", "BATCH_STATE_FAILED",
        .refused([
          BatchStatus.Objection(code: "failed", message: "the provider gives no reason")
        ])),
      operation(
        "failed with answers all the same", "BATCH_STATE_FAILED", more: error(13), output: written,
        .ended, results: ["files/batch-b7"]),
      operation(
        "done in a state that nobody knows", "BATCH_STATE_ODD", more: #","done":true"#,
        output: written, .ended, results: ["files/batch-b7"]),
      operation(
        "done in a state that nobody knows, and wrong", "BATCH_STATE_ODD", more: error(3),
        .refused([BatchStatus.Objection(code: "INVALID_ARGUMENT", message: "No.")])),
      Case(
        id: "nothing but a name", kind: .gemini, body: #"{"name":"batches/b7"}"#,
        expected: BatchStatus(id: "batches/b7", phase: .waiting)),
    ]
}
