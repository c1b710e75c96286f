import HTTP
import Testing

@testable import Models

/// What OpenAI and the servers that copy it send with status 200, in full.
@Suite("OpenAI chat: whole replies")
struct OpenAIChatFixtureTests {
  @Test("a server's reply is read, whoever copied the protocol", arguments: replies + failures)
  func read(example: AnswerCase) throws {
    #expect(try example.outcome(.openAIChat) == example.expected)
  }

  @Test("every file of the folder is read by a test")
  func noOrphans() throws {
    let cases = Self.replies + Self.failures + OpenAIChatErrorTests.all
    #expect(try AnswerCase.files(.openAIChat) == cases.map(\.id).sorted())
  }

  private static func reply(
    _ file: String, _ text: String = AnswerCase.text,
    _ completeness: ModelReply.Completeness = .complete, input: Int, cached: Int = 0,
    written: Int = 0, output: Int, reasoning: Int = 0, model: String = "some-model",
    request: String = "chatcmpl-sample"
  ) -> AnswerCase {
    .reply(
      file, text, completeness, input: input, cached: cached, written: written, output: output,
      reasoning: reasoning, model: model, request: request)
  }

  private static let replies = [
    reply("openai-complete.json", input: 900, output: 120),
    reply("openai-minimal.json", input: 900, output: 120),
    reply("openai-cached.json", input: 1500, cached: 1280, written: 64, output: 110),
    reply("openai-reasoning.json", input: 900, output: 640, reasoning: 512),
    reply(
      "openai-refusal.json", "", .refused("This one I will not summarize."), input: 900, output: 14),
    reply("openai-content-filter.json", #"{"id":"2401"#, .filtered, input: 900, output: 5),
    reply("openai-truncated.json", AnswerCase.cut, .truncated, input: 900, output: 20),
    reply("openai-truncated-empty.json", "", .truncated, input: 900, output: 2000, reasoning: 2000),
    reply(
      "azure-complete.json", input: 905, cached: 128, output: 120, reasoning: 32,
      model: "some-model-2026-01-01"),
    reply(
      "azure-content-filter.json", #"{"id":"2401"#, .filtered, input: 905, output: 5,
      model: "some-model-2026-01-01"),
    reply(
      "openrouter-complete.json", input: 910, output: 115, model: "sample/some-model",
      request: "gen-sample"),
    reply(
      "groq-complete.json", input: 950, output: 170, reasoning: 50, model: "sample/fast-120b"),
    reply(
      "mistral-complete.json", input: 890, output: 118, model: "sample-small",
      request: "cmpl-sample"),
    reply(
      "mistral-parts.json", input: 900, output: 300, model: "sample-reasoner",
      request: "cmpl-sample"),
    reply(
      "mistral-truncated.json", AnswerCase.cut, .truncated, input: 890, output: 20,
      model: "sample-small", request: "cmpl-sample"),
    reply("deepseek-complete.json", input: 960, cached: 512, output: 125, model: "sample-deep"),
    reply(
      "deepseek-reasoning.json", input: 960, cached: 256, output: 325, reasoning: 200,
      model: "sample-deep"),
    reply("deepseek-blank-lines.json", input: 960, cached: 256, output: 125, model: "sample-deep"),
    reply("deepseek-empty.json", "", input: 960, output: 1, model: "sample-deep"),
    reply(
      "together-eos.json", input: 955, output: 121, model: "sample/fast-120b",
      request: "sample-9a1b"),
    reply("vllm-complete.json", input: 930, output: 120, model: "sample/local-8b"),
    reply("llamacpp-complete.json", input: 935, cached: 512, output: 119, model: "local"),
    reply(
      "llamacpp-truncated.json", AnswerCase.cut, .truncated, input: 935, output: 20, model: "local"),
    reply("lmstudio-complete.json", input: 940, output: 118, model: "sample/local-8b"),
    reply(
      "ollama-complete.json", input: 945, output: 122, model: "sample:8b", request: "chatcmpl-7"),
    reply(
      "ollama-reasoning.json", input: 945, output: 410, model: "sample:8b", request: "chatcmpl-7"),
  ]

  private static let failures: [AnswerCase] = [
    .error(
      "openrouter-error-in-body.json", .unavailable, 500, "The upstream gave up; closed",
      answered: 200),
    .error(
      "openrouter-error-in-choice.json", .unavailable, 502, "The upstream broke off",
      usage: TokenUsage(inputTokens: 910, outputTokens: 2), answered: 200),
    .error(
      "deepseek-out-of-resources.json", .unavailable, 500,
      "the model broke off (insufficient_system_resource)",
      usage: TokenUsage(inputTokens: 960, outputTokens: 2), answered: 200),
  ]
}
