import HTTP
import JSONText

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
        servedModel: body.modelVersion, requestID: body.responseId)
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
  struct Candidate: JSONObjectReadable {
    struct Content: JSONObjectReadable {
      let parts: [Part]?

      init(from fields: inout JSONFields) throws(JSONError) {
        parts = try fields.readIfPresent("parts")
      }
    }
    struct Part: JSONObjectReadable {
      let text: String?
      let thought: Bool?

      init(from fields: inout JSONFields) throws(JSONError) {
        text = try fields.readIfPresent("text")
        thought = try fields.readIfPresent("thought")
      }
    }
    let content: Content?
    let finishReason: String?
    let finishMessage: String?

    init(from fields: inout JSONFields) throws(JSONError) {
      content = try fields.readIfPresent("content")
      finishReason = try fields.readIfPresent("finishReason")
      finishMessage = try fields.readIfPresent("finishMessage")
    }
  }
  struct Feedback: JSONObjectReadable {
    let blockReason: String?

    init(from fields: inout JSONFields) throws(JSONError) {
      blockReason = try fields.readIfPresent("blockReason")
    }
  }
  struct Usage: JSONObjectReadable {
    let promptTokenCount: Int?
    let cachedContentTokenCount: Int?
    let candidatesTokenCount: Int?
    let thoughtsTokenCount: Int?

    init(from fields: inout JSONFields) throws(JSONError) {
      promptTokenCount = try fields.readIfPresent("promptTokenCount")
      cachedContentTokenCount = try fields.readIfPresent("cachedContentTokenCount")
      candidatesTokenCount = try fields.readIfPresent("candidatesTokenCount")
      thoughtsTokenCount = try fields.readIfPresent("thoughtsTokenCount")
    }
  }
  let error: JSON?
  let candidates: [Candidate]?
  let promptFeedback: Feedback?
  let usageMetadata: Usage?
  var tokens: TokenUsage? { usageMetadata?.tokens }
  let modelVersion: String?
  let responseId: String?

  init(from fields: inout JSONFields) throws(JSONError) {
    error = try fields.readIfPresent("error")
    candidates = try fields.readIfPresent("candidates")
    promptFeedback = try fields.readIfPresent("promptFeedback")
    usageMetadata = fields.readIfFit("usageMetadata")
    modelVersion = fields.readIfFit("modelVersion")
    responseId = fields.readIfFit("responseId")
  }
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
