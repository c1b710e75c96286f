import HTTP
import Testing

@testable import Models

@Suite("Anthropic: requests")
struct AnthropicRequestTests {
  @Test("a prompt and a profile become the whole body", arguments: cases)
  func body(example: RequestCase) throws {
    #expect(try example.body() == example.expected)
  }

  private static let format: JSON = [
    "type": "json_schema", "schema": ReplySchema.summary.json(.none),
  ]

  private static let titles: JSON = [
    "type": "json_schema", "schema": ReplySchema.titles.json(.none),
  ]

  private static let plain: JSON = [
    "model": "some-model",
    "max_tokens": 4000,
    "system": [["type": "text", "text": "S", "cache_control": ["type": "ephemeral"]]],
    "messages": [["role": "user", "content": [["type": "text", "text": "U"]]]],
    "output_config": ["format": format],
  ]

  private static let cases = [
    RequestCase("the schema", .anthropic, gives: plain),
    RequestCase(
      "the schema of titles", .anthropic, .schema, .titles,
      gives: plain.with(["output_config": []]).with(["output_config": ["format": titles]])),
    RequestCase(
      "no bounds, because they are refused", .anthropic, .boundedSchema, gives: plain),
    RequestCase("the prompt alone", .anthropic, .prompt, gives: plain.with(["output_config": []])),
    RequestCase(
      "more room for the reply", .anthropic, outputFactor: 2,
      gives: plain.with(["max_tokens": 8000])),
    RequestCase(
      "a temperature", .anthropic, gives: plain.with(["temperature": 1])
    ) { $0.temperature = 1 },
    RequestCase(
      "no thinking", .anthropic, gives: plain.with(["thinking": ["type": "disabled"]])
    ) { $0.reasoningEffort = "none" },
    RequestCase(
      "some thinking", .anthropic, gives: plain.with(["output_config": ["effort": "low"]])
    ) { $0.reasoningEffort = "low" },
    RequestCase(
      "some thinking and the prompt alone", .anthropic, .prompt,
      gives: plain.with(["output_config": []]).with(["output_config": ["effort": "max"]])
    ) { $0.reasoningEffort = "max" },
    RequestCase(
      "no thinking and the prompt alone", .anthropic, .prompt,
      gives: plain.with(["output_config": [], "thinking": ["type": "disabled"]])
    ) { $0.reasoningEffort = "none" },
    RequestCase(
      "no mark for the cache", .anthropic,
      gives: plain.with(["system": [["type": "text", "text": "S"]]])
    ) { $0.marksCache = false },
    RequestCase(
      "a patch of one member's member", .anthropic,
      gives: plain.with(["output_config": ["effort": "high"], "thinking": ["type": "adaptive"]])
    ) {
      $0.extraBody = ["output_config": ["effort": "high"], "thinking": ["type": "adaptive"]]
    },
  ]
}
