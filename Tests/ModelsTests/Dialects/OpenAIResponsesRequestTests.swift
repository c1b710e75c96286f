import HTTP
import Testing

@testable import Models

@Suite("OpenAI responses: requests")
struct OpenAIResponsesRequestTests {
  @Test("a prompt and a profile become the whole body", arguments: cases)
  func body(example: RequestCase) throws {
    #expect(try example.body() == example.expected)
  }

  private static let user: JSON = [
    "role": "user", "content": [["type": "input_text", "text": "U"]],
  ]

  private static let plain = json(.summary, .none)

  private static func json(_ schema: ReplySchema, _ bounds: SchemaBounds) -> JSON {
    [
      "model": "some-model",
      "input": [["role": "developer", "content": [["type": "input_text", "text": "S"]]], user],
      "max_output_tokens": 4000,
      "text": [
        "format": [
          "type": "json_schema", "name": .text(schema.name), "strict": true,
          "schema": schema.json(bounds),
        ]
      ],
      "store": false,
    ]
  }

  private static let explicit: JSON = ["mode": "explicit"]

  private static let cases = [
    RequestCase("the schema", .openAIResponses, gives: plain),
    RequestCase(
      "the schema with counts", .openAIResponses, .boundedSchema, gives: json(.summary, .counts)),
    RequestCase(
      "the schema of titles", .openAIResponses, .boundedSchema, .titles,
      gives: json(.titles, .counts)),
    RequestCase(
      "any object", .openAIResponses, .object,
      gives: plain.with(["text": []]).with(["text": ["format": ["type": "json_object"]]])),
    RequestCase("the prompt alone", .openAIResponses, .prompt, gives: plain.with(["text": []])),
    RequestCase(
      "more room for the reply, whatever the field is called elsewhere", .openAIResponses,
      outputFactor: 2, gives: plain.with(["max_output_tokens": 8000])
    ) { $0.limits.outputTokensField = "max_tokens" },
    RequestCase(
      "a temperature", .openAIResponses, gives: plain.with(["temperature": .number(0.25)])
    ) { $0.temperature = 0.25 },
    RequestCase(
      "no thinking", .openAIResponses, gives: plain.with(["reasoning": ["effort": "none"]])
    ) { $0.reasoningEffort = "none" },
    RequestCase(
      "marks for the cache", .openAIResponses,
      gives: plain.with([
        "input": [
          [
            "role": "developer",
            "content": [["type": "input_text", "text": "S", "prompt_cache_breakpoint": explicit]],
          ],
          user,
        ],
        "prompt_cache_key": "paper_summary", "prompt_cache_options": explicit,
      ])
    ) { $0.marksCache = true },
    RequestCase(
      "a patch into the format", .openAIResponses,
      gives: plain.with(["store": [], "text": ["verbosity": "low"]])
    ) {
      $0.extraBody = .object(["store": .null, "text": ["verbosity": "low"]])
    },
  ]
}
