import HTTP
import Testing

@testable import Models

@Suite("OpenAI responses: replies and errors")
struct OpenAIResponsesReplyTests {
  @Test("an answer becomes a reply or an error", arguments: replies + failures + errors + odd)
  func read(example: AnswerCase) throws {
    #expect(try example.outcome(.openAIResponses) == example.expected)
  }

  @Test("every file of the folder is read by a test")
  func noOrphans() throws {
    let cases = Self.replies + Self.failures + Self.errors
    #expect(try AnswerCase.files(.openAIResponses) == cases.map(\.id).sorted())
  }

  private static func reply(
    _ file: String, _ text: String = AnswerCase.text,
    _ completeness: ModelReply.Completeness = .complete, input: Int = 900, cached: Int = 0,
    written: Int = 0, output: Int, reasoning: Int = 0
  ) -> AnswerCase {
    .reply(
      file, text, completeness, input: input, cached: cached, written: written, output: output,
      reasoning: reasoning, request: "req_1", headers: [HTTPHeader("X-Request-Id", "req_1")])
  }

  private static let replies = [
    reply("complete.json", output: 120),
    reply("reasoning.json", output: 640, reasoning: 512),
    reply("cached.json", input: 1500, cached: 1280, written: 64, output: 110),
    reply("parts.json", output: 120),
    reply("phases.json", output: 120),
    reply("truncated.json", AnswerCase.cut, .truncated, output: 4000, reasoning: 3960),
    reply("truncated-empty.json", "", .truncated, output: 4000, reasoning: 4000),
    reply("content-filter.json", "", .filtered, output: 120, reasoning: 120),
    reply(
      "refusal.json", "", .refused("This one I will not summarize."), output: 81, reasoning: 64),
  ]

  private static let failures: [AnswerCase] = [
    .error(
      "failed.json", .unavailable, 500, "Something broke on our side. (server_error)",
      answered: 200),
    .error(
      "failed-rate.json", .rateLimited, 500, "Too many tokens this minute. (rate_limit_exceeded)",
      usage: TokenUsage(inputTokens: 900), answered: 200),
    .error(
      "failed-objection.json", .filtered, 200, "Not this question. (invalid_prompt)",
      usage: TokenUsage(inputTokens: 900)),
  ]

  private static let errors: [AnswerCase] = [
    .error(
      "400-temperature.json", .badSetting, 400,
      "Unsupported parameter: 'temperature' is not for this model. (invalid_request_error)"),
    .error(
      "400-schema.json", .schemaRefused, 400,
      "Invalid schema: something is missing. (invalid_request_error, invalid_json_schema)"),
    .error(
      "401.json", .badKey, 401,
      "This key is not known here. (invalid_request_error, invalid_api_key)"),
    .error(
      "429.json", .rateLimited, 429,
      "Too many tokens this minute, try again in 495ms. (rate_limit_exceeded)"),
    .error(
      "429-quota.json", .exhausted, 429,
      "The credit is used up. (insufficient_quota, credit_balance_exhausted)"),
  ]

  private static func output(_ items: String, _ rest: String = "") -> String {
    #"{"output":[\#(items)]\#(rest)}"#
  }

  private static let message =
    #"{"type":"message","content":[{"type":"output_text","text":"よ"}]}"#

  private static let odd: [AnswerCase] = [
    .body("the least", output(message), ModelReply(text: "よ")),
    .body("usage of nothing", output(message, #","usage":{}"#), ModelReply(text: "よ")),
    .body(
      "usage in part",
      output(
        message, #","usage":{"input_tokens":5,"input_tokens_details":{"cached_tokens":null}}"#),
      ModelReply(text: "よ", usage: TokenUsage(inputTokens: 5))),
    .body("error null", output(message, #","error":null"#), ModelReply(text: "よ")),
    .body(
      "its own name", output(message, #","id":"resp_1","model":"m""#),
      ModelReply(text: "よ", servedModel: "m", requestID: "resp_1")),
    .body("blank lines first", "\n\n" + output(message), ModelReply(text: "よ")),
    .body(
      "unknown items, parts and states",
      output(
        #"{"type":"map","content":null},{"type":"message","phase":"aside","content":["#
          + #"{"type":"map","text":"図"},{"type":"output_text","text":"よ"}]}"#,
        #","status":"resting""#), ModelReply(text: "よ")),
    .body(
      "cut for an unknown reason",
      output(message, #","status":"incomplete","incomplete_details":null"#),
      ModelReply(text: "よ", completeness: .truncated)),
    .body(
      "a refusal without words",
      output(#"{"type":"message","content":[{"type":"refusal"}]}"#),
      ModelReply(text: "", completeness: .refused(""))),
    .body(
      "a failure that is a text", #"{"status":"failed","error":"gone"}"#, fails: .unavailable, 500,
      "gone"),
    .body("no output", "{}", "it holds no message: {}"),
    .body(
      "a failure that nobody explains", #"{"status":"failed","error":null,"output":[]}"#,
      #"it holds no message: {"status":"failed","error":null,"output":[]}"#),
    .body(
      "output of another type", #"{"output":"よ"}"#,
      #"the field 'output' has another type: {"output":"よ"}"#),
    .body("cut JSON", #"{"output":["#, #"it is not valid JSON: {"output":["#),
    .body("a page", "<p>Welcome</p>", "it is not valid JSON: Welcome"),
    .body("nothing", "", "it is empty"),
  ]
}
