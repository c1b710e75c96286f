import HTTP
import JSONText

extension Dialect {
  /// Anthropic's Messages: https://docs.claude.com/en/api/messages.
  static let anthropic = Dialect(
    // There is no way to ask for just any object, and bounds are refused.
    formats: [.schema, .prompt],
    request: { prompt, format, profile in
      let effort = profile.reasoningEffort
      let body: JSON = [
        "model": .text(profile.model),
        "max_tokens": .integer(prompt.outputTokens(profile)),
        "system": [
          [
            "type": "text", "text": .text(prompt.system),
            "cache_control": profile.marksCache ? ["type": "ephemeral"] : .null,
          ]
        ],
        "messages": [
          ["role": "user", "content": [["type": "text", "text": .text(prompt.user)]]]
        ],
        "output_config": outputConfig(format, prompt.schema, effort: effort),
        "thinking": effort == "none" ? ["type": "disabled"] : .null,
        "temperature": profile.temperature.json { .number($0) },
      ]
      return try post(
        body, to: profile.version("v1") + "/messages", prompt: prompt, profile: profile)
    },
    reply: { response in
      let body = try read(MessageBody.self, from: response)
      guard let content = body.content else {
        throw unreadable(response, because: "it holds no content")
      }
      return ModelReply(
        text: content.filter { $0.type == "text" }.compactMap(\.text).joined(),
        completeness: body.completeness, usage: body.tokens,
        servedModel: body.model, requestID: response.headers["request-id"] ?? body.id)
    })

  private static func outputConfig(
    _ format: ReplyFormat, _ schema: ReplySchema, effort: String?
  ) -> JSON {
    let format: JSON =
      format == .prompt ? .null : ["type": "json_schema", "schema": schema.json()]
    let effort: JSON = effort == "none" ? .null : effort.json { .text($0) }
    return format == .null && effort == .null ? .null : ["format": format, "effort": effort]
  }
}

/// The body of a reply.
private struct MessageBody: ReplyBody {
  struct Block: JSONObjectReadable {
    let type: String?
    let text: String?

    init(from fields: inout JSONFields) throws(JSONError) {
      type = try fields.readIfPresent("type")
      text = try fields.readIfPresent("text")
    }
  }
  struct Stop: JSONObjectReadable {
    let explanation: String?
    let category: String?

    init(from fields: inout JSONFields) throws(JSONError) {
      explanation = try fields.readIfPresent("explanation")
      category = try fields.readIfPresent("category")
    }
  }
  struct Usage: JSONObjectReadable {
    struct Output: JSONObjectReadable {
      let thinkingTokens: Int?

      init(from fields: inout JSONFields) throws(JSONError) {
        thinkingTokens = try fields.readIfPresent("thinking_tokens")
      }
    }
    let inputTokens: Int?
    let cacheReadInputTokens: Int?
    let cacheCreationInputTokens: Int?
    let outputTokens: Int?
    let outputTokensDetails: Output?

    init(from fields: inout JSONFields) throws(JSONError) {
      inputTokens = try fields.readIfPresent("input_tokens")
      cacheReadInputTokens = try fields.readIfPresent("cache_read_input_tokens")
      cacheCreationInputTokens = try fields.readIfPresent("cache_creation_input_tokens")
      outputTokens = try fields.readIfPresent("output_tokens")
      outputTokensDetails = try fields.readIfPresent("output_tokens_details")
    }
  }
  let error: JSON?
  let id: String?
  let model: String?
  let content: [Block]?
  let stopReason: String?
  let stopDetails: Stop?
  let usage: Usage?

  init(from fields: inout JSONFields) throws(JSONError) {
    error = try fields.readIfPresent("error")
    id = fields.readIfFit("id")
    model = fields.readIfFit("model")
    content = try fields.readIfPresent("content")
    stopReason = try fields.readIfPresent("stop_reason")
    stopDetails = try fields.readIfPresent("stop_details")
    usage = fields.readIfFit("usage")
  }
  var tokens: TokenUsage? { usage?.tokens }

  var completeness: ModelReply.Completeness {
    switch stopReason {
    case "refusal": .refused(stopDetails?.explanation ?? stopDetails?.category ?? "")
    // A paused turn would go on, but not in an answer of its own.
    case "max_tokens", "model_context_window_exceeded", "pause_turn": .truncated
    default: .complete
    }
  }
}

extension MessageBody.Usage {
  fileprivate var tokens: TokenUsage? {
    TokenUsage(
      input: inputTokens, output: outputTokens, cached: cacheReadInputTokens,
      cacheWrite: cacheCreationInputTokens, reasoning: outputTokensDetails?.thinkingTokens,
      hasCacheBeside: true)
  }
}
