import HTTP
import Testing

@testable import Models

@Suite("OpenAI chat: odd replies")
struct OpenAIChatReplyTests {
  @Test(
    "an answer becomes a reply or an error, whatever it looks like",
    arguments: replies + failures + unreadable)
  func read(example: AnswerCase) throws {
    #expect(try example.outcome(.openAIChat) == example.expected)
  }

  private static func choice(_ message: String, finish: String = #""stop""#) -> String {
    #"{"choices":[{"message":\#(message),"finish_reason":\#(finish)}]}"#
  }

  private static func choice(usage: String) -> String {
    #"{"choices":[{"message":{"content":"よ"},"finish_reason":"stop"}],"usage":\#(usage)}"#
  }

  private static let good = ModelReply(text: "よ")
  private static let five = ModelReply(text: "よ", usage: TokenUsage(inputTokens: 5))

  private static let replies: [AnswerCase] = [
    .body("no usage", choice(#"{"content":"よ"}"#), good),
    .body("usage null", choice(usage: "null"), good),
    .body("usage in part", choice(usage: #"{"prompt_tokens":5}"#), five),
    .body(
      "cached tokens null",
      choice(usage: #"{"prompt_tokens":5,"prompt_tokens_details":{"cached_tokens":null}}"#), five),
    .body(
      "counts as decimals", choice(usage: #"{"prompt_tokens":5.0,"queue_time":0.5}"#), five),
    .body("counts of another type", choice(usage: #"{"prompt_tokens":"5"}"#), good),
    .body("usage of another type", choice(usage: "[7]"), good),
    .body("content null", choice(#"{"content":null}"#), ModelReply(text: "")),
    .body("no content", choice("{}"), ModelReply(text: "")),
    .body("no message", #"{"choices":[{"finish_reason":"stop"}]}"#, ModelReply(text: "")),
    .body(
      "content in pieces of unknown types",
      choice(
        #"{"content":[{"type":"text","text":"よ"},{"type":"chart","text":"図"},{"type":"text"}]}"#),
      good),
    .body(
      "blank lines first", "\r\n \n\n" + choice(#"{"content":"\nよ "}"#), ModelReply(text: "\nよ ")),
    .body("an unknown finish reason", choice(#"{"content":"よ"}"#, finish: #""eos""#), good),
    .body("no finish reason", choice(#"{"content":"よ"}"#, finish: "null"), good),
    .body(
      "a refusal", choice(#"{"content":null,"refusal":"いや"}"#),
      ModelReply(text: "", completeness: .refused("いや"))),
    .body("an empty refusal is none", choice(#"{"content":"よ","refusal":""}"#), good),
    .body(
      "a refusal before the filter",
      choice(#"{"content":"よ","refusal":"いや"}"#, finish: #""content_filter""#),
      ModelReply(text: "よ", completeness: .refused("いや"))),
    .body(
      "the first of two choices",
      #"{"choices":[{"message":{"content":"よ"}},{"message":{"content":"二"}}]}"#, good),
    .body("error null", #"{"error":null,"choices":[{"message":{"content":"よ"}}]}"#, good),
    .body(
      "the server's own name for the exchange comes first",
      #"{"id":"chat-1","model":"m","choices":[{"message":{"content":"よ"}}]}"#,
      ModelReply(text: "よ", servedModel: "m", requestID: "req_1"),
      headers: [HTTPHeader("x-request-id", "req_1")]),
  ]

  private static let failures: [AnswerCase] = [
    .body(
      "an error with a word for a code", #"{"error":{"message":"gone","code":"model_gone"}}"#,
      fails: .unavailable, 500, "gone (model_gone)"),
    .body(
      "an error with a number for a code", #"{"error":{"message":"busy","code":503}}"#,
      fails: .overloaded, 503, "busy"),
    .body(
      "an error with a number that is no status", #"{"error":{"message":"odd","code":1300}}"#,
      fails: .unavailable, 500, "odd"),
    .body(
      "too many requests in the body", #"{"error":{"message":"slowly","code":429}}"#,
      fails: .rateLimited, 429, "slowly"),
    .body(
      "no credit in the body", #"{"error":{"message":"empty","code":"insufficient_quota"}}"#,
      fails: .exhausted, 500, "empty (insufficient_quota)"),
    .body(
      "an error that is a text", #"{"error":"busy"}"#, fails: .unavailable, 500, "busy"),
    .body(
      "a choice with a broken end and no error",
      choice(#"{"content":"{"}"#, finish: #""error""#), fails: .unavailable, 500,
      "the model broke off (error)"),
    .body(
      "a number in quotes with 401", #"{"error":{"message":"no key","code":"401"}}"#,
      fails: .badKey, 401, "no key", answered: 401),
  ]

  private static let unreadable: [AnswerCase] = [
    .body(
      "no choice", #"{"choices":[]}"#, #"it holds no choice: {"choices":[]}"#),
    .body(
      "no choices", #"{"object":"chat.completion"}"#,
      #"it holds no choice: {"object":"chat.completion"}"#),
    .body(
      "an error without a member for it", #"{"object":"error","message":"odd","type":"t_1"}"#,
      "it holds no choice: odd (t_1)"),
    .body(
      "content of another type", choice(#"{"content":5}"#),
      "the field 'choices[0].message.content' has another type: "
        + choice(#"{"content":5}"#)),
    .body(
      "choices of another type", #"{"choices":{}}"#,
      #"the field 'choices' has another type: {"choices":{}}"#),
    .body("no JSON", "<html>Welcome</html>", "it is not valid JSON: Welcome"),
    .body("cut JSON", #"{"choices":[{"#, #"it is not valid JSON: {"choices":[{"#),
    .body("nothing", "", "it is empty"),
    .body("blank lines alone", "\n\n\r\n", "it is empty"),
    .body("a list", "[]", "it is no JSON object: []"),
    .body("null", "null", "it is no JSON object: null"),
  ]
}
