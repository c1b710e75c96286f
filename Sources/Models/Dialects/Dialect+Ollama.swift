import HTTP
import JSONText

extension Dialect {
  /// Ollama's own API: https://github.com/ollama/ollama/blob/main/docs/api.md.
  static let ollama = Dialect(
    formats: [.boundedSchema, .schema, .object, .prompt],
    request: { prompt, format, profile in
      let body: JSON = [
        "model": .text(profile.model),
        // The default is a stream of lines.
        "stream": false,
        "think": profile.reasoningEffort.json { $0 == "none" ? false : .text($0) },
        "messages": [
          ["role": "system", "content": .text(prompt.system)],
          ["role": "user", "content": .text(prompt.user)],
        ],
        "format": grammar(format, prompt.schema),
        // Otherwise a prompt that is too long is cut without a word.
        "truncate": false, "shift": false,
        "options": [
          "num_ctx": .integer(profile.limits.contextTokens),
          "num_predict": .integer(prompt.outputTokens(profile)),
          "temperature": profile.temperature.json { .number($0) },
        ],
      ]
      return try post(
        body, to: profile.version("api") + "/chat", prompt: prompt, profile: profile)
    },
    reply: { response in
      let body = try read(OllamaBody.self, from: response)
      guard let message = body.message, body.done != false else {
        throw unreadable(response, because: "it holds no whole message")
      }
      return ModelReply(
        text: message.content ?? "",
        completeness: body.doneReason == "length" ? .truncated : .complete, usage: body.tokens,
        servedModel: body.model)
    })

  private static func grammar(_ format: ReplyFormat, _ schema: ReplySchema) -> JSON {
    switch format {
    case .boundedSchema: schema.json(.countsAndLengths)
    case .schema: schema.json()
    case .object: "json"
    case .prompt: .null
    }
  }
}

/// The body of a reply; counts of zero are left out.
private struct OllamaBody: ReplyBody {
  struct Message: JSONObjectReadable {
    let content: String?

    init(from fields: inout JSONFields) throws(JSONError) {
      content = try fields.readIfPresent("content")
    }
  }
  let error: JSON?
  let model: String?
  let message: Message?
  let done: Bool?
  let doneReason: String?
  let promptEvalCount: Int?
  let evalCount: Int?

  init(from fields: inout JSONFields) throws(JSONError) {
    error = try fields.readIfPresent("error")
    model = fields.readIfFit("model")
    message = try fields.readIfPresent("message")
    done = try fields.readIfPresent("done")
    doneReason = try fields.readIfPresent("done_reason")
    promptEvalCount = fields.readIfFit("prompt_eval_count")
    evalCount = fields.readIfFit("eval_count")
  }
  var tokens: TokenUsage? {
    TokenUsage(input: promptEvalCount, output: evalCount)
  }
}
