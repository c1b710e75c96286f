import HTTP
import JSONText

extension Dialect {
  /// OpenAI's Responses: https://platform.openai.com/docs/api-reference/responses.
  static let openAIResponses = Dialect(
    formats: [.boundedSchema, .schema, .object, .prompt],
    request: { prompt, format, profile in
      let instructions: JSON = [
        "type": "input_text", "text": .text(prompt.system),
        "prompt_cache_breakpoint": profile.marksCache ? explicit : .null,
      ]
      let body: JSON = [
        "model": .text(profile.model),
        "input": [
          ["role": "developer", "content": [instructions]],
          ["role": "user", "content": [["type": "input_text", "text": .text(prompt.user)]]],
        ],
        "max_output_tokens": .integer(prompt.outputTokens(profile)),
        "text": textFormat(format, prompt.schema).json { ["format": $0] },
        "temperature": profile.temperature.json { .number($0) },
        "reasoning": profile.reasoningEffort.json { ["effort": .text($0)] },
        "prompt_cache_key": profile.marksCache ? .text(prompt.schema.name) : .null,
        "prompt_cache_options": profile.marksCache ? explicit : .null,
        // Otherwise the provider keeps prompt and reply for a month.
        "store": false,
      ]
      return try post(body, to: "/responses", prompt: prompt, profile: profile)
    },
    reply: { response in
      let body = try readResponse(response)
      let parts = body.parts
      let text = parts.filter { $0.type == "output_text" }.compactMap(\.text).joined()
      guard body.status == "incomplete" || !parts.isEmpty else {
        throw unreadable(response, because: "it holds no message")
      }
      return ModelReply(
        text: text, completeness: body.completeness,
        usage: body.tokens,
        servedModel: body.model,
        requestID: response.headers["x-request-id"] ?? body.id)
    })

  /// The body, unless it tells of a failure, which comes with status 200 and half a page around it.
  private static func readResponse(_ response: HTTPResponse) throws -> ResponsesBody {
    let body = try read(ResponsesBody.self, from: response)
    guard let failure = body.failure.flatMap(ErrorBody.init(in:)) else { return body }
    let usage = body.tokens
    // The provider's own trouble passes; what it has against the question stays.
    if failure.codes.contains(where: ResponsesBody.objections.contains) {
      throw ModelError(.filtered, status: 200, message: failure.message, usage: usage)
    }
    throw ModelError(failure, in: response, usage: usage)
  }

  private static func textFormat(_ format: ReplyFormat, _ schema: ReplySchema) -> JSON? {
    switch format {
    case .boundedSchema, .schema:
      .object(strictSchema(format, schema).merging(["type": "json_schema"]) { $1 })
    case .object: ["type": "json_object"]
    case .prompt: nil
    }
  }
}

/// The body of a reply.
private struct ResponsesBody: ReplyBody {
  struct Item: JSONObjectReadable {
    let type: String?
    let phase: String?
    let content: [Part]?

    init(from fields: inout JSONFields) throws(JSONError) {
      type = try fields.readIfPresent("type")
      phase = try fields.readIfPresent("phase")
      content = try fields.readIfPresent("content")
    }
  }
  struct Part: JSONObjectReadable {
    let type: String?
    let text: String?
    let refusal: String?

    init(from fields: inout JSONFields) throws(JSONError) {
      type = try fields.readIfPresent("type")
      text = try fields.readIfPresent("text")
      refusal = try fields.readIfPresent("refusal")
    }
  }
  struct Incomplete: JSONObjectReadable {
    let reason: String?

    init(from fields: inout JSONFields) throws(JSONError) {
      reason = try fields.readIfPresent("reason")
    }
  }
  struct Usage: JSONObjectReadable {
    let inputTokens: Int?
    let outputTokens: Int?
    let inputTokensDetails: OpenAIInputDetails?
    let outputTokensDetails: OpenAIOutputDetails?

    init(from fields: inout JSONFields) throws(JSONError) {
      inputTokens = try fields.readIfPresent("input_tokens")
      outputTokens = try fields.readIfPresent("output_tokens")
      inputTokensDetails = try fields.readIfPresent("input_tokens_details")
      outputTokensDetails = try fields.readIfPresent("output_tokens_details")
    }
  }

  /// What the provider has against a question, in its codes.
  static let objections: Set<String> = [
    "invalid_prompt", "bio_policy", "cyber_policy", "misalignment_policy_violation",
  ]

  let failure: JSON?
  let id: String?
  let model: String?
  let status: String?
  let output: [Item]?
  let incompleteDetails: Incomplete?
  let usage: Usage?

  init(from fields: inout JSONFields) throws(JSONError) {
    failure = try fields.readIfPresent("error")
    id = fields.readIfFit("id")
    model = fields.readIfFit("model")
    status = try fields.readIfPresent("status")
    output = try fields.readIfPresent("output")
    incompleteDetails = try fields.readIfPresent("incomplete_details")
    usage = fields.readIfFit("usage")
  }
  var tokens: TokenUsage? { usage?.tokens }

  /// Read in `failure`, because what it means depends on the rest of the body.
  var error: JSON? { nil }

  /// The parts of the message; where the model comments on its way, those of its last word.
  var parts: [Part] {
    let messages = (output ?? []).filter { $0.type == "message" }
    let final = messages.filter { $0.phase == "final_answer" }
    return (final.isEmpty ? messages : final).flatMap { $0.content ?? [] }
  }

  var completeness: ModelReply.Completeness {
    if let refusal = parts.first(where: { $0.type == "refusal" }) {
      return .refused(refusal.refusal ?? "")
    }
    guard status == "incomplete" else { return .complete }
    return incompleteDetails?.reason == "content_filter" ? .filtered : .truncated
  }
}

extension ResponsesBody.Usage {
  fileprivate var tokens: TokenUsage? {
    TokenUsage(
      input: inputTokens, output: outputTokens, cached: inputTokensDetails?.cachedTokens,
      cacheWrite: inputTokensDetails?.cacheWriteTokens,
      reasoning: outputTokensDetails?.reasoningTokens)
  }
}
