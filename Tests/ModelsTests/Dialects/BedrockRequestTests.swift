import Foundation
import HTTP
import Testing

@testable import Models

@Suite("Bedrock: requests")
struct BedrockRequestTests {
  @Test("a prompt and a profile become the whole body", arguments: cases)
  func body(example: RequestCase) throws {
    #expect(try example.body() == example.expected)
  }

  @Test("the schema travels as a text", arguments: [ReplySchema.summary, .titles])
  func schema(_ schema: ReplySchema) throws {
    let body = try RequestCase("", .bedrock, .schema, schema, gives: .null).body()
    let jsonSchema = body["outputConfig"]["textFormat"]["structure"]["jsonSchema"]
    let text = try #require(jsonSchema["schema"].text)
    #expect(try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) == schema.json(.none))
    #expect(jsonSchema["name"] == .text(schema.name))
  }

  private static let plain: JSON = [
    "system": [["text": "S"]],
    "messages": [["role": "user", "content": [["text": "U"]]]],
    "inferenceConfig": ["maxTokens": 4000],
    "outputConfig": [
      "textFormat": [
        "type": "json_schema",
        "structure": ["jsonSchema": ["name": "paper_summary", "schema": .text(summary)]],
      ]
    ],
  ]

  private static let summary =
    #"{"additionalProperties":false,"properties":{"#
    + #""bullets":{"items":{"description":"one sentence in Japanese","type":"string"},"#
    + #""type":"array"},"#
    + #""id":{"description":"the arXiv id of the paper, as given","type":"string"},"#
    + #""remark":{"description":"one casual line in Japanese","type":"string"}},"#
    + #""required":["bullets","id","remark"],"type":"object"}"#

  private static let cases = [
    RequestCase("the schema", .bedrock, gives: plain),
    RequestCase("no bounds, because they may be refused", .bedrock, .boundedSchema, gives: plain),
    RequestCase("the prompt alone", .bedrock, .prompt, gives: plain.with(["outputConfig": []])),
    RequestCase(
      "more room for the reply", .bedrock, outputFactor: 2,
      gives: plain.with(["inferenceConfig": ["maxTokens": 8000]])),
    RequestCase(
      "a temperature", .bedrock, gives: plain.with(["inferenceConfig": ["temperature": 0]])
    ) { $0.temperature = 0 },
    RequestCase(
      "a mark for the cache", .bedrock,
      gives: plain.with(["system": [["text": "S"], ["cachePoint": ["type": "default"]]]])
    ) { $0.marksCache = true },
    RequestCase(
      "no word of thinking, because it differs from model to model", .bedrock, gives: plain
    ) { $0.reasoningEffort = "low" },
    RequestCase(
      "a patch for one model", .bedrock,
      gives: plain.with(["additionalModelRequestFields": ["top_k": 5]])
    ) { $0.extraBody = ["additionalModelRequestFields": ["top_k": 5]] },
  ]
}
