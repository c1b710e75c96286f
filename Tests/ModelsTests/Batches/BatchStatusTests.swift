import Foundation
import HTTP
import Testing

@testable import Models

@Suite("Batches: states")
struct BatchStatusTests {
  /// What a provider says of a batch, with what it means.
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: ModelKind
    let body: String
    let expected: BatchStatus

    var testDescription: String { "\(kind.rawValue): \(id)" }
  }

  @Test("what a provider says is understood", arguments: openAI + anthropic + gemini)
  func status(example: Case) throws {
    let dialect = try #require(example.kind.batchDialect)
    let response = HTTPResponse(status: 200, body: Array(example.body.utf8))
    #expect(try dialect.status(response) == example.expected)
    #expect(try dialect.created(response) == example.expected)
  }

  @Test("what is no batch is no state", arguments: BatchSamples.kinds)
  func noBatch(kind: ModelKind) throws {
    let dialect = try #require(kind.batchDialect)
    for body in ["", "{}", "[1]", #"{"id":"","name":""}"#, "<html>no</html>", #"{"id":7}"#] {
      let response = HTTPResponse(status: 200, body: Array(body.utf8))
      let error = #expect(throws: ModelError.self) { try dialect.status(response) }
      #expect(error?.kind == .unreadable)
      #expect(error?.status == 200)
    }
    let busy = HTTPResponse(status: 429, body: Array("{}".utf8))
    #expect(throws: ModelError(.rateLimited, status: 429, message: "{}")) {
      try dialect.status(busy)
    }
  }

  static let moment = Date(timeIntervalSince1970: 1_722_261_500)

  @Test("an objection about load is told from others")
  func load() {
    let codes = ["token_limit_exceeded", "RESOURCE_EXHAUSTED", "missing", ""]
    #expect(
      codes.map { BatchStatus.Objection(code: $0, message: "").isAboutLoad }
        == [true, true, false, false])
  }
}
