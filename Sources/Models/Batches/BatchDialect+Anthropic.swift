import Foundation
import HTTP
import JSONText

extension BatchDialect {
  /// Anthropic's Message Batches: https://docs.claude.com/en/api/creating-message-batches.
  static let anthropic = BatchDialect(
    limits: BatchLimits(requests: 100_000, bytes: 256_000_000, seconds: 26 * 3600),
    entry: { key, body, _ in
      Array(#"{"custom_id":"\#(key)","params":"#.utf8) + body + Array("}".utf8)
    },
    frame: { _ in BatchFrame(head: #"{"requests":["#, separator: ",\n", tail: "]}") },
    create: [
      { order, body, _, profile in
        profile.batchPost(
          "create-\(order.key)", body, to: profile.anthropicBatches, limits: .file
        ).alone
      }
    ],
    created: { try anthropicStatus(try object($0), in: $0) },
    keepsKey: false,
    listsNewestFirst: true,
    list: { after, profile in
      profile.batchGet(
        "list" + (after.map { "-\($0.exchangePart)" } ?? ""), from: profile.anthropicBatches,
        query: "limit=1000" + (after.map { "&after_id=\($0.partEscaped)" } ?? ""))
    },
    listed: { response in
      let page = try object(response)
      let batches = try page["data"].items.map { try anthropicStatus($0, in: response) }
      return (batches, page["has_more"] == true ? page["last_id"].text : nil)
    },
    look: { id, profile in
      profile.batchGet(
        "status-\(id.exchangePart)", from: "\(profile.anthropicBatches)/\(id.partEscaped)")
    },
    status: { try anthropicStatus(try object($0), in: $0) },
    results: { id, profile in
      profile.batchGet(
        "results-\(id.exchangePart)", from: "\(profile.anthropicBatches)/\(id.partEscaped)/results",
        limits: .file)
    },
    answer: anthropicAnswer,
    cancel: { id, profile in
      profile.batchPost(
        "cancel-\(id.exchangePart)", to: "\(profile.anthropicBatches)/\(id.partEscaped)/cancel")
    })

  private static func anthropicStatus(
    _ batch: JSON, in response: HTTPResponse
  ) throws -> BatchStatus {
    let id = try text("id", of: batch, in: response)
    let counts = batch["request_counts"]
    let names = ["processing", "succeeded", "errored", "canceled", "expired"]
    let numbers = names.compactMap { counts[$0].integer }
    let phase: BatchStatus.Phase =
      switch batch["processing_status"].text {
      case "ended": .ended
      case "canceling": .stopping
      default: .waiting
      }
    return BatchStatus(
      id: id, created: batch["created_at"].text.flatMap { Date(providerText: $0) }, phase: phase,
      total: numbers.isEmpty ? nil : numbers.reduce(0, +),
      answered: counts["succeeded"].integer ?? 0, failed: counts["errored"].integer ?? 0,
      // The address is asked for no more than whether there is one: the results stand under the batch,
      // and a key goes to no address that an answer names.
      results: batch["results_url"].text == nil ? [] : [id])
  }

  @Sendable private static func anthropicAnswer(
    _ line: ArraySlice<UInt8>, _ profile: ModelProfile
  ) throws -> BatchAnswer {
    let head = try head(AnthropicLine.self, of: line)
    let result = line.jsonMember("result") ?? []
    let outcome: BatchAnswer.Outcome
    switch head.result.type {
    case "succeeded":
      outcome = try Self.outcome(status: 200, body: result.jsonMember("message") ?? [], profile)
    case "errored":
      let error = head.result.error
      outcome = try Self.outcome(
        status: anthropicStatus[error?.error?.type ?? error?.type ?? ""] ?? 500,
        body: result.jsonMember("error") ?? [], profile)
    case "expired": outcome = .unasked("the batch's time was over before its turn came")
    case "canceled": outcome = .unasked("the batch was stopped before its turn came")
    default: throw unreadable(line, because: "its result is of no type that is known")
    }
    return BatchAnswer(key: head.customID, outcome: outcome)
  }

  /// The status that each type of error has online.
  private static let anthropicStatus = [
    "invalid_request_error": 400, "authentication_error": 401, "billing_error": 402,
    "permission_error": 403, "not_found_error": 404, "request_too_large": 413,
    "rate_limit_error": 429, "api_error": 500, "timeout_error": 504, "overloaded_error": 529,
  ]
}

extension ModelProfile {
  /// The path of all batches.
  fileprivate var anthropicBatches: String { version("v1") + "/messages/batches" }
}

/// A line of the results, without the message in it.
private struct AnthropicLine: JSONObjectReadable {
  struct Result: JSONObjectReadable {
    let type: String?
    let error: Failure?

    init(from fields: inout JSONFields) throws(JSONError) {
      type = try fields.readIfPresent("type")
      error = try fields.readIfPresent("error")
    }
  }
  /// An error within an error, as online.
  struct Failure: JSONObjectReadable {
    struct Inner: JSONObjectReadable {
      let type: String?

      init(from fields: inout JSONFields) throws(JSONError) {
        type = try fields.readIfPresent("type")
      }
    }
    let type: String?
    let error: Inner?

    init(from fields: inout JSONFields) throws(JSONError) {
      type = try fields.readIfPresent("type")
      error = try fields.readIfPresent("error")
    }
  }
  let customID: String
  let result: Result

  init(from fields: inout JSONFields) throws(JSONError) {
    customID = try fields.read("custom_id")
    result = try fields.read("result")
  }
}
