import HTTP
import Testing

@testable import Models

@Suite("OpenAI chat: replies")
struct OpenAIChatReplyTests {
  /// An answer of a server, with what the dialect makes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    /// What makes the case worth having.
    let id: String
    /// The status.
    var status = 200
    /// The body.
    let body: String
    /// The reply, or the error.
    let expected: Result<ModelReply, ModelError>

    var testDescription: String { id }
  }

  @Test(
    "an answer becomes a reply or an error, whatever it looks like", arguments: replies + errors)
  func read(example: Case) {
    let outcome = Result {
      try Dialect.openAIChat.reply(
        HTTPResponse(status: example.status, body: Array(example.body.utf8)))
    }
    #expect(
      outcome.mapError { $0 as? ModelError ?? .unreadable(reason: "another error: \($0)") }
        == example.expected)
  }

  private static func choice(_ message: String, finish: String = #""stop""#) -> String {
    #"{"choices":[{"message":\#(message),"finish_reason":\#(finish)}]}"#
  }

  private static func choice(usage: String) -> String {
    #"{"choices":[{"message":{"content":"よ"},"finish_reason":"stop"}],"usage":\#(usage)}"#
  }

  private static let replies = [
    Case(
      id: "no usage", body: choice(#"{"content":"よ"}"#), expected: .success(ModelReply(text: "よ"))),
    Case(id: "usage null", body: choice(usage: "null"), expected: .success(ModelReply(text: "よ"))),
    Case(
      id: "usage in part", body: choice(usage: #"{"prompt_tokens":5}"#),
      expected: .success(ModelReply(text: "よ", usage: TokenUsage(inputTokens: 5)))),
    Case(
      id: "cached tokens null",
      body: choice(
        usage: #"{"prompt_tokens":5,"prompt_tokens_details":{"cached_tokens":null}}"#),
      expected: .success(ModelReply(text: "よ", usage: TokenUsage(inputTokens: 5)))),
    Case(
      id: "content null", body: choice(#"{"content":null}"#),
      expected: .success(ModelReply(text: ""))),
    Case(id: "no content", body: choice("{}"), expected: .success(ModelReply(text: ""))),
    Case(
      id: "blank lines first", body: "\r\n \n\n" + choice(#"{"content":"\nよ "}"#),
      expected: .success(ModelReply(text: "\nよ "))),
    Case(
      id: "an unknown finish reason", body: choice(#"{"content":"よ"}"#, finish: #""eos""#),
      expected: .success(ModelReply(text: "よ"))),
    Case(
      id: "no finish reason", body: choice(#"{"content":"よ"}"#, finish: "null"),
      expected: .success(ModelReply(text: "よ"))),
    Case(
      id: "a refusal", body: choice(#"{"content":null,"refusal":"いや"}"#),
      expected: .success(ModelReply(text: "", completeness: .refused("いや")))),
    Case(
      id: "an empty refusal is none", body: choice(#"{"content":"よ","refusal":""}"#),
      expected: .success(ModelReply(text: "よ"))),
    Case(
      id: "a refusal before the filter",
      body: choice(#"{"content":"よ","refusal":"いや"}"#, finish: #""content_filter""#),
      expected: .success(ModelReply(text: "よ", completeness: .refused("いや")))),
    Case(
      id: "the first of two choices",
      body: #"{"choices":[{"message":{"content":"一"}},{"message":{"content":"二"}}]}"#,
      expected: .success(ModelReply(text: "一"))),
    Case(
      id: "error null", body: #"{"error":null,"choices":[{"message":{"content":"よ"}}]}"#,
      expected: .success(ModelReply(text: "よ"))),
  ]

  private static let errors = [
    Case(
      id: "no choice", body: #"{"choices":[]}"#,
      expected: .failure(.unreadable(reason: "it holds no choice"))),
    Case(
      id: "no choices", body: #"{"object":"chat.completion"}"#,
      expected: .failure(.unreadable(reason: "it holds no choice"))),
    Case(
      id: "no message", body: #"{"choices":[{"finish_reason":"stop"}]}"#,
      expected: .failure(.unreadable(reason: "the field 'choices[0].message' is missing"))),
    Case(
      id: "content of another type", body: choice(#"{"content":5}"#),
      expected: .failure(
        .unreadable(reason: "the field 'choices[0].message.content' has another type"))),
    Case(
      id: "no JSON", body: "<html>Welcome</html>",
      expected: .failure(
        .unreadable(reason: "it is not valid JSON: <html>Welcome</html>"))),
    Case(id: "nothing", body: "", expected: .failure(.unreadable(reason: "it is empty"))),
    Case(
      id: "a list", body: "[]", expected: .failure(.unreadable(reason: "it is no JSON object"))),
    Case(
      id: "an error with a word for a code",
      body: #"{"error":{"message":"gone","code":"model_gone"}}"#,
      expected: .failure(.status(200, message: "gone (model_gone)"))),
    Case(
      id: "an error with a number for a code", body: #"{"error":{"message":"busy","code":503}}"#,
      expected: .failure(.status(503, message: "busy"))),
    Case(
      id: "an error with a number in quotes", status: 401,
      body: #"{"error":{"message":"no key","code":"401"}}"#,
      expected: .failure(.status(401, message: "no key (401)"))),
    Case(
      id: "an error that is a text", body: #"{"error":"busy"}"#,
      expected: .failure(.status(200, message: "busy"))),
    Case(
      id: "an error without words", status: 500, body: #"{"error":{}}"#,
      expected: .failure(.status(500, message: ""))),
    Case(
      id: "an error of another shape", status: 500, body: #"{"error":[1]}"#,
      expected: .failure(.status(500, message: #"{"error":[1]}"#))),
    Case(
      id: "nothing with 500", status: 500, body: "", expected: .failure(.status(500, message: ""))),
    Case(
      id: "a long page is cut", status: 503, body: String(repeating: "busy \n", count: 100),
      expected: .failure(
        .status(503, message: String(repeating: "busy ", count: 32) + "…"))),
    Case(
      id: "bytes after a success", status: 201, body: choice(#"{"content":"よ"}"#),
      expected: .failure(.status(201, message: choice(#"{"content":"よ"}"#)))),
  ]
}
