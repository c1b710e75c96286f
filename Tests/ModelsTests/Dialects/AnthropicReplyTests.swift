import HTTP
import Testing

@testable import Models

@Suite("Anthropic: replies")
struct AnthropicReplyTests {
  @Test("an answer becomes a reply or an error", arguments: replies + odd)
  func read(example: AnswerCase) throws {
    #expect(try example.outcome(.anthropic) == example.expected)
  }

  @Test("every file of the folder is read by a test")
  func noOrphans() throws {
    let cases = Self.replies + AnthropicErrorTests.all
    #expect(try AnswerCase.files(.anthropic) == cases.map(\.id).sorted())
  }

  private static func reply(
    _ file: String, _ text: String = AnswerCase.text,
    _ completeness: ModelReply.Completeness = .complete, input: Int = 166, cached: Int = 0,
    written: Int = 0, output: Int = 120, reasoning: Int = 0
  ) -> AnswerCase {
    .reply(
      file, text, completeness, input: input, cached: cached, written: written, output: output,
      reasoning: reasoning, request: "req_1", headers: [HTTPHeader("Request-Id", "req_1")])
  }

  private static let replies = [
    reply("complete.json"),
    reply("minimal.json"),
    reply("parts.json"),
    reply("cached.json", input: 2214, cached: 2048, output: 212, reasoning: 96),
    reply("cache-write.json", input: 2214, written: 2048, output: 212, reasoning: 96),
    reply("truncated.json", AnswerCase.cut, .truncated, output: 20),
    reply("truncated-empty.json", "", .truncated, output: 2000, reasoning: 1998),
    reply("context-exceeded.json", AnswerCase.cut, .truncated, input: 9990, output: 4),
    reply("pause-turn.json", "Let me look", .truncated, output: 6),
    reply("refusal.json", "", .refused("bio"), output: 0),
    reply(
      "refusal-explained.json", #"{"id""#, .refused("This one I will not summarize."), output: 5),
    reply("refusal-partial.json", #"{"id""#, .refused(""), output: 5),
  ]

  private static let text = #"{"content":[{"type":"text","text":"よ"}]}"#

  private static func body(usage: String) -> String {
    #"{"content":[{"type":"text","text":"よ"}],"usage":\#(usage)}"#
  }

  private static let odd: [AnswerCase] = [
    .body("the least", text, ModelReply(text: "よ")),
    .body("blank lines first", "\r\n" + text, ModelReply(text: "よ")),
    .body(
      "its own name", #"{"id":"msg_1","model":"m","content":[]}"#,
      ModelReply(text: "", servedModel: "m", requestID: "msg_1")),
    .body(
      "unknown blocks and an unknown end",
      #"{"stop_reason":"tired","content":[{"type":"map","text":"図"},{"type":"text","text":"よ"}]}"#,
      ModelReply(text: "よ")),
    .body(
      "the end of a tool",
      #"{"stop_reason":"tool_use","content":[{"type":"tool_use","input":{}}]}"#,
      ModelReply(text: "")),
    .body("usage of nothing", body(usage: "{}"), ModelReply(text: "よ")),
    .body(
      "counts null",
      body(usage: #"{"input_tokens":5,"cache_read_input_tokens":null,"output_tokens":null}"#),
      ModelReply(text: "よ", usage: TokenUsage(inputTokens: 5))),
    .body(
      "both sides of the cache",
      body(
        usage: #"{"input_tokens":5,"cache_read_input_tokens":30,"#
          + #""cache_creation_input_tokens":200,"output_tokens":7}"#),
      ModelReply(
        text: "よ",
        usage: TokenUsage(
          inputTokens: 235, cachedTokens: 30, cacheWriteTokens: 200, outputTokens: 7))),
    .body(
      "an error with status 200",
      #"{"type":"error","error":{"type":"overloaded_error","message":"Full"}}"#,
      fails: .unavailable, 500, "Full (overloaded_error)"),
    .body(
      "a used-up limit with status 200",
      #"{"error":{"message":"No more","details":{"error_code":"enforced_spend_limit_reached"}}}"#,
      fails: .exhausted, 500, "No more (enforced_spend_limit_reached)"),
    .body("no content", #"{"type":"message"}"#, #"it holds no content: {"type":"message"}"#),
    .body(
      "content of another type", #"{"content":"よ"}"#,
      #"the field 'content' has another type: {"content":"よ"}"#),
    .body("cut JSON", #"{"content":["#, #"it is not valid JSON: {"content":["#),
    .body("a page", "<p>Welcome</p>", "it is not valid JSON: Welcome"),
    .body("nothing", "", "it is empty"),
  ]
}
