import JSONText

/// What OpenAI's two dialects share.
extension Dialect {
  /// The mark after the part of a prompt that all papers share.
  static let explicit: JSON = ["mode": "explicit"]

  /// The members that describe a schema, flat in Responses and one level deeper in Chat Completions.
  static func strictSchema(_ format: ReplyFormat, _ schema: ReplySchema) -> [String: JSON] {
    [
      "name": .text(schema.name), "strict": true,
      "schema": schema.json(format == .boundedSchema ? .counts : .none),
    ]
  }
}

/// Parts of the tokens read, as OpenAI counts them.
struct OpenAIInputDetails: JSONObjectReadable {
  /// Tokens read from the cache.
  let cachedTokens: Int?
  /// Tokens written to the cache.
  let cacheWriteTokens: Int?

  init(from fields: inout JSONFields) throws(JSONError) {
    cachedTokens = try fields.readIfPresent("cached_tokens")
    cacheWriteTokens = try fields.readIfPresent("cache_write_tokens")
  }
}

/// Parts of the tokens written, as OpenAI counts them.
struct OpenAIOutputDetails: JSONObjectReadable {
  /// Tokens of hidden reasoning.
  let reasoningTokens: Int?

  init(from fields: inout JSONFields) throws(JSONError) {
    reasoningTokens = try fields.readIfPresent("reasoning_tokens")
  }
}
