import Foundation
import HTTP
import TestSupport
import Testing

@testable import Models

@Suite("Batches: the search for one")
struct BatchFindTests {
  /// What a provider has, with what a search for the tests' batch finds.
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: ModelKind
    /// The answers, the first being the first page.
    let answers: [String]
    var known: Set<String> = []
    /// The name of what is found; a hyphen where nothing is, a question mark where nobody can tell.
    let found: String

    var testDescription: String { "\(kind.rawValue): \(id)" }
  }

  @Test("a batch is found by its key or by its questions'", arguments: byKey + byQuestions)
  func find(example: Case) async throws {
    let script = ScriptedClient(
      example.answers.map { .success(HTTPResponse(status: 200, body: Array($0.utf8))) })
    let client = try BatchSamples.client(
      example.kind, "https://a.example", http: script.client)
    let found = try await client.find(BatchSamples.order, known: example.known)
    let name =
      switch found {
      case .found(let status): status.id
      case .absent: "-"
      case .undecided: "?"
      }
    #expect(name == example.found)
    #expect(script.requests.count == example.answers.count)
  }

  @Test("a list that cannot be had is no list without the batch")
  func noList() async throws {
    for status in [401, 404] {
      let script = ScriptedClient([.success(HTTPResponse(status: status))])
      let client = try BatchSamples.client(.gemini, "https://a.example", http: script.client)
      await #expect(throws: ModelError.self) {
        try await client.find(BatchSamples.order, known: [])
      }
    }
  }

  // OpenAI tells in its metadata, Gemini in the display name.

  private static func chat(_ id: String, _ key: String?, at time: Int = 1_722_261_470) -> String {
    let metadata = key.map { #"{"arxiv-digest":"\#($0)"}"# } ?? "null"
    return #"{"id":"\#(id)","status":"in_progress","created_at":\#(time),"metadata":\#(metadata)}"#
  }

  private static func chats(_ batches: [String], hasMore: Bool = false) -> String {
    #"{"data":[\#(batches.joined(separator: ","))],"has_more":\#(hasMore)}"#
  }

  private static func operations(_ names: [(String, String)], next: String = "") -> String {
    let items = names.map {
      #"{"name":"\#($0.0)","metadata":{"displayName":"\#($0.1)","#
        + #""createTime":"2020-01-01T00:00:00Z"}}"#
    }
    return #"{"operations":[\#(items.joined(separator: ","))],"nextPageToken":"\#(next)"}"#
  }

  private static let key = BatchSamples.key
  private static let old = 1_722_000_000

  private static let byKey = [
    Case(
      id: "by its key", kind: .openAIChat,
      answers: [chats([chat("a", "digest-other-1"), chat("b", key)])], found: "b"),
    Case(
      id: "on the second page", kind: .openAIResponses,
      answers: [chats([chat("a", "digest-other-1")], hasMore: true), chats([chat("b", key)])],
      found: "b"),
    Case(id: "not there", kind: .openAIChat, answers: [chats([])], found: "-"),
    Case(
      id: "known already", kind: .openAIChat, answers: [chats([chat("b", key)])], known: ["b"],
      found: "-"),
    Case(
      id: "what is older is not looked through", kind: .openAIChat,
      answers: [chats([chat("a", "digest-other-1", at: old)], hasMore: true)], found: "-"),
    Case(
      id: "a little older counts, because clocks differ", kind: .openAIChat,
      answers: [chats([chat("b", key, at: 1_722_261_000)], hasMore: true)], found: "b"),
    Case(
      id: "the same page again is the last", kind: .gemini,
      answers: [operations([], next: "t"), operations([], next: "t")], found: "-"),
    Case(
      id: "by its key, whatever stands in front", kind: .gemini,
      answers: [
        operations([("batches/a", "other")], next: "t"), operations([], next: "u"),
        operations([("batches/b", key)]),
      ], found: "batches/b"),
  ]

  // Anthropic keeps no name of ours.

  private static func message(
    _ id: String, _ state: String = "ended", count: Int = 2, url: String = #""u""#,
    at time: String = "2024-07-29T13:58:20Z"
  ) -> String {
    #"{"id":"\#(id)","processing_status":"\#(state)","request_counts":{"succeeded":\#(count)},"#
      + #""created_at":"\#(time)","results_url":\#(url)}"#
  }

  private static func line(_ key: String) -> String {
    #"{"custom_id":"\#(key)","result":{"type":"expired"}}"#
  }

  private static let ours = line("9f86d081884c7d65-1")
  private static let theirs = line("0123456789abcdef-1")

  private static let byQuestions = [
    Case(
      id: "by the keys of its questions", kind: .anthropic,
      answers: [chats([message("a"), message("b")]), theirs, ours], found: "b"),
    Case(
      id: "by one readable line of many", kind: .anthropic,
      answers: [chats([message("b")]), "oops\n\(theirs)\n\(ours)\n"], found: "b"),
    Case(
      id: "nobody can tell while it is under way", kind: .anthropic,
      answers: [chats([message("a", "in_progress")])], found: "?"),
    Case(
      id: "one that is found settles it", kind: .anthropic,
      answers: [chats([message("a", "canceling"), message("b")]), ours], found: "b"),
    Case(
      id: "another count is another batch", kind: .anthropic,
      answers: [chats([message("a", count: 3), message("b", "in_progress", count: 1)])],
      found: "-"),
    Case(
      id: "an older one is another batch", kind: .anthropic,
      answers: [chats([message("a", at: "2024-07-28T13:58:20Z")], hasMore: true)], found: "-"),
    Case(
      id: "results that are gone are of no use", kind: .anthropic,
      answers: [chats([message("a", url: "null")])], found: "-"),
    Case(
      id: "results of nothing are nobody's", kind: .anthropic,
      answers: [chats([message("a")]), ""], found: "-"),
    Case(id: "not there", kind: .anthropic, answers: [chats([])], found: "-"),
  ]
}
