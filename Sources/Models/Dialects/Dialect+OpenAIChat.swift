import Foundation
import HTTP

extension Dialect {
  /// OpenAI's Chat Completions: https://platform.openai.com/docs/api-reference/chat.
  static let openAIChat = Dialect(
    request: { prompt, profile in
      try post(
        ChatRequest(prompt, profile), to: "/chat/completions", prompt: prompt, profile: profile,
        credential: profile.key.map {
          HTTPRequest.Credential(header: "Authorization", prefix: "Bearer ", secret: $0)
        })
    },
    reply: { response in
      guard response.status == 200 else {
        throw ModelError.status(response.status, message: ChatError.message(in: response))
      }
      do { return try ChatReply.decode(response.body).reply() } catch let error as DecodingError {
        throw ModelError.unreadable(reason: reason(error, in: response))
      }
    })
}

/// Why an answer is no reply, with its first words where they tell more than the rule it breaks.
private func reason(_ error: DecodingError, in response: HTTPResponse) -> String {
  guard case .dataCorrupted = error else { return error.sentence }
  let words = response.text.excerpt
  return words.isEmpty ? "it is empty" : "\(error.sentence): \(words)"
}

/// The body of a request.
private struct ChatRequest: Encodable {
  let prompt: Prompt
  let profile: ModelProfile

  init(_ prompt: Prompt, _ profile: ModelProfile) {
    self.prompt = prompt
    self.profile = profile
  }

  private struct Message: Encodable {
    let role: String
    let content: String
  }

  private struct Format: Encodable {
    struct Schema: Encodable {
      let name: String
      let strict = true
      let schema: ReplySchema
    }
    let type = "json_schema"
    let jsonSchema: Schema

    enum CodingKeys: String, CodingKey {
      case type
      case jsonSchema = "json_schema"
    }
  }

  /// A field whose name the profile chooses.
  private struct Field: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Field.self)
    try fields.encode(profile.model, forKey: Field("model"))
    let messages = [
      Message(role: "system", content: prompt.system), Message(role: "user", content: prompt.user),
    ]
    try fields.encode(messages, forKey: Field("messages"))
    let format = Format(jsonSchema: .init(name: prompt.schema.name, schema: prompt.schema))
    try fields.encode(format, forKey: Field("response_format"))
    try fields.encode(
      profile.limits.outputTokens, forKey: Field(profile.limits.outputTokensField))
    try fields.encodeIfPresent(profile.temperature, forKey: Field("temperature"))
    try fields.encodeIfPresent(profile.reasoningEffort, forKey: Field("reasoning_effort"))
  }
}

/// The parts of an answer that somebody reads; every enumeration in it is open.
private struct ChatReply: Decodable {
  struct Choice: Decodable {
    struct Message: Decodable {
      let content: String?
      let refusal: String?
    }
    let message: Message
    let finishReason: String?
    /// Present where a relay loses the model in mid-answer.
    let error: ChatError?
  }
  struct Usage: Decodable {
    struct Details: Decodable {
      let cachedTokens: Int?
    }
    let promptTokens: Int?
    let completionTokens: Int?
    let promptTokensDetails: Details?
  }
  /// Present where a relay reports an error with status 200.
  let error: ChatError?
  let choices: [Choice]?
  let usage: Usage?

  /// Decodes a body; some servers send blank lines first to keep the connection open.
  static func decode(_ body: [UInt8]) throws -> ChatReply {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(ChatReply.self, from: Data(body.drop { $0 <= 0x20 }))
  }

  func reply() throws -> ModelReply {
    if let error = error ?? choices?.first?.error {
      throw ModelError.status(error.status ?? 200, message: error.message)
    }
    guard let choice = choices?.first else {
      throw ModelError.unreadable(reason: "it holds no choice")
    }
    let tokens = TokenUsage(
      inputTokens: usage?.promptTokens ?? 0,
      cachedTokens: usage?.promptTokensDetails?.cachedTokens ?? 0,
      outputTokens: usage?.completionTokens ?? 0)
    return ModelReply(
      text: choice.message.content ?? "", completeness: choice.completeness, usage: tokens)
  }
}

extension ChatReply.Choice {
  /// A refusal comes first: it arrives with `finish_reason` `stop` and looks complete.
  fileprivate var completeness: ModelReply.Completeness {
    if let refusal = message.refusal, !refusal.isEmpty { return .refused(refusal) }
    return switch finishReason {
    case "content_filter": .filtered
    case "length": .truncated
    default: .complete
    }
  }
}

/// An error as OpenAI words it: `{"error":{"message":…}}`; others send a bare string.
private struct ChatError: Decodable {
  let message: String
  let status: Int?

  private enum CodingKeys: String, CodingKey {
    case message, type, code
  }

  private struct Body: Decodable {
    let error: ChatError?
  }

  init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      message = text
      status = nil
      return
    }
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    // A code is a word at OpenAI and a number at relays; of another type it says nothing to us.
    // Where there is no word, the type has to name the kind of trouble.
    let code =
      (try? fields.decode(String.self, forKey: .code))
      ?? (try? fields.decode(String.self, forKey: .type))
    status = try? fields.decode(Int.self, forKey: .code)
    let text = try fields.decodeIfPresent(String.self, forKey: .message) ?? ""
    message = code.map { text.contains($0) ? text : "\(text) (\($0))" } ?? text
  }

  /// What the server said, whatever the shape of its body.
  static func message(in response: HTTPResponse) -> String {
    // A body that is not JSON, or other JSON, is quoted as it is.
    let body = try? JSONDecoder().decode(Body.self, from: Data(response.body))
    return body?.error?.message ?? response.text.excerpt
  }
}
