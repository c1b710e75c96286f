import HTTP
import Testing

@testable import Models

@Suite("Bedrock: replies and errors")
struct BedrockReplyTests {
  @Test("an answer becomes a reply or an error", arguments: replies + errors + odd)
  func read(example: AnswerCase) throws {
    #expect(try example.outcome(.bedrock) == example.expected)
  }

  @Test("every file of the folder is read by a test")
  func noOrphans() throws {
    let cases = Self.replies + Self.errors
    #expect(try AnswerCase.files(.bedrock) == cases.map(\.id).sorted())
  }

  private static func reply(
    _ file: String, _ text: String = AnswerCase.text,
    _ completeness: ModelReply.Completeness = .complete, input: Int = 171, cached: Int = 0,
    written: Int = 0, output: Int = 61
  ) -> AnswerCase {
    .reply(
      file, text, completeness, input: input, cached: cached, written: written, output: output,
      model: nil, request: "5f3a1c9e", headers: [HTTPHeader("x-amzn-requestid", "5f3a1c9e")])
  }

  private static let replies = [
    reply("complete.json"),
    reply("reasoning.json", output: 161),
    reply("parts.json"),
    reply("cached.json", input: 2726, cached: 2048, written: 512, output: 116),
    reply("truncated.json", AnswerCase.cut, .truncated, output: 20),
    reply("truncated-empty.json", "", .truncated, output: 2000),
    reply("guardrail.json", "There is no answer to this.", .filtered, output: 0),
    reply("content-filter.json", "", .filtered, output: 0),
  ]

  /// The type of an error stands in a header, and an address may stand behind it.
  private static func error(
    _ file: String, _ kind: ModelError.Kind, _ status: Int, _ message: String, _ type: String
  ) -> AnswerCase {
    let value = type + "Exception:http://internal.amazon.com/coral/com.amazon.bedrock/"
    return .error(
      file, kind, status, message, headers: [HTTPHeader("x-amzn-errortype", value)])
  }

  private static let returned = "The model returned the following errors: "

  private static let errors = [
    error(
      "400.json", .badSetting, 400, returned + "`temperature` is deprecated for this model.",
      "Validation"),
    error(
      "400-on-demand.json", .unknownModel, 400,
      "Invocation of model ID sample.model-v1:0 with on-demand throughput isn’t supported.",
      "Validation"),
    error(
      "400-too-long.json", .tooLong, 400,
      returned + "prompt is too long: 5000 tokens > 4096 maximum", "Validation"),
    error(
      "400-quota.json", .exhausted, 400, "That is more than this account may have.",
      "ServiceQuotaExceeded"),
    error(
      "400-schema.json", .schemaRefused, 400, "outputConfig.textFormat is not known to this model.",
      "Validation"),
    error("403.json", .forbidden, 403, "This account may not use the model.", "AccessDenied"),
    error(
      "403-signature.json", .badKey, 403, "The request signature we calculated is another one.",
      "InvalidSignature"),
    error(
      "403-token.json", .badKey, 403, "The security token included in the request is not valid.",
      "UnrecognizedClient"),
    error("404.json", .unknownModel, 404, "This model has gone.", "ResourceNotFound"),
    error("408.json", .unavailable, 408, "The model took too long.", "ModelTimeout"),
    error("424.json", .unavailable, 424, "The model had an accident.", "ModelError"),
    error("429.json", .rateLimited, 429, "Too many requests, wait.", "Throttling"),
    error("429-day.json", .exhausted, 429, "Too many tokens per day, please wait.", "Throttling"),
    error("429-not-ready.json", .rateLimited, 429, "The model is not ready.", "ModelNotReady"),
    error("500.json", .unavailable, 500, "Something broke on our side.", "InternalServer"),
    error("503.json", .unavailable, 503, "Not just now.", "ServiceUnavailable"),
  ]

  private static func body(_ content: String, _ rest: String = "") -> String {
    #"{"output":{"message":{"content":[\#(content)]}}\#(rest)}"#
  }

  private static let odd: [AnswerCase] = [
    .body("the least", body(#"{"text":"よ"}"#), ModelReply(text: "よ")),
    .body("blank lines first", "\n" + body(#"{"text":"よ"}"#), ModelReply(text: "よ")),
    .body("usage of nothing", body(#"{"text":"よ"}"#, #","usage":{}"#), ModelReply(text: "よ")),
    .body(
      "usage in part", body(#"{"text":"よ"}"#, #","usage":{"inputTokens":5,"outputTokens":null}"#),
      ModelReply(text: "よ", usage: TokenUsage(inputTokens: 5))),
    .body(
      "an unknown end and an unknown block",
      body(#"{"map":{}},{"text":"よ"}"#, #","stopReason":"tired""#), ModelReply(text: "よ")),
    .body(
      "a full context", body(#"{"text":"よ"}"#, #","stopReason":"model_context_window_exceeded""#),
      ModelReply(text: "よ", completeness: .truncated)),
    .body(
      "an error with status 200", #"{"error":{"message":"gone"}}"#, fails: .unavailable, 500,
      "gone"),
    .body("words alone", #"{"message":"gone"}"#, "it holds no message: gone"),
    .body("no message", #"{"output":{}}"#, #"it holds no message: {"output":{}}"#),
    .body(
      "content of another type", #"{"output":{"message":{"content":"よ"}}}"#,
      "the field 'output.message.content' has another type: "
        + #"{"output":{"message":{"content":"よ"}}}"#),
    .body("cut JSON", #"{"output":{"#, #"it is not valid JSON: {"output":{"#),
    .body("a page", "<p>Welcome</p>", "it is not valid JSON: Welcome"),
    .body("nothing", "", "it is empty"),
  ]
}
