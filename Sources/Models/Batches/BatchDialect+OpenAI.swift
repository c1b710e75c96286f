import Foundation
import HTTP
import JSONText

extension BatchDialect {
  /// OpenAI's Batch, for Chat Completions and Responses:
  /// https://platform.openai.com/docs/api-reference/batch.
  static let openAI = BatchDialect(
    limits: BatchLimits(requests: 50_000, bytes: 200_000_000, seconds: 26 * 3600),
    entry: { key, body, profile in
      let head =
        #"{"custom_id":"\#(key)","method":"POST","url":"\#(profile.kind.batchEndpoint)","body":"#
      return Array(head.utf8) + body + Array("}".utf8)
    },
    frame: openAIFrame,
    create: [
      { order, body, _, profile in
        profile.batchPost(
          "upload-\(order.key)", body, to: "/files",
          contentType: "multipart/form-data; boundary=\(openAIBoundary(order.key))", limits: .file)
      },
      { order, _, answer, profile in
        let answer = answer ?? HTTPResponse(status: 200)
        let body: JSON = [
          "input_file_id": .text(try text("id", of: try object(answer), in: answer)),
          "endpoint": .text(profile.kind.batchEndpoint), "completion_window": "24h",
          "metadata": .object([metadataKey: .text(order.key)]),
        ]
        return profile.batchPost("create-\(order.key)", try body.bytes(), to: "/batches").alone
      },
    ],
    created: { try openAIStatus(try object($0), in: $0) },
    keepsKey: true,
    listsNewestFirst: true,
    list: { after, profile in
      profile.batchGet(
        "list" + (after.map { "-\($0.exchangePart)" } ?? ""), from: "/batches",
        query: "limit=100" + (after.map { "&after=\($0.partEscaped)" } ?? ""))
    },
    listed: { response in
      let page = try object(response)
      let batches = try page["data"].items.map { try openAIStatus($0, in: response) }
      return (batches, page["has_more"] == true ? batches.last?.id : nil)
    },
    look: { id, profile in
      profile.batchGet("status-\(id.exchangePart)", from: "/batches/\(id.partEscaped)")
    },
    status: { try openAIStatus(try object($0), in: $0) },
    results: { name, profile in
      profile.batchGet(
        "results-\(name.exchangePart)", from: "/files/\(name.partEscaped)/content", limits: .file)
    },
    answer: openAIAnswer,
    cancel: { id, profile in
      profile.batchPost("cancel-\(id.exchangePart)", to: "/batches/\(id.partEscaped)/cancel")
    })

  /// Under which name the provider keeps a batch's key.
  private static let metadataKey = "arxiv-digest"

  /// The file is the upload itself: a form of two parts (RFC 7578), of which the second is the file.
  @Sendable private static func openAIFrame(_ key: String) -> BatchFrame {
    let boundary = openAIBoundary(key)
    return BatchFrame(
      head: """
        --\(boundary)\r
        Content-Disposition: form-data; name="purpose"\r
        \r
        batch\r
        --\(boundary)\r
        Content-Disposition: form-data; name="file"; filename="\(key).jsonl"\r
        Content-Type: application/jsonl\r
        \r

        """,
      tail: "\n\r\n--\(boundary)--\r\n")
  }

  /// A line of JSON holds no return, so what stands behind one is in no question; 70 characters at most.
  private static func openAIBoundary(_ key: String) -> String { "digest-\(key.suffix(60))" }

  private static func openAIStatus(_ batch: JSON, in response: HTTPResponse) throws -> BatchStatus {
    let counts = batch["request_counts"]
    // Whichever is missing is null, and with some versions an empty text.
    let results = ["output_file_id", "error_file_id"].compactMap { batch[$0].text }
      .filter { !$0.isEmpty }
    return BatchStatus(
      id: try text("id", of: batch, in: response), key: batch["metadata"][metadataKey].text,
      created: batch["created_at"].integer.map { Date(timeIntervalSince1970: Double($0)) },
      phase: openAIPhase(batch, hasResults: !results.isEmpty),
      // Zero until the file has been looked through.
      total: counts["total"].integer.flatMap { $0 > 0 ? $0 : nil },
      answered: counts["completed"].integer ?? 0, failed: counts["failed"].integer ?? 0,
      results: results)
  }

  private static func openAIPhase(_ batch: JSON, hasResults: Bool) -> BatchStatus.Phase {
    switch batch["status"].text {
    case "completed", "expired", "cancelled": .ended
    case "cancelling": .stopping
    // Answers are paid for, whatever the batch is called.
    case "failed": hasResults ? .ended : .refused(openAIObjections(batch["errors"]))
    // Relays have more states than the provider.
    default: .waiting
    }
  }

  private static func openAIObjections(_ errors: JSON) -> [BatchStatus.Objection] {
    let objections = errors["data"].items.map { error in
      BatchStatus.Objection(
        line: error["line"].integer, code: error["code"].text ?? "",
        message: error["message"].text ?? "")
    }
    return objections.isEmpty
      ? [BatchStatus.Objection(code: "failed", message: "the provider gives no reason")]
      : objections
  }

  @Sendable private static func openAIAnswer(
    _ line: ArraySlice<UInt8>, _ profile: ModelProfile
  ) throws -> BatchAnswer {
    let head = try head(OpenAILine.self, of: line)
    if let status = head.response?.status {
      let body = line.jsonMember("response")?.jsonMember("body") ?? []
      return BatchAnswer(
        key: head.customID,
        outcome: try outcome(
          status: status, requestID: head.response?.requestID, body: body, profile))
    }
    guard let error = head.error, let bytes = line.jsonMember("error") else {
      throw unreadable(line, because: "it holds neither an answer nor an error")
    }
    switch error.code {
    case "batch_expired", "batch_cancelled":
      return BatchAnswer(key: head.customID, outcome: .unasked(error.message ?? error.code ?? ""))
    // The provider's own trouble, for which it names no status.
    default:
      return BatchAnswer(
        key: head.customID,
        outcome: try outcome(status: 500, body: errorBody(bytes), profile))
    }
  }
}

extension ModelKind {
  /// What each question of a batch is sent to, by the provider's own name for it.
  fileprivate var batchEndpoint: String {
    self == .openAIResponses ? "/v1/responses" : "/v1/chat/completions"
  }
}

/// A line of an output or error file, without the body in it.
private struct OpenAILine: JSONObjectReadable {
  struct Response: JSONObjectReadable {
    let status: Int?
    let requestID: String?

    init(from fields: inout JSONFields) throws(JSONError) {
      status = try fields.readIfPresent("status_code")
      requestID = try fields.readIfPresent("request_id")
    }
  }
  struct Failure: JSONObjectReadable {
    let code: String?
    let message: String?

    init(from fields: inout JSONFields) throws(JSONError) {
      code = try fields.readIfPresent("code")
      message = try fields.readIfPresent("message")
    }
  }
  let customID: String
  let response: Response?
  let error: Failure?

  init(from fields: inout JSONFields) throws(JSONError) {
    customID = try fields.read("custom_id")
    response = try fields.readIfPresent("response")
    error = try fields.readIfPresent("error")
  }
}
