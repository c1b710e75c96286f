import Foundation
import HTTP
import Testing

@testable import Models

@Suite("Batches: lists")
struct BatchListTests {
  /// A page, with what stands on it.
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: ModelKind
    let body: String
    let ids: [String]
    let next: String?

    var testDescription: String { "\(kind.rawValue): \(id)" }
  }

  @Test("a page tells its batches, and where the next one begins", arguments: cases)
  func page(example: Case) throws {
    let dialect = try #require(example.kind.batchDialect)
    let page = try dialect.listed(HTTPResponse(status: 200, body: Array(example.body.utf8)))
    #expect(page.batches == example.ids.map { BatchStatus(id: $0, phase: .waiting) })
    #expect(page.next == example.next)
  }

  @Test("what is no list, or holds what is no batch, is none", arguments: BatchSamples.kinds)
  func noList(kind: ModelKind) throws {
    let dialect = try #require(kind.batchDialect)
    for body in ["", "[]", #"{"data":[{}],"operations":[{}]}"#] {
      #expect(throws: ModelError.self) {
        try dialect.listed(HTTPResponse(status: 200, body: Array(body.utf8)))
      }
    }
  }

  private static let cases = [
    Case(
      id: "one of several", kind: .openAIChat,
      body: #"{"data":[{"id":"a"},{"id":"b"}],"last_id":"b","has_more":true}"#, ids: ["a", "b"],
      next: "b"),
    Case(
      id: "the last", kind: .openAIResponses, body: #"{"data":[{"id":"a"}],"has_more":false}"#,
      ids: ["a"], next: nil),
    Case(id: "of nothing", kind: .openAIChat, body: #"{"data":[]}"#, ids: [], next: nil),
    Case(
      id: "of nothing, and more of it", kind: .openAIChat, body: #"{"data":[],"has_more":true}"#,
      ids: [], next: nil),
    Case(
      id: "one of several", kind: .anthropic,
      body: #"{"data":[{"id":"a"},{"id":"b"}],"has_more":true,"last_id":"b"}"#, ids: ["a", "b"],
      next: "b"),
    Case(
      id: "the last", kind: .anthropic,
      body: #"{"data":[{"id":"a"}],"has_more":false,"last_id":"a"}"#, ids: ["a"], next: nil),
    Case(
      id: "one of several", kind: .gemini,
      body: #"{"operations":[{"name":"batches/a"}],"nextPageToken":"t"}"#, ids: ["batches/a"],
      next: "t"),
    Case(
      id: "the last", kind: .gemini,
      body: #"{"operations":[{"name":"batches/a"}],"nextPageToken":""}"#, ids: ["batches/a"],
      next: nil),
    Case(id: "of nothing", kind: .gemini, body: "{}", ids: [], next: nil),
  ]
}
