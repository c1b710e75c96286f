import HTTP

extension Dialect {
  /// Google's Gemini: https://ai.google.dev/api/generate-content.
  static let gemini = Dialect(
    formats: [.boundedSchema, .schema, .object, .prompt],
    request: { prompt, format, profile in
      let schema: JSON =
        switch format {
        case .boundedSchema: prompt.schema.json(.counts)
        case .schema: prompt.schema.json()
        case .object, .prompt: .null
        }
      let body: JSON = [
        "systemInstruction": ["parts": [["text": .text(prompt.system)]]],
        "contents": [["role": "user", "parts": [["text": .text(prompt.user)]]]],
        "generationConfig": [
          "maxOutputTokens": .integer(prompt.outputTokens(profile)),
          "responseMimeType": format == .prompt ? .null : "application/json",
          "responseJsonSchema": schema,
          "temperature": profile.temperature.json { .number($0) },
          "thinkingConfig": profile.reasoningEffort.json(thinking),
        ],
      ]
      return try post(
        body, to: profile.geminiMethod("generateContent"), prompt: prompt, profile: profile)
    },
    reply: { response in
      let body = try read(CandidatesBody.self, from: response)
      let candidate = body.candidates?.first
      if candidate == nil, body.promptFeedback?.blockReason == nil {
        throw unreadable(response, because: "it holds no candidate")
      }
      let parts = candidate?.content?.parts ?? []
      return ModelReply(
        text: parts.filter { $0.thought != true }.compactMap(\.text).joined(),
        completeness: candidate?.completeness ?? .filtered, usage: body.tokens,
        servedModel: body.modelVersion?.value, requestID: body.responseId?.value)
    })

  /// Models since Gemini 3 take a level, those before it a number of tokens, of which none is 0.
  private static func thinking(_ effort: String) -> JSON {
    Int(effort == "none" ? "0" : effort).map { ["thinkingBudget": .integer($0)] }
      ?? ["thinkingLevel": .text(effort.uppercased())]
  }
}

extension ModelProfile {
  /// The path of something that Gemini's API does with the model.
  func geminiMethod(_ name: String) -> String {
    let model = model.hasPrefix("models/") ? model : "models/\(model)"
    return "\(version("v1beta"))/\(model.pathEscaped):\(name)"
  }
}

extension String {
  /// The text as part of a URL's path: all but unreserved characters and the slash as `%XX`
  /// (RFC 3986, section 2.3).
  var pathEscaped: String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/".utf8)
    return utf8.map { byte in
      if plain.contains(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }
}

/// The body of a reply; counts of zero are left out.
private struct CandidatesBody: ReplyBody {
  struct Candidate: Decodable {
    struct Content: Decodable {
      let parts: [Part]?
    }
    struct Part: Decodable {
      let text: String?
      let thought: Bool?
    }
    let content: Content?
    let finishReason: String?
    let finishMessage: String?
  }
  struct Feedback: Decodable {
    let blockReason: String?
  }
  struct Usage: Decodable {
    let promptTokenCount: Int?
    let cachedContentTokenCount: Int?
    let candidatesTokenCount: Int?
    let thoughtsTokenCount: Int?
  }
  let error: JSON?
  let candidates: [Candidate]?
  let promptFeedback: Feedback?
  let usageMetadata: Lenient<Usage>?
  var tokens: TokenUsage? { usageMetadata?.value?.tokens }
  let modelVersion: Lenient<String>?
  let responseId: Lenient<String>?
}

extension CandidatesBody.Candidate {
  fileprivate var completeness: ModelReply.Completeness {
    switch finishReason {
    case "MAX_TOKENS", "CONTINUATION": .truncated
    case "SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "RECITATION", "LANGUAGE",
      "MODEL_ARMOR":
      .filtered
    default: .complete
    }
  }
}

extension CandidatesBody.Usage {
  fileprivate var tokens: TokenUsage? {
    TokenUsage(
      input: promptTokenCount,
      // An answer of thoughts alone is an answer of zero tokens, and those are left out.
      output: candidatesTokenCount ?? thoughtsTokenCount.map { _ in 0 },
      cached: cachedContentTokenCount, reasoning: thoughtsTokenCount, hasReasoningBeside: true)
  }
}
