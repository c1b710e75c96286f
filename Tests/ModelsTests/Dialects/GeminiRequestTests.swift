import HTTP
import Testing

@testable import Models

@Suite("Gemini: requests")
struct GeminiRequestTests {
  @Test("a prompt and a profile become the whole body", arguments: cases)
  func body(example: RequestCase) throws {
    #expect(try example.body() == example.expected)
  }

  private static let plain: JSON = [
    "systemInstruction": ["parts": [["text": "S"]]],
    "contents": [["role": "user", "parts": [["text": "U"]]]],
    "generationConfig": [
      "maxOutputTokens": 4000, "responseMimeType": "application/json",
      "responseJsonSchema": ReplySchema.summary.json(.none),
    ],
  ]

  private static func config(_ members: JSON) -> JSON {
    plain.with(["generationConfig": members])
  }

  private static let noSchema = plain.merging(
    .object(["generationConfig": .object(["responseJsonSchema": .null])]))
  private static let noFormat = noSchema.merging(
    .object(["generationConfig": .object(["responseMimeType": .null])]))

  private static let cases = [
    RequestCase("the schema", .gemini, gives: plain),
    RequestCase(
      "the schema with counts", .gemini, .boundedSchema,
      gives: config(["responseJsonSchema": ReplySchema.summary.json(.counts)])),
    RequestCase(
      "the schema of titles", .gemini, .boundedSchema, .titles,
      gives: noSchema.with([
        "generationConfig": ["responseJsonSchema": ReplySchema.titles.json(.counts)]
      ])),
    RequestCase("any object", .gemini, .object, gives: noSchema),
    RequestCase("the prompt alone", .gemini, .prompt, gives: noFormat),
    RequestCase(
      "more room for the reply", .gemini, outputFactor: 2,
      gives: config(["maxOutputTokens": 8000])),
    RequestCase(
      "a temperature", .gemini, gives: config(["temperature": .number(0.25)])
    ) { $0.temperature = 0.25 },
    RequestCase(
      "a level of thinking, in capitals", .gemini,
      gives: config(["thinkingConfig": ["thinkingLevel": "LOW"]])
    ) { $0.reasoningEffort = "low" },
    RequestCase(
      "no tokens for thinking", .gemini, gives: config(["thinkingConfig": ["thinkingBudget": 0]])
    ) { $0.reasoningEffort = "0" },
    RequestCase(
      "as many tokens for thinking as the model likes", .gemini,
      gives: config(["thinkingConfig": ["thinkingBudget": -1]])
    ) { $0.reasoningEffort = "-1" },
    RequestCase(
      "no mark for the cache, which works without", .gemini, gives: plain
    ) { $0.marksCache = true },
    RequestCase(
      "a patch into the configuration", .gemini, gives: noSchema.with(["cachedContent": "c/1"])
    ) {
      $0.extraBody = .object([
        "generationConfig": .object(["responseJsonSchema": .null]), "cachedContent": "c/1",
      ])
    },
  ]
}
