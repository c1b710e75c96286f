import HTTP
import JSONText

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
  struct Output: JSONObjectReadable {
    let message: Message?

    init(from fields: inout JSONFields) throws(JSONError) {
      message = try fields.readIfPresent("message")
    }
  }
  struct Message: JSONObjectReadable {
    let content: [Block]?

    init(from fields: inout JSONFields) throws(JSONError) {
      content = try fields.readIfPresent("content")
    }
  }
  struct Block: JSONObjectReadable {
    let text: String?

    init(from fields: inout JSONFields) throws(JSONError) {
      text = try fields.readIfPresent("text")
    }
  }
  struct Usage: JSONObjectReadable {
    let inputTokens: Int?
    let outputTokens: Int?
    let cacheReadInputTokens: Int?
    let cacheWriteInputTokens: Int?

    init(from fields: inout JSONFields) throws(JSONError) {
      inputTokens = try fields.readIfPresent("inputTokens")
      outputTokens = try fields.readIfPresent("outputTokens")
      cacheReadInputTokens = try fields.readIfPresent("cacheReadInputTokens")
      cacheWriteInputTokens = try fields.readIfPresent("cacheWriteInputTokens")
    }
  }
  let error: JSON?
  let output: Output?
  let stopReason: String?
  let usage: Usage?

  init(from fields: inout JSONFields) throws(JSONError) {
    error = try fields.readIfPresent("error")
    output = try fields.readIfPresent("output")
    stopReason = try fields.readIfPresent("stopReason")
    usage = fields.readIfFit("usage")
  }
  var tokens: TokenUsage? { usage?.tokens }

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
