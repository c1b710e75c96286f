import Foundation
import HTTP
import TestSupport
import Testing

@testable import Models

/// An answer of a server, with what a dialect makes of it.
struct AnswerCase: Sendable, CustomTestStringConvertible {
  /// What a dialect makes of an answer.
  typealias Outcome = Result<ModelReply, ModelError>

  /// What makes the case worth having; of a fixture, the name of its file.
  let id: String
  /// The body; nil where it stands in the fixture.
  let body: String?
  /// The status.
  let status: Int
  /// The headers.
  let headers: [HTTPHeader]
  /// The reply, or the error.
  let expected: Outcome

  var testDescription: String { id }

  /// What the fixtures reply.
  static let text = #"{"id":"2401.00001","bullets":["一","二","三","四"],"remark":"よさそう"}"#
  /// What the fixtures reply where the output limit cuts them.
  static let cut = #"{"id":"2401.00001","bullets":["一","二"#

  /// A fixture that holds a reply.
  static func reply(
    _ file: String, _ text: String = Self.text, _ completeness: ModelReply.Completeness = .complete,
    input: Int?, cached: Int = 0, written: Int = 0, output: Int, reasoning: Int = 0,
    model: String? = "some-model", request: String?, headers: [HTTPHeader] = []
  ) -> AnswerCase {
    let usage = TokenUsage(
      inputTokens: input ?? 0, cachedTokens: cached, cacheWriteTokens: written,
      outputTokens: output,
      reasoningTokens: reasoning)
    let reply = ModelReply(
      text: text, completeness: completeness, usage: input == nil ? nil : usage, servedModel: model,
      requestID: request)
    return AnswerCase(
      id: file, body: nil, status: 200, headers: headers, expected: .success(reply))
  }

  /// A fixture that holds an error; `answered` is the status that it comes with where the error
  /// stands for another.
  static func error(
    _ file: String, _ kind: ModelError.Kind, _ status: Int, _ message: String,
    after delay: Duration? = nil, usage: TokenUsage? = nil, answered: Int? = nil,
    headers: [HTTPHeader] = []
  ) -> AnswerCase {
    let error = ModelError(
      kind, status: status, message: message, retryAfter: delay, usage: usage)
    return AnswerCase(
      id: file, body: nil, status: answered ?? status, headers: headers, expected: .failure(error))
  }

  /// A body that is a reply.
  static func body(
    _ id: String, _ body: String, _ reply: ModelReply, headers: [HTTPHeader] = []
  ) -> AnswerCase {
    AnswerCase(id: id, body: body, status: 200, headers: headers, expected: .success(reply))
  }

  /// A body that is an error.
  static func body(
    _ id: String, _ body: String, fails kind: ModelError.Kind, _ status: Int, _ message: String,
    answered: Int = 200, headers: [HTTPHeader] = []
  ) -> AnswerCase {
    let error = ModelError(kind, status: status, message: message)
    return AnswerCase(
      id: id, body: body, status: answered, headers: headers, expected: .failure(error))
  }

  /// A body that is neither.
  static func body(_ id: String, _ body: String, _ message: String) -> AnswerCase {
    .body(id, body, fails: .unreadable, 200, message)
  }

  /// What the dialect of a kind makes of it; throws what is no `ModelError`.
  func outcome(_ kind: ModelKind) throws -> Outcome {
    let bytes =
      try body.map { Array($0.utf8) } ?? Fixture.bytes("models/\(kind.rawValue)/\(id)")
    let response = HTTPResponse(status: status, headers: headers, body: bytes)
    do {
      return .success(try kind.dialect.reply(response))
    } catch let error as ModelError {
      return .failure(error)
    }
  }

  /// The names of a kind's fixtures, without those of requests.
  static func files(_ kind: ModelKind) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Fixture.path("models/\(kind.rawValue)"))
      .filter { !$0.hasPrefix("request-") }.sorted()
  }
}
