import HTTP
import Testing

@testable import Models

@Suite("Ollama: requests")
struct OllamaRequestTests {
  @Test("a prompt and a profile become the whole body", arguments: cases)
  func body(example: RequestCase) throws {
    #expect(try example.body() == example.expected)
  }

  private static let plain: JSON = [
    "model": "some-model",
    "stream": false, "truncate": false, "shift": false,
    "messages": [["role": "system", "content": "S"], ["role": "user", "content": "U"]],
    "format": ReplySchema.summary.json(.none),
    "options": ["num_ctx": 16_384, "num_predict": 4000],
  ]

  private static let cases = [
    RequestCase("the schema", .ollama, gives: plain),
    RequestCase(
      "the schema with counts and lengths", .ollama, .boundedSchema,
      gives: plain.with(["format": ReplySchema.summary.json(.countsAndLengths)])),
    RequestCase(
      "the schema of titles", .ollama, .boundedSchema, .titles,
      gives: plain.with(["format": []])
        .with(["format": ReplySchema.titles.json(.countsAndLengths)])),
    RequestCase("any object", .ollama, .object, gives: plain.with(["format": "json"])),
    RequestCase("the prompt alone", .ollama, .prompt, gives: plain.with(["format": []])),
    RequestCase(
      "more room for question and reply", .ollama, outputFactor: 2,
      gives: plain.with(["options": ["num_ctx": 32_768, "num_predict": 8000]])
    ) { $0.limits.contextTokens = 32_768 },
    RequestCase(
      "a temperature", .ollama, gives: plain.with(["options": ["temperature": .number(0.25)]])
    ) { $0.temperature = 0.25 },
    RequestCase("no thinking", .ollama, gives: plain.with(["think": false])) {
      $0.reasoningEffort = "none"
    },
    RequestCase("some thinking", .ollama, gives: plain.with(["think": "high"])) {
      $0.reasoningEffort = "high"
    },
    RequestCase("no mark for the cache, which works without", .ollama, gives: plain) {
      $0.marksCache = true
    },
    RequestCase(
      "a patch into the options", .ollama,
      gives: plain.with(["think": true, "options": ["seed": 1]])
    ) { $0.extraBody = ["think": true, "options": ["seed": 1]] },
  ]
}
