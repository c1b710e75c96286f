import HTTP

/// How one protocol writes a prompt and reads a reply.
///
/// Two pure functions: a provider's file has no `await`, and is tested value by value.
struct Dialect: Sendable {
  /// The ways in which a model can be made to reply in JSON, the surest first.
  let formats: [ReplyFormat]
  /// The request that carries a prompt, asking for JSON in one of the ways.
  let request: @Sendable (Prompt, ReplyFormat, ModelProfile) throws -> HTTPRequest
  /// The reply that an answer carries; throws `ModelError` for every other answer.
  let reply: @Sendable (HTTPResponse) throws -> ModelReply
}

extension Prompt {
  /// Tokens that the reply may have.
  func outputTokens(_ profile: ModelProfile) -> Int { profile.limits.outputTokens * outputFactor }
}
