import Foundation
import HTTP
import Testing

@testable import Models

@Suite("Batches: answers")
struct BatchAnswerTests {
  /// A line of the results, with what it says.
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: ModelKind
    let line: String
    let outcome: BatchAnswer.Outcome

    var testDescription: String { "\(kind.rawValue): \(id)" }

    init(_ id: String, _ kind: ModelKind, _ line: String, _ outcome: BatchAnswer.Outcome) {
      (self.id, self.kind, self.line, self.outcome) = (id, kind, line, outcome)
    }
  }

  @Test("a line says what became of a question", arguments: openAI + anthropic + gemini)
  func answer(example: Case) throws {
    let dialect = try #require(example.kind.batchDialect)
    let profile = BatchSamples.profile(example.kind, "https://a.example")
    #expect(
      try dialect.answer(BatchSamples.line(example.line), profile)
        == BatchAnswer(key: "1f-7", outcome: example.outcome))
  }

  @Test("what is no line of results is unreadable", arguments: BatchSamples.kinds)
  func unreadable(kind: ModelKind) throws {
    let dialect = try #require(kind.batchDialect)
    let profile = BatchSamples.profile(kind, "https://a.example")
    let lines = [
      "", "{", "null", "[]", #""text""#, "{}", #"{"custom_id":7,"key":7}"#,
      #"{"custom_id":"1f-7","key":"1f-7"}"#,
      #"{"custom_id":"1f-7","key":"1f-7","response":null,"error":null,"result":{"type":"new"}}"#,
      #"{"custom_id":"1f-7","key":"1f-7","result":{}}"#, "\u{0}\u{FFFD}",
      #"{"custom_id":"1f-7","response":{"status_code":200,"body":{"choices":[{"mess"#,
    ]
    for line in lines {
      let error = #expect(throws: ModelError.self, "\(line)") {
        try dialect.answer(BatchSamples.line(line), profile)
      }
      #expect(error?.kind == .unreadable)
    }
  }

  @Test("a member is found whatever stands around it, and left as it was sent")
  func members() {
    let text = #" { "b" : {"a":1} , "x":"a","t":"\"a\":2,}", "a" : [ {"b":"}"}, 1e2 ] , "c":[]}"#
    let line = BatchSamples.line(text)
    let values = ["a", "b", "c", "t", "x", "none"].map { name in
      line.jsonMember(name).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(
      values == [
        #" [ {"b":"}"}, 1e2 ] "#, #" {"a":1} "#, "[]", #""\"a\":2,}""#, #""a""#, nil,
      ])
    #expect(line.jsonMember("b")?.jsonMember("a") == BatchSamples.line("1")[...])
    for broken in ["", "{", #"{"a""#, #"{"a":"#, #"{"a":"\"#, "}", #"{"a":1"#] {
      #expect(BatchSamples.line(broken).jsonMember("a") == nil)
    }
  }

  static let usage = TokenUsage(inputTokens: 10, cachedTokens: 4, outputTokens: 5)

  static func reply(
    _ text: String = "T", _ completeness: ModelReply.Completeness = .complete,
    usage: TokenUsage? = usage, request: String?
  ) -> BatchAnswer.Outcome {
    .reply(
      ModelReply(
        text: text, completeness: completeness, usage: usage, servedModel: "m-1",
        requestID: request))
  }

  static func failed(
    _ kind: ModelError.Kind, _ status: Int, _ message: String
  ) -> BatchAnswer.Outcome {
    .failed(ModelError(kind, status: status, message: message))
  }
}
