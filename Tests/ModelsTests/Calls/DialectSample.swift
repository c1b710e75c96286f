import Foundation
import HTTP
import TestSupport
import Testing

@testable import Models

/// A dialect with what its provider answers in good times and bad.
struct DialectSample: Sendable, CustomTestStringConvertible {
  /// The dialect.
  let kind: ModelKind
  /// The fixture of a good answer.
  let complete: String
  /// The status and the fixture for a wrong key.
  let badKey: (status: Int, file: String)
  /// The status and the fixture for a quota that is used up.
  let quota: (status: Int, file: String)

  var testDescription: String { kind.rawValue }

  /// All of them.
  static let all = [
    DialectSample(
      kind: .openAIChat, complete: "openai-complete.json", badKey: (401, "openai-401.json"),
      quota: (429, "openai-429-quota.json")),
    DialectSample(
      kind: .openAIResponses, complete: "complete.json", badKey: (401, "401.json"),
      quota: (429, "429-quota.json")),
    DialectSample(
      kind: .anthropic, complete: "complete.json", badKey: (401, "401.json"),
      quota: (400, "400-spend-limit.json")),
    DialectSample(
      kind: .gemini, complete: "complete.json", badKey: (400, "400-api-key.json"),
      quota: (429, "429-day.json")),
    // Ollama itself has no quota; a service that sells it says so with 402.
    DialectSample(
      kind: .ollama, complete: "complete.json", badKey: (401, "401.json"),
      quota: (402, "429.json")),
    DialectSample(
      kind: .bedrock, complete: "complete.json", badKey: (403, "403-token.json"),
      quota: (429, "429-day.json")),
  ]

  /// The body of a good answer.
  func goodBody() throws -> [UInt8] {
    try Fixture.bytes("models/\(kind.rawValue)/\(complete)")
  }

  /// A good answer.
  func good() throws -> LoopbackServer.Reply {
    .answer(status: 200, headers: [], body: try goodBody())
  }

  /// An error from a fixture.
  func error(_ sample: (status: Int, file: String)) throws -> LoopbackServer.Reply {
    let body = try Fixture.bytes("models/\(kind.rawValue)/\(sample.file)")
    return .answer(status: sample.status, headers: [], body: body)
  }

  /// Too many requests, with a delay of a second and a half where the provider puts it.
  func delay() throws -> LoopbackServer.Reply {
    switch kind {
    case .gemini:
      let body = #"{"error":{"code":429,"details":[{"retryDelay":"1.5s"}]}}"#
      return .answer(status: 429, headers: [], body: Array(body.utf8))
    default: return .status(429, headers: [HTTPHeader("retry-after-ms", "1500")])
    }
  }
}
