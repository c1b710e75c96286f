import Foundation
import HTTP
import Models

extension BatchWire {
  /// OpenAI's Batch of Chat Completions.
  package static let openAIChat = openAI(.openAIChat, endpoint: "/v1/chat/completions")
  /// OpenAI's Batch of Responses.
  package static let openAIResponses = openAI(.openAIResponses, endpoint: "/v1/responses")

  private static func openAI(_ dialect: FakeDialect, endpoint: String) -> BatchWire {
    BatchWire(
      dialect: dialect, call: { openAICall($0, endpoint) },
      uploaded: { name, size in
        [
          "id": .text(name), "object": "file", "purpose": "batch", "bytes": .integer(size),
          "status": "processed",
        ]
      },
      batchID: { "batch_\($0)" },
      question: { line in
        // A question for another endpoint than the batch's is none.
        let isRight = line["url"].text == endpoint && line["method"] == "POST"
        return (line["custom_id"], isRight ? line["body"] : .null)
      },
      status: { openAIStatus($0, endpoint) },
      page: { batches, hasMore in
        .object([
          "object": "list", "data": .list(batches.map { openAIStatus($0, endpoint) }),
          "first_id": batches.first.map { .text($0.id) } ?? .null,
          "last_id": batches.last.map { .text($0.id) } ?? .null, "has_more": .bool(hasMore),
        ])
      },
      resultFile: { batch, isAnswer in "file-\(isAnswer ? "out" : "err")-\(batch.number)" },
      line: { openAILine($0, $1, dialect) })
  }

  private static func openAICall(
    _ request: LoopbackServer.Request, _ endpoint: String
  ) -> BatchCall? {
    let parts = request.parts(behind: "/v1")
    let id = parts.count > 1 ? parts[1] : ""
    switch (request.method, parts.first, parts.count) {
    case ("POST", "files", 1): return .upload(openAIFile(request), isOpen: false)
    case ("POST", "batches", 1):
      let body = request.json
      let isRight = body["endpoint"].text == endpoint && body["completion_window"] == "24h"
      return .create(
        BatchCall.Order(
          key: body["metadata"]["arxiv-digest"].text,
          file: isRight ? body["input_file_id"].text : nil))
    case ("GET", "batches", 1):
      return .list(
        after: request.query("after"), limit: request.query("limit").flatMap { Int($0) } ?? 20)
    case ("GET", "batches", 2): return .look(id)
    case ("POST", "batches", 3) where parts[2] == "cancel": return .cancel(id)
    case ("GET", "files", 3) where parts[2] == "content": return .results(id)
    default: return nil
    }
  }

  /// The file in a form with a purpose; nil where the form is not whole.
  private static func openAIFile(_ request: LoopbackServer.Request) -> [UInt8]? {
    let type = request.headers["content-type"] ?? ""
    guard type.hasPrefix("multipart/form-data; boundary=") else { return nil }
    let boundary = "--" + type.dropFirst("multipart/form-data; boundary=".count)
    let parts = request.text.components(separatedBy: boundary)
    guard boundary.count <= 72, parts.count == 4, parts[0].isEmpty, parts[3] == "--\r\n" else {
      return nil
    }
    let fields = parts[1...2].map { $0.components(separatedBy: "\r\n\r\n") }
    guard fields.allSatisfy({ $0.count == 2 && $0[1].hasSuffix("\r\n") }),
      fields[0][0].contains(#"name="purpose""#), fields[0][1] == "batch\r\n",
      fields[1][0].contains(#"name="file"; filename=""#)
    else { return nil }
    // A return and the line's end are one character.
    return Array(fields[1][1].utf8.dropLast(2))
  }

  private static func openAIStatus(_ batch: FakeBatch, _ endpoint: String) -> JSON {
    let names: [FakeBatch.Phase: String] = [
      .validating: "validating", .running: "in_progress", .stopping: "cancelling",
      .ended: "completed", .expired: "expired", .stopped: "cancelled", .refused: "failed",
    ]
    let isEmpty = batch.has { if case .emptyFileNames = $0 { true } else { false } }
    let none: JSON = isEmpty ? "" : .null
    let isCounted = ![.validating, .refused].contains(batch.phase)
    let errors = batch.objection.map { objection in
      JSON.object([
        "object": "list",
        "data": [
          .object([
            "code": .text(objection.code), "message": .text(objection.words),
            "line": objection.line.map { .integer($0) } ?? .null, "param": .null,
          ])
        ],
      ])
    }
    return .object([
      "id": .text(batch.id), "object": "batch", "endpoint": .text(endpoint),
      "completion_window": "24h", "status": .text(names[batch.phase] ?? ""),
      "errors": batch.phase == .refused ? errors ?? .null : .null,
      "created_at": .integer(Int(batch.created.timeIntervalSince1970)),
      "output_file_id": batch.answered > 0 ? .text("file-out-\(batch.number)") : none,
      "error_file_id": batch.failed + batch.unasked > 0
        ? .text("file-err-\(batch.number)") : none,
      "request_counts": [
        "total": .integer(isCounted ? batch.questions.count : 0),
        "completed": .integer(batch.answered), "failed": .integer(batch.failed + batch.unasked),
      ],
      "metadata": batch.key.map { ["arxiv-digest": .text($0)] } ?? .null,
    ])
  }

  private static func openAILine(
    _ key: String, _ outcome: FakeBatch.Outcome, _ dialect: FakeDialect
  ) -> JSON {
    let (status, body): (Int, JSON)
    switch outcome {
    case .replied(let said): (status, body) = (200, dialect.write(said))
    case .failed(let trouble):
      let failure = dialect.fail(trouble, "a fault of the test")
      (status, body) = (failure.status, failure.body)
    case .expired: return openAIUnasked(key, "batch_expired", "The time was over before this one.")
    case .stopped: return openAIUnasked(key, "batch_cancelled", "It was stopped before this one.")
    }
    return .object([
      "id": .text("batch_req_\(key)"), "custom_id": .text(key), "error": .null,
      "response": ["status_code": .integer(status), "request_id": "request-test", "body": body],
    ])
  }

  private static func openAIUnasked(_ key: String, _ code: String, _ words: String) -> JSON {
    .object([
      "id": .text("batch_req_\(key)"), "custom_id": .text(key), "response": .null,
      "error": ["code": .text(code), "message": .text(words)],
    ])
  }
}
