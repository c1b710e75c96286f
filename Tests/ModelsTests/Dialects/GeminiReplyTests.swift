import HTTP
import Testing

@testable import Models

@Suite("Gemini: replies")
struct GeminiReplyTests {
  @Test("an answer becomes a reply or an error", arguments: replies + odd + filtered)
  func read(example: AnswerCase) throws {
    #expect(try example.outcome(.gemini) == example.expected)
  }

  @Test("every file of the folder is read by a test")
  func noOrphans() throws {
    let cases = Self.replies + GeminiErrorTests.all
    #expect(try AnswerCase.files(.gemini) == cases.map(\.id).sorted())
  }

  private static func reply(
    _ file: String, _ text: String = AnswerCase.text,
    _ completeness: ModelReply.Completeness = .complete, input: Int = 139, cached: Int = 0,
    output: Int, reasoning: Int = 0
  ) -> AnswerCase {
    .reply(
      file, text, completeness, input: input, cached: cached, output: output, reasoning: reasoning,
      model: "some-model-001", request: "sample-id")
  }

  private static let replies = [
    reply("complete.json", output: 49),
    reply("thoughts.json", output: 106, reasoning: 57),
    reply("parts.json", output: 106, reasoning: 57),
    reply("cached.json", input: 1439, cached: 1024, output: 153, reasoning: 61),
    reply("truncated.json", AnswerCase.cut, .truncated, output: 77, reasoning: 57),
    reply("truncated-empty.json", "", .truncated, output: 2048, reasoning: 2048),
    reply("prompt-blocked.json", "", .filtered, output: 0),
    reply("safety.json", "", .filtered, output: 0),
    reply("recitation.json", "", .filtered, output: 0),
  ]

  private static func candidate(_ rest: String) -> String {
    #"{"candidates":[{"content":{"parts":[{"text":"よ"}]}\#(rest)}]}"#
  }

  private static let filtered = [
    "SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "RECITATION", "LANGUAGE", "MODEL_ARMOR",
  ].map { reason in
    AnswerCase.body(
      reason, candidate(#","finishReason":"\#(reason)""#),
      ModelReply(text: "よ", completeness: .filtered))
  }

  private static let odd: [AnswerCase] = [
    .body("the least", candidate(""), ModelReply(text: "よ")),
    .body(
      "usage of thoughts alone",
      #"{"candidates":[{}],"usageMetadata":{"thoughtsTokenCount":3}}"#,
      ModelReply(text: "", usage: TokenUsage(outputTokens: 3, reasoningTokens: 3))),
    .body("blank lines first", "\n" + candidate(""), ModelReply(text: "よ")),
    .body(
      "an unknown end and an unknown part",
      #"{"candidates":[{"content":{"parts":[{"inlineData":{}},{"text":"よ","thought":false}]},"#
        + #""finishReason":"TIRED"}]}"#, ModelReply(text: "よ")),
    .body(
      "an end that could go on", candidate(#","finishReason":"CONTINUATION""#),
      ModelReply(text: "よ", completeness: .truncated)),
    .body("no parts", #"{"candidates":[{"content":{}}]}"#, ModelReply(text: "")),
    .body("no content", #"{"candidates":[{"finishReason":"OTHER"}]}"#, ModelReply(text: "")),
    .body(
      "an unknown block of the prompt",
      #"{"candidates":[],"promptFeedback":{"blockReason":"NEW"}}"#,
      ModelReply(text: "", completeness: .filtered)),
    .body(
      "feedback that blocks nothing", #"{"promptFeedback":{}}"#,
      #"it holds no candidate: {"promptFeedback":{}}"#),
    .body("no candidate", "{}", "it holds no candidate: {}"),
    .body(
      "an error with status 200",
      #"{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}"#,
      fails: .overloaded, 503, "The model is overloaded. (UNAVAILABLE)"),
    .body(
      "a list of an error with status 200", #"[{"error":{"code":429,"message":"slowly"}}]"#,
      "it is no JSON object: slowly"),
    .body(
      "parts of another type", #"{"candidates":[{"content":{"parts":"よ"}}]}"#,
      "the field 'candidates[0].content.parts' has another type: "
        + #"{"candidates":[{"content":{"parts":"よ"}}]}"#),
    .body("cut JSON", #"{"candidates":["#, #"it is not valid JSON: {"candidates":["#),
    .body("a page", "<p>Welcome</p>", "it is not valid JSON: Welcome"),
    .body("nothing", "", "it is empty"),
  ]
}
