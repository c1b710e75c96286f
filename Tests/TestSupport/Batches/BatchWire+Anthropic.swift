import Foundation
import HTTP
import Models

extension BatchWire {
  /// Anthropic's Message Batches.
  package static let anthropic = BatchWire(
    dialect: .anthropic, call: anthropicCall,
    batchID: { "msgbatch_\($0)" },
    question: { ($0["custom_id"], $0["params"]) },
    status: anthropicStatus,
    page: { batches, hasMore in
      .object([
        "data": .list(batches.map(anthropicStatus)), "has_more": .bool(hasMore),
        "first_id": batches.first.map { .text($0.id) } ?? .null,
        "last_id": batches.last.map { .text($0.id) } ?? .null,
      ])
    },
    resultFile: { batch, _ in batch.id },
    line: { key, outcome in
      ["custom_id": .text(key), "result": anthropicResult(outcome)]
    },
    objectsAtOnce: true)

  @Sendable private static func anthropicCall(_ request: LoopbackServer.Request) -> BatchCall? {
    let parts = request.parts(behind: "/v1/messages/batches")
    // Without its version, no request is taken.
    guard request.headers["anthropic-version"] != nil else { return nil }
    let isAll = request.path.prefix { $0 != "?" } == "/v1/messages/batches"
    switch (request.method, parts.count, parts.dropFirst().first) {
    case ("POST", 0, nil) where isAll:
      return .create(BatchCall.Order(questions: request.json["requests"].items))
    case ("GET", 0, nil) where isAll:
      return .list(
        after: request.query("after_id"), limit: request.query("limit").flatMap { Int($0) } ?? 20)
    case ("GET", 1, nil): return .look(parts[0])
    case ("GET", 2, "results"): return .results(parts[0])
    case ("POST", 2, "cancel"): return .cancel(parts[0])
    default: return nil
    }
  }

  /// Nothing but what is still to be done is counted before the end.
  @Sendable private static func anthropicStatus(_ batch: FakeBatch) -> JSON {
    let states: [FakeBatch.Phase: JSON] = [
      .validating: "in_progress", .running: "in_progress", .stopping: "canceling",
    ]
    let isOver = batch.isOver
    return .object([
      "id": .text(batch.id), "type": "message_batch",
      "processing_status": states[batch.phase] ?? "ended",
      "request_counts": [
        "processing": .integer(isOver ? 0 : batch.questions.count),
        "succeeded": .integer(batch.answered), "errored": .integer(batch.failed),
        "canceled": .integer(batch.phase == .stopped ? batch.unasked : 0),
        "expired": .integer(batch.phase == .expired ? batch.unasked : 0),
      ],
      "created_at": batch.created.stamp("+00:00"), "archived_at": .null,
      // Nobody may be led there: the results stand under the batch.
      "results_url": isOver
        ? .text("https://elsewhere.invalid/v1/messages/batches/\(batch.id)/results") : .null,
    ])
  }

  private static func anthropicResult(_ outcome: FakeBatch.Outcome) -> JSON {
    switch outcome {
    case .replied(let said):
      ["type": "succeeded", "message": FakeDialect.anthropic.write(said)]
    case .failed(let trouble):
      [
        "type": "errored",
        "error": FakeDialect.anthropic.fail(trouble, "a fault of the test").body.merging([
          "request_id": "request-test"
        ]),
      ]
    case .expired: ["type": "expired"]
    case .stopped: ["type": "canceled"]
    }
  }
}
