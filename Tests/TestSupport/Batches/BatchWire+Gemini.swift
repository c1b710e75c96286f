import Foundation
import HTTP
import Models

extension BatchWire {
  /// Gemini's batches of files.
  package static let gemini = BatchWire(
    dialect: .gemini, call: geminiCall,
    fileName: { "files/in-\($0)" },
    uploaded: { name, size in
      ["file": ["name": .text(name), "sizeBytes": .text("\(size)"), "state": "ACTIVE"]]
    },
    batchID: { "batches/test-\($0)" },
    question: { ($0["key"], $0["request"]) },
    status: geminiStatus,
    page: { batches, hasMore in
      [
        "operations": batches.isEmpty ? .null : .list(batches.map(geminiStatus)),
        "nextPageToken": hasMore ? batches.last.map { .text($0.id) } ?? .null : .null,
      ]
    },
    resultFile: { batch, _ in "files/batch-test-\(batch.number)" },
    line: geminiLine,
    // What is not done in time is lost whole.
    keepsParts: false, takesLateCancels: true)

  @Sendable private static func geminiCall(_ request: LoopbackServer.Request) -> BatchCall? {
    let upload = request.parts(behind: "/upload/v1beta")
    if request.method == "POST", upload == ["files"] { return geminiUpload(request) }
    let download = request.parts(behind: "/download/v1beta")
    if request.method == "GET", download.count == 2, download[1].hasSuffix(":download"),
      request.query("alt") == "media"
    {
      return .results(download.joined(separator: "/").replacing(":download", with: ""))
    }
    let parts = request.parts(behind: "/v1beta")
    let name = parts.joined(separator: "/")
    switch (request.method, parts.first, parts.count) {
    case ("POST", "models", 2) where parts[1] == "test-model:batchGenerateContent":
      let batch = request.json["batch"]
      return .create(
        BatchCall.Order(
          key: batch["displayName"].text, file: batch["inputConfig"]["fileName"].text))
    case ("GET", "batches", 1):
      return .list(
        after: request.query("pageToken"),
        limit: request.query("pageSize").flatMap { Int($0) } ?? 20)
    case ("GET", "batches", 2): return .look(name)
    case ("POST", "batches", 2) where name.hasSuffix(":cancel"):
      return .cancel(name.replacing(":cancel", with: ""))
    default: return nil
    }
  }

  /// A file comes in two steps.
  private static func geminiUpload(_ request: LoopbackServer.Request) -> BatchCall? {
    switch request.headers["x-goog-upload-command"] {
    case "start":
      let host = request.headers["host"] ?? ""
      return .startUpload(
        HTTPHeader(
          "X-Goog-Upload-URL",
          "http://\(host)/upload/v1beta/files?upload_id=test&upload_protocol=resumable"))
    case "upload, finalize":
      let isRight =
        request.query("upload_id") == "test" && request.headers["x-goog-upload-offset"] == "0"
      return .upload(isRight ? request.body : nil, isOpen: true)
    default: return nil
    }
  }

  /// Counts are texts, and those of zero are left out.
  @Sendable private static func geminiStatus(_ batch: FakeBatch) -> JSON {
    let states: [FakeBatch.Phase: String] = [
      .validating: "PENDING", .running: "RUNNING", .stopping: "RUNNING", .ended: "SUCCEEDED",
      .expired: "EXPIRED", .stopped: "CANCELLED", .refused: "FAILED",
    ]
    func count(_ number: Int) -> JSON { number > 0 ? .text("\(number)") : .null }
    let file: JSON =
      batch.phase == .ended ? ["responsesFile": .text("files/batch-test-\(batch.number)")] : .null
    let pending = batch.isOver ? batch.unasked : batch.questions.count
    return [
      "name": .text(batch.id),
      "metadata": [
        "model": "models/test-model", "displayName": batch.key.map { .text($0) } ?? .null,
        "output": file, "createTime": batch.created.stamp("789Z"),
        "batchStats": [
          "requestCount": count(batch.questions.count),
          "pendingRequestCount": count(pending),
          "successfulRequestCount": count(batch.answered),
          "failedRequestCount": count(batch.failed),
        ],
        "state": .text("BATCH_STATE_\(states[batch.phase] ?? "")"), "name": .text(batch.id),
      ],
      "done": batch.isOver ? true : .null, "response": file, "error": geminiError(batch),
    ]
  }

  private static func geminiError(_ batch: FakeBatch) -> JSON {
    switch batch.phase {
    case .stopped: ["code": 1, "message": "It was stopped."]
    case .expired: ["code": 4, "message": "The time was over."]
    case .refused:
      [
        "code": batch.objection?.line == nil ? 8 : 3,
        "message": .text(batch.objection?.words ?? ""),
      ]
    default: .null
    }
  }

  @Sendable private static func geminiLine(_ key: String, _ outcome: FakeBatch.Outcome) -> JSON {
    let failure: JSON
    switch outcome {
    case .replied(let said): return ["key": .text(key), "response": FakeDialect.gemini.write(said)]
    case .failed(let trouble):
      let error = FakeDialect.gemini.fail(trouble, "a fault of the test").body["error"]
      failure = ["code": error["code"], "message": error["message"]]
    case .expired, .stopped: failure = ["code": 1, "message": "It was stopped."]
    }
    return ["key": .text(key), "error": failure]
  }
}
