import Foundation
import HTTP
import Testing

@testable import Models

@Suite("Batches: requests")
struct BatchRequestTests {
  /// What a dialect is asked for, with the whole request that comes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: ModelKind
    let base: String
    let make: @Sendable (BatchDialect, ModelProfile) throws -> HTTPRequest
    let expected: HTTPRequest

    var testDescription: String { "\(kind.rawValue): \(id)" }

    init(
      _ id: String, _ kind: ModelKind, _ base: String, gives expected: HTTPRequest,
      _ make: @escaping @Sendable (BatchDialect, ModelProfile) throws -> HTTPRequest
    ) {
      (self.id, self.kind, self.base) = (id, kind, base)
      (self.expected, self.make) = (expected, make)
    }
  }

  @Test("a step is this whole request", arguments: openAI + anthropic + gemini)
  func request(example: Case) throws {
    let profile = BatchSamples.profile(example.kind, example.base)
    let dialect = try #require(example.kind.batchDialect)
    #expect(try example.make(dialect, profile) == example.expected)
  }

  @Test("the other kinds have no batches", arguments: [ModelKind.ollama, .bedrock])
  func none(kind: ModelKind) {
    #expect(kind.batchDialect == nil)
  }

  static let word = HTTPRequest.Limits(total: .seconds(60), bodyBytes: 16 << 20)
  static let file = HTTPRequest.Limits(total: .seconds(3600), bodyBytes: 512 << 20)
  static let accept = HTTPHeader("Accept", "application/json")
  static let extra = HTTPHeader("X-Title", "digest")
  static let key = BatchSamples.key

  static func credential(_ kind: ModelKind) -> HTTPRequest.Credential {
    let (header, prefix) =
      switch kind {
      case .anthropic: ("x-api-key", "")
      case .gemini: ("x-goog-api-key", "")
      default: ("Authorization", "Bearer ")
      }
    return HTTPRequest.Credential(header: header, prefix: prefix, secret: Secret("sk-test"))
  }

  static func own(_ kind: ModelKind) -> [HTTPHeader] {
    kind == .anthropic ? [HTTPHeader("anthropic-version", "2023-06-01")] : []
  }

  static func get(
    _ kind: ModelKind, _ name: String, _ url: String, limits: HTTPRequest.Limits = word
  ) -> HTTPRequest {
    HTTPRequest(
      name: "\(kind.rawValue)/batch-\(name)", method: .get, url: url,
      headers: [accept] + own(kind) + [extra], credential: credential(kind), limits: limits)
  }

  static func post(
    _ kind: ModelKind, _ name: String, _ url: String, _ body: String = "{}",
    type: String = "application/json", with more: [HTTPHeader] = [],
    limits: HTTPRequest.Limits = word, isAlone: Bool = false
  ) -> HTTPRequest {
    HTTPRequest(
      name: "\(kind.rawValue)/batch-\(name)", method: .post(body: Array(body.utf8)), url: url,
      headers: [HTTPHeader("Content-Type", type), accept] + own(kind) + [extra] + more,
      credential: credential(kind), limits: limits, isAlone: isAlone)
  }

  static func step(
    _ number: Int, after answer: HTTPResponse? = nil
  ) -> @Sendable (BatchDialect, ModelProfile) throws -> HTTPRequest {
    { try $0.create[number](BatchSamples.order, Array("FILE".utf8), answer, $1) }
  }

  static func answer(_ body: String, _ headers: [HTTPHeader] = []) -> HTTPResponse {
    HTTPResponse(status: 200, headers: headers, body: Array(body.utf8))
  }

  private static let chat = "https://a.example/v1"
  private static let azure = "https://a.example/openai/v1/?api-version=preview"

  private static let openAI = [
    Case(
      "the file goes first", .openAIChat, chat,
      gives: post(
        .openAIChat, "upload-\(key)", chat + "/files", "FILE",
        type: "multipart/form-data; boundary=digest-\(key)", limits: file), step(0)),
    Case(
      "the batch is made of the file", .openAIChat, chat,
      gives: post(
        .openAIChat, "create-\(key)", chat + "/batches",
        #"{"completion_window":"24h","endpoint":"/v1/chat/completions","input_file_id":"file-7","#
          + #""metadata":{"arxiv-digest":"\#(key)"}}"#,
        isAlone: true), step(1, after: answer(#"{"id":"file-7"}"#))),
    Case(
      "Responses have an endpoint of their own", .openAIResponses, chat,
      gives: post(
        .openAIResponses, "create-\(key)", chat + "/batches",
        #"{"completion_window":"24h","endpoint":"/v1/responses","input_file_id":"file-7","#
          + #""metadata":{"arxiv-digest":"\#(key)"}}"#,
        isAlone: true), step(1, after: answer(#"{"id":"file-7"}"#))),
    Case(
      "the list", .openAIChat, chat,
      gives: get(.openAIChat, "list", chat + "/batches?limit=100")
    ) { try $0.list(nil, $1) },
    Case(
      "the list's next page, and Azure's query", .openAIChat, azure,
      gives: get(
        .openAIChat, "list-batch-7",
        "https://a.example/openai/v1/batches?limit=100&after=batch%2F7&api-version=preview")
    ) { try $0.list("batch/7", $1) },
    Case(
      "a look", .openAIChat, azure,
      gives: get(
        .openAIChat, "status-batch_7",
        "https://a.example/openai/v1/batches/batch_7?api-version=preview")
    ) { try $0.look("batch_7", $1) },
    Case(
      "a name of the provider's leads nowhere else", .openAIChat, chat,
      gives: get(.openAIChat, "status-..-x?y", chat + "/batches/..%2Fx%3Fy")
    ) { try $0.look("../x?y", $1) },
    Case(
      "the results", .openAIResponses, chat,
      gives: get(
        .openAIResponses, "results-file-9", chat + "/files/file-9/content", limits: file)
    ) { try $0.results("file-9", $1) },
    Case(
      "a cancel", .openAIChat, chat,
      gives: post(.openAIChat, "cancel-batch_7", chat + "/batches/batch_7/cancel")
    ) { try $0.cancel("batch_7", $1) },
  ]

  private static let messages = "https://a.example/v1/messages/batches"

  private static let anthropic = [
    Case(
      "the batch is made of the questions themselves", .anthropic, "https://a.example",
      gives: post(
        .anthropic, "create-\(key)", messages, "FILE", limits: file, isAlone: true), step(0)),
    Case(
      "the list", .anthropic, "https://a.example/v1",
      gives: get(.anthropic, "list", messages + "?limit=1000")
    ) { try $0.list(nil, $1) },
    Case(
      "the list's next page", .anthropic, "https://a.example/v1/?a=1",
      gives: get(.anthropic, "list-msgbatch_7", messages + "?limit=1000&after_id=msgbatch_7&a=1")
    ) { try $0.list("msgbatch_7", $1) },
    Case(
      "a look", .anthropic, "https://a.example",
      gives: get(.anthropic, "status-msgbatch_7", messages + "/msgbatch_7")
    ) { try $0.look("msgbatch_7", $1) },
    Case(
      "the results", .anthropic, "https://a.example",
      gives: get(
        .anthropic, "results-msgbatch_7", messages + "/msgbatch_7/results", limits: file)
    ) { try $0.results("msgbatch_7", $1) },
    Case(
      "a cancel", .anthropic, "https://a.example",
      gives: post(.anthropic, "cancel-msgbatch_7", messages + "/msgbatch_7/cancel")
    ) { try $0.cancel("msgbatch_7", $1) },
  ]

  @Test(
    "a file goes to no server but the profile's",
    arguments: [
      "https://b.example/upload", "http://a.example/upload", "https://a.example:8443/upload",
      "https://u:p@a.example/upload", "/upload", "",
    ])
  func strange(address: String) throws {
    let profile = BatchSamples.profile(.gemini, "https://a.example")
    let answer = Self.answer("", [HTTPHeader("x-goog-upload-url", address)])
    #expect(throws: ModelError.self) { try Self.step(1, after: answer)(.gemini, profile) }
    #expect(throws: ModelError.self) {
      try Self.step(1, after: Self.answer(""))(.gemini, profile)
    }
  }

  @Test("a batch is made of nothing but a file that has come", arguments: BatchSamples.kinds)
  func fileless(kind: ModelKind) throws {
    let dialect = try #require(kind.batchDialect)
    let last = dialect.create.count - 1
    guard last > 0 else { return }
    let profile = BatchSamples.profile(kind, "https://a.example")
    for body in ["", "{}", "[]", #"{"id":""}"#, #"{"file":{"name":7}}"#] {
      #expect(throws: ModelError.self) {
        try Self.step(last, after: Self.answer(body))(dialect, profile)
      }
    }
  }
}
