import HTTP
import JSONText

extension Dialect {
  /// OpenAI's Chat Completions: https://platform.openai.com/docs/api-reference/chat.
  static let openAIChat = Dialect(
    formats: [.boundedSchema, .schema, .object, .prompt],
    request: { prompt, format, profile in
      let instructions: JSON =
        profile.marksCache
        ? [["type": "text", "text": .text(prompt.system), "prompt_cache_breakpoint": explicit]]
        : .text(prompt.system)
      let cap = profile.limits.outputTokensField
      let body: JSON = [
        "model": .text(profile.model),
        "messages": [
          ["role": "system", "content": instructions],
          ["role": "user", "content": .text(prompt.user)],
        ],
        cap: .integer(prompt.outputTokens(profile)),
        "response_format": responseFormat(format, prompt.schema),
        "temperature": profile.temperature.json { .number($0) },
        "reasoning_effort": profile.reasoningEffort.json { .text($0) },
        "prompt_cache_key": profile.marksCache ? .text(prompt.schema.name) : .null,
        // Without it, the models since GPT-5.6 write every paper to the cache, at a quarter more.
        "prompt_cache_options": profile.marksCache ? explicit : .null,
      ]
      return try post(body, to: "/chat/completions", prompt: prompt, profile: profile)
    },
    reply: { response in
      let body = try read(ChatBody.self, from: response)
      guard let choice = body.choices?.first else {
        throw unreadable(response, because: "it holds no choice")
      }
      if let error = choice.failure {
        throw ModelError(error, in: response, usage: body.tokens)
      }
      return ModelReply(
        text: choice.message?.content?.text ?? "", completeness: choice.completeness,
        usage: body.tokens, servedModel: body.model,
        requestID: response.headers["x-request-id"] ?? body.id)
    })

  private static func responseFormat(_ format: ReplyFormat, _ schema: ReplySchema) -> JSON {
    switch format {
    case .boundedSchema, .schema:
      ["type": "json_schema", "json_schema": .object(strictSchema(format, schema))]
    case .object: ["type": "json_object"]
    case .prompt: .null
    }
  }
}

/// The body of a reply.
private struct ChatBody: ReplyBody {
  struct Choice: JSONObjectReadable {
    struct Message: JSONObjectReadable {
      let content: ChatText?
      let refusal: String?

      init(from fields: inout JSONFields) throws(JSONError) {
        content = try fields.readIfPresent("content")
        refusal = try fields.readIfPresent("refusal")
      }
    }
    let message: Message?
    let finishReason: String?
    /// Present where a relay loses the model in mid-answer.
    let error: JSON?

    init(from fields: inout JSONFields) throws(JSONError) {
      message = try fields.readIfPresent("message")
      finishReason = try fields.readIfPresent("finish_reason")
      error = try fields.readIfPresent("error")
    }
  }
  struct Usage: JSONObjectReadable {
    let promptTokens: Int?
    let completionTokens: Int?
    let promptTokensDetails: OpenAIInputDetails?
    let completionTokensDetails: OpenAIOutputDetails?
    /// DeepSeek's own name for tokens from its cache.
    let promptCacheHitTokens: Int?

    init(from fields: inout JSONFields) throws(JSONError) {
      promptTokens = try fields.readIfPresent("prompt_tokens")
      completionTokens = try fields.readIfPresent("completion_tokens")
      promptTokensDetails = try fields.readIfPresent("prompt_tokens_details")
      completionTokensDetails = try fields.readIfPresent("completion_tokens_details")
      promptCacheHitTokens = try fields.readIfPresent("prompt_cache_hit_tokens")
    }
  }
  let error: JSON?
  let id: String?
  let model: String?
  let choices: [Choice]?
  let usage: Usage?

  init(from fields: inout JSONFields) throws(JSONError) {
    error = try fields.readIfPresent("error")
    id = fields.readIfFit("id")
    model = fields.readIfFit("model")
    choices = try fields.readIfPresent("choices")
    usage = fields.readIfFit("usage")
  }
  var tokens: TokenUsage? { usage?.tokens }
}

extension ChatBody.Usage {
  fileprivate var tokens: TokenUsage? {
    TokenUsage(
      input: promptTokens, output: completionTokens,
      cached: promptTokensDetails?.cachedTokens ?? promptCacheHitTokens,
      cacheWrite: promptTokensDetails?.cacheWriteTokens,
      reasoning: completionTokensDetails?.reasoningTokens)
  }
}

extension ChatBody.Choice {
  /// A refusal comes first: it arrives with `finish_reason` `stop` and looks complete.
  fileprivate var completeness: ModelReply.Completeness {
    if let refusal = message?.refusal, !refusal.isEmpty { return .refused(refusal) }
    return switch finishReason {
    case "content_filter": .filtered
    // The second is Mistral's word for a full context.
    case "length", "model_length": .truncated
    default: .complete
    }
  }

  /// An error in mid-answer: OpenRouter and Mistral say `error`, DeepSeek that it ran out.
  fileprivate var failure: ErrorBody? {
    if let error = error.flatMap(ErrorBody.init(in:)) { return error }
    guard let finishReason, ["error", "insufficient_system_resource"].contains(finishReason) else {
      return nil
    }
    return ErrorBody(in: .text("the model broke off (\(finishReason))"))
  }
}

/// A message's text, which reasoning models of Mistral send in pieces, thoughts among them.
private struct ChatText: JSONReadable {
  let text: String

  private struct Piece: JSONObjectReadable {
    let type: String
    let text: String?

    init(from fields: inout JSONFields) throws(JSONError) {
      type = try fields.read("type")
      text = try fields.readIfPresent("text")
    }
  }

  init(json: JSONElement) throws(JSONError) {
    // What is no text has to be a list of pieces, or it is an error that says where.
    if let text = try? json.text() {
      self.text = text
    } else {
      text = try [Piece](json: json).filter { $0.type == "text" }.compactMap(\.text).joined()
    }
  }
}
