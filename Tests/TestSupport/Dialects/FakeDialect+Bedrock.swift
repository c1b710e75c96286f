import HTTP
import Models

extension FakeDialect {
  /// Amazon Bedrock's Converse.
  package static let bedrock = FakeDialect(
    kind: "bedrock", base: "", path: "/model/test-model/converse", keyHeader: "authorization",
    keyVariable: "AWS_BEARER_TOKEN_BEDROCK",
    read: { body in
      let format = body["outputConfig"]["textFormat"]["structure"]["jsonSchema"]
      return try Asked(
        system: body["system"], user: body["messages"].content(of: "user"),
        // The schema is text, not an object.
        schema: format["schema"].text == nil ? .null : ["properties": true],
        cap: body["inferenceConfig"]["maxTokens"])
    },
    write: { said in
      let stop: JSON =
        switch said.end {
        case .whole: "end_turn"
        case .cut: "max_tokens"
        case .declined: "guardrail_intervened"
        case .withheld: "content_filtered"
        }
      let fresh = said.counts.input - said.counts.cached - said.counts.written
      return [
        "output": [
          "message": [
            "role": "assistant",
            "content": [["reasoningContent": ["text": "{"]], ["text": .text(said.text)]],
          ]
        ],
        "stopReason": stop, "metrics": ["latencyMs": 12],
        "usage": [
          "inputTokens": .integer(fresh), "outputTokens": .integer(said.counts.output),
          "cacheReadInputTokens": .integer(said.counts.cached),
          "cacheWriteInputTokens": .integer(said.counts.written),
        ],
      ]
    },
    fail: { trouble, words in
      let (status, type, words) =
        switch trouble {
        case .busy: (429, "ThrottlingException", words)
        case .overloaded: (529, "ServiceUnavailableException", words)
        case .badKey:
          (
            403, "UnrecognizedClientException",
            "The security token included in the request is invalid. \(words)"
          )
        case .exhausted: (429, "ThrottlingException", "Too many tokens per day. \(words)")
        case .tooLong: (400, "ValidationException", "prompt is too long: \(words)")
        case .noSchema: (400, "ValidationException", "outputConfig is not supported: \(words)")
        case .inBody: (200, "InternalServerException", words)
        case .status(let status): (status, "TestException", words)
        }
      // The body has words alone; what they mean stands in a header.
      return Failure(
        status: status, body: ["message": .text(words)],
        headers: [HTTPHeader("x-amzn-ErrorType", "\(type):http://internal.amazon.com/")]
          + trouble.delayHeaders)
    })
}
