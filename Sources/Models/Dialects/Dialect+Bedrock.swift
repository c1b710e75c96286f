import HTTP

extension Dialect {
  /// Amazon Bedrock's Converse:
  /// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html.
  static let bedrock = Dialect(
    // Bounds depend on the model behind it, and Anthropic's refuse them.
    formats: [.schema, .prompt],
    request: { prompt, format, profile in
      let mark: [JSON] = profile.marksCache ? [["cachePoint": ["type": "default"]]] : []
      let body: JSON = [
        "system": .list([["text": .text(prompt.system)]] + mark),
        "messages": [["role": "user", "content": [["text": .text(prompt.user)]]]],
        "inferenceConfig": [
          "maxTokens": .integer(prompt.outputTokens(profile)),
          "temperature": profile.temperature.json { .number($0) },
        ],
        "outputConfig": format == .prompt ? .null : try outputConfig(prompt.schema),
      ]
      let model = profile.model.pathEscaped.replacing("/", with: "%2F")
      return try post(body, to: "/model/\(model)/converse", prompt: prompt, profile: profile)
    },
    reply: { response in
      let body = try read(ConverseBody.self, from: response)
      guard let content = body.output?.message?.content else {
        throw unreadable(response, because: "it holds no message")
      }
      return ModelReply(
        text: content.compactMap(\.text).joined(), completeness: body.completeness,
        usage: body.tokens,
        requestID: response.headers["x-amzn-requestid"])
    })

  /// The schema travels as a text within the JSON.
  private static func outputConfig(_ schema: ReplySchema) throws -> JSON {
    let text = String(decoding: try schema.json().bytes(), as: UTF8.self)
    return [
      "textFormat": [
        "type": "json_schema",
        "structure": ["jsonSchema": ["name": .text(schema.name), "schema": .text(text)]],
      ]
    ]
  }
}

/// The body of a reply.
private struct ConverseBody: ReplyBody {
  struct Output: Decodable {
    let message: Message?
  }
  struct Message: Decodable {
    let content: [Block]?
  }
  struct Block: Decodable {
    let text: String?
  }
  struct Usage: Decodable {
    let inputTokens: Int?
    let outputTokens: Int?
    let cacheReadInputTokens: Int?
    let cacheWriteInputTokens: Int?
  }
  let error: JSON?
  let output: Output?
  let stopReason: String?
  let usage: Lenient<Usage>?
  var tokens: TokenUsage? { usage?.value?.tokens }

  var completeness: ModelReply.Completeness {
    switch stopReason {
    case "max_tokens", "model_context_window_exceeded": .truncated
    case "guardrail_intervened", "content_filtered": .filtered
    default: .complete
    }
  }
}

extension ConverseBody.Usage {
  fileprivate var tokens: TokenUsage? {
    TokenUsage(
      input: inputTokens, output: outputTokens, cached: cacheReadInputTokens,
      cacheWrite: cacheWriteInputTokens, hasCacheBeside: true)
  }
}
