import Foundation
import HTTP
import TestSupport
import Testing

@testable import Models

/// What OpenAI and the servers that copy it send, in full.
@Suite("OpenAI chat: whole answers")
struct OpenAIChatFixtureTests {
  private static let folder = "models/openai-chat"
  private static let text = #"{"id":"2401.00001","bullets":["一","二","三","四"],"remark":"よさそう"}"#

  /// A recorded shape, with what the dialect makes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    /// The file.
    let file: String
    /// The status that it came with.
    var status = 200
    /// The reply, or the error.
    let expected: Result<ModelReply, ModelError>

    init(
      _ file: String, _ text: String = OpenAIChatFixtureTests.text,
      _ completeness: ModelReply.Completeness = .complete, input: Int, cached: Int = 0, output: Int
    ) {
      self.file = file
      let usage = TokenUsage(inputTokens: input, cachedTokens: cached, outputTokens: output)
      expected = .success(ModelReply(text: text, completeness: completeness, usage: usage))
    }

    init(_ file: String, _ status: Int = 200, fails error: ModelError) {
      self.file = file
      self.status = status
      expected = .failure(error)
    }

    var testDescription: String { file }
  }

  @Test("a server's answer is read, whoever copied the protocol", arguments: replies + errors)
  func read(example: Case) throws {
    let body = try Fixture.bytes("\(Self.folder)/\(example.file)")
    let outcome = Result {
      try Dialect.openAIChat.reply(HTTPResponse(status: example.status, body: body))
    }
    #expect(
      outcome.mapError { $0 as? ModelError ?? .unreadable(reason: "another error: \($0)") }
        == example.expected)
  }

  @Test("every file of the folder is read by a test")
  func noOrphans() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Fixture.path(Self.folder))
    #expect(files.sorted() == (Self.replies + Self.errors).map(\.file).sorted())
  }

  private static let replies = [
    Case("openai-complete.json", input: 900, output: 120),
    Case("openai-cached.json", input: 1500, cached: 1280, output: 110),
    Case("openai-reasoning.json", input: 900, output: 640),
    Case(
      "openai-refusal.json", "", .refused("This one I will not summarize."), input: 900, output: 14),
    Case("openai-content-filter.json", #"{"id":"2401"#, .filtered, input: 900, output: 5),
    Case(
      "openai-truncated.json", #"{"id":"2401.00001","bullets":["一","二"#, .truncated, input: 900,
      output: 20),
    Case("openai-truncated-empty.json", "", .truncated, input: 900, output: 2000),
    Case("openrouter-complete.json", input: 910, output: 115),
    Case("vllm-complete.json", input: 930, output: 120),
    Case("lmstudio-complete.json", input: 940, output: 118),
    Case("groq-complete.json", input: 950, output: 170),
    Case("deepseek-blank-lines.json", input: 960, cached: 256, output: 125),
    Case("deepseek-empty.json", "", input: 960, output: 1),
    Case("deepseek-out-of-resources.json", #"{"id""#, input: 960, output: 2),
  ]

  private static let errors = [
    Case("openrouter-error-in-body.json", fails: .status(500, message: "The upstream gave up")),
    Case("openrouter-error-in-choice.json", fails: .status(502, message: "The upstream broke off")),
    Case(
      "mistral-parts.json",
      fails: .unreadable(reason: "the field 'choices[0].message.content' has another type")),
    Case(
      "openai-400.json", 400,
      fails: .status(
        400, message: "The field 'temperature' is not for this model. (unsupported_value)")
    ),
    Case(
      "openai-401.json", 401,
      fails: .status(401, message: "This key is not known here. (invalid_api_key)")
    ),
    Case(
      "openai-403.json", 403,
      fails: .status(403, message: "Not from this country. (unsupported_country_region_territory)")),
    Case(
      "openai-404.json", 404,
      fails: .status(404, message: "There is no model of that name. (model_not_found)")),
    Case(
      "openai-429-rate.json", 429,
      fails: .status(
        429, message: "Too many tokens this minute, try again in 2s. (rate_limit_exceeded)")),
    Case(
      "openai-429-quota.json", 429,
      fails: .status(429, message: "The quota is used up. (insufficient_quota)")),
    Case(
      "openai-429-quota-without-code.json", 429,
      fails: .status(429, message: "The quota is used up. (insufficient_quota)")),
    Case(
      "openai-429-spend-limit.json", 429,
      fails: .status(
        429, message: "The project spent what it may this month. (project_spend_limit_exceeded)")),
    Case(
      "openai-500.json", 500,
      fails: .status(500, message: "Something broke on our side. (server_error)")),
    Case(
      "openai-503.json", 503,
      fails: .status(503, message: "The model is busy. (server_is_overloaded)")),
    Case(
      "cdn-502.html", 502,
      fails: .status(
        502,
        message: "<html> <head><title>502 Bad Gateway</title></head> <body> "
          + "<h1>502 Bad Gateway</h1> </body> </html>")),
    Case("openrouter-402.json", 402, fails: .status(402, message: "More credits are needed.")),
    Case(
      "vllm-400.json", 400,
      fails: .status(400, message: "The prompt is longer than the context. (BadRequestError)")),
    Case("vllm-401.json", 401, fails: .status(401, message: "Unauthorized")),
    Case(
      "lmstudio-400.json", 400,
      fails: .status(400, message: "'response_format.type' is not one of those known here")),
    Case(
      "deepseek-402.json", 402,
      fails: .status(402, message: "Insufficient Balance (invalid_request_error)")),
    Case(
      "groq-413.json", 413,
      fails: .status(
        413, message: "The request holds more tokens than a minute allows. (rate_limit_exceeded)")),
    Case("mistral-400.json", 400, fails: .status(400, message: flat)),
    Case(
      "mistral-401.json", 401, fails: .status(401, message: #"{ "detail": "Unauthorized" }"#)),
    Case("mistral-422.json", 422, fails: .status(422, message: forbidden)),
  ]

  private static let flat =
    #"{ "object": "error", "message": "No such model", "type": "invalid_model", "#
    + #""param": null, "code": "1500" }"#
  private static let forbidden =
    #"{ "detail": [ { "type": "extra_forbidden", "loc": [ "body", "max_completion_tokens" ], "#
    + #""msg": "No such field", "input": 2000 } ] }"#
}
