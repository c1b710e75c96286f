import HTTP
import Testing

@testable import Models

@Suite("Ollama: replies and errors")
struct OllamaReplyTests {
  @Test("an answer becomes a reply or an error", arguments: replies + errors + odd)
  func read(example: AnswerCase) throws {
    #expect(try example.outcome(.ollama) == example.expected)
  }

  @Test("every file of the folder is read by a test")
  func noOrphans() throws {
    let cases = Self.replies + Self.errors
    #expect(try AnswerCase.files(.ollama) == cases.map(\.id).sorted())
  }

  private static func reply(
    _ file: String, _ text: String = AnswerCase.text,
    _ completeness: ModelReply.Completeness = .complete, input: Int? = 171, output: Int
  ) -> AnswerCase {
    .reply(
      file, text, completeness, input: input, output: output, model: "sample:8b", request: nil)
  }

  private static let replies = [
    reply("complete.json", output: 98),
    reply("thinking.json", output: 412),
    reply("truncated.json", AnswerCase.cut, .truncated, output: 20),
    reply("truncated-thinking.json", "", .truncated, output: 800),
    reply("load.json", "", input: nil, output: 0),
  ]

  private static let errors: [AnswerCase] = [
    .error(
      "error-in-body.json", .unavailable, 500, "the runner has gone", answered: 200),
    .error(
      "line.json", .unreadable, 200,
      #"it holds no whole message: { "model": "sample:8b", "created_at": "#
        + #""2026-09-21T00:00:00.184789123Z", "message": { "role": "assistant", "content": "{" }, "#
        + #""done": false }"#),
    .error(
      "400.json", .schemaRefused, 400,
      #"invalid format: "yaml"; it is neither "json" nor a schema"#),
    .error("400-think.json", .badSetting, 400, #""sample:8b" does not support thinking"#),
    .error(
      "400-too-long.json", .tooLong, 400,
      "the prompt is longer than the context length; shorten it"),
    .error("401.json", .badKey, 401, "unauthorized"),
    .error("404.json", .unknownModel, 404, #"model "none" is not here, pull it first"#),
    .error("429.json", .rateLimited, 429, "too fast"),
    .error("500.json", .unavailable, 500, "the runner has stopped, look into the log"),
    .error("503.json", .overloaded, 503, "server busy, too many wait"),
  ]

  private static let odd: [AnswerCase] = [
    .body("the least", #"{"message":{"content":"よ"}}"#, ModelReply(text: "よ")),
    .body("blank lines first", "\n{\"message\":{\"content\":\"よ\"}}", ModelReply(text: "よ")),
    .body(
      "an unknown end", #"{"message":{"content":"よ"},"done":true,"done_reason":"tired"}"#,
      ModelReply(text: "よ")),
    .body("no content", #"{"message":{}}"#, ModelReply(text: "")),
    .body("no message", #"{"done":true}"#, #"it holds no whole message: {"done":true}"#),
    .body(
      "a stream of lines", "{\"message\":{\"content\":\"{\"}}\n{\"done\":true}",
      #"it is not valid JSON: {"message":{"content":"{"}} {"done":true}"#),
    .body(
      "content of another type", #"{"message":{"content":[]}}"#,
      #"the field 'message.content' has another type: {"message":{"content":[]}}"#),
    .body("cut JSON", #"{"message":{"#, #"it is not valid JSON: {"message":{"#),
    .body("a page", "<p>Welcome</p>", "it is not valid JSON: Welcome"),
    .body("nothing", "", "it is empty"),
  ]
}
