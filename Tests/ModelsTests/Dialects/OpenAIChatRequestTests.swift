import HTTP
import Testing

@testable import Models

@Suite("OpenAI chat: requests")
struct OpenAIChatRequestTests {
  @Test("a prompt and a profile become the whole body", arguments: cases)
  func body(example: RequestCase) throws {
    #expect(try example.body() == example.expected)
  }

  private static let plain = json(.summary, .none)

  private static func json(_ schema: ReplySchema, _ bounds: SchemaBounds) -> JSON {
    [
      "model": "some-model",
      "messages": [["role": "system", "content": "S"], ["role": "user", "content": "U"]],
      "max_completion_tokens": 4000,
      "response_format": [
        "type": "json_schema",
        "json_schema": [
          "name": .text(schema.name), "strict": true, "schema": schema.json(bounds),
        ],
      ],
    ]
  }

  private static let explicit: JSON = ["mode": "explicit"]

  private static let cases = [
    RequestCase("the schema", .openAIChat, gives: plain),
    RequestCase(
      "the schema with counts", .openAIChat, .boundedSchema, gives: json(.summary, .counts)),
    RequestCase(
      "the schema of titles", .openAIChat, .boundedSchema, .titles,
      gives: json(.titles, .counts)),
    RequestCase(
      "any object", .openAIChat, .object,
      gives: plain.with(["response_format": []]).with(["response_format": ["type": "json_object"]])),
    RequestCase(
      "the prompt alone", .openAIChat, .prompt, gives: plain.with(["response_format": []])),
    RequestCase(
      "more room for the reply", .openAIChat, outputFactor: 3,
      gives: plain.with(["max_completion_tokens": 12_000])),
    RequestCase(
      "another field for the limit", .openAIChat,
      gives: plain.with(["max_completion_tokens": [], "max_tokens": 500])
    ) {
      $0.limits.outputTokensField = "max_tokens"
      $0.limits.outputTokens = 500
    },
    RequestCase(
      "a temperature", .openAIChat, gives: plain.with(["temperature": .number(0.25)])
    ) { $0.temperature = 0.25 },
    RequestCase(
      "a temperature of zero is sent, not left out", .openAIChat,
      gives: plain.with(["temperature": 0])
    ) { $0.temperature = 0 },
    RequestCase(
      "no thinking", .openAIChat, gives: plain.with(["reasoning_effort": "none"])
    ) { $0.reasoningEffort = "none" },
    RequestCase(
      "some thinking", .openAIChat, gives: plain.with(["reasoning_effort": "low"])
    ) { $0.reasoningEffort = "low" },
    RequestCase(
      "marks for the cache", .openAIChat,
      gives: plain.with([
        "messages": [
          [
            "role": "system",
            "content": [["type": "text", "text": "S", "prompt_cache_breakpoint": explicit]],
          ],
          ["role": "user", "content": "U"],
        ],
        "prompt_cache_key": "paper_summary", "prompt_cache_options": explicit,
      ])
    ) { $0.marksCache = true },
    RequestCase(
      "a patch that adds, changes and takes away", .openAIChat,
      gives: plain.with([
        "max_completion_tokens": [], "seed": 1, "model": "other", "response_format": notStrict,
      ])
    ) {
      $0.extraBody = .object([
        "max_completion_tokens": .null, "seed": 1, "model": "other",
        "response_format": notStrict,
      ])
    },
  ]

  private static let notStrict = JSON.object(["json_schema": .object(["strict": .null])])
}
