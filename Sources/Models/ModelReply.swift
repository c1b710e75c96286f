/// What a model wrote, before anybody reads it.
package struct ModelReply: Sendable, Equatable {
  /// Whether the text is all that the model meant to write.
  package enum Completeness: Sendable, Equatable {
    /// The model came to its end.
    case complete
    /// The output limit cut the text.
    case truncated
    /// The model declined, in its own words where it gave any.
    case refused(String)
    /// The provider's filter withheld the text.
    case filtered
  }

  /// The model's text.
  package let text: String
  /// Whether the text is whole.
  package let completeness: Completeness
  /// What the server counted.
  package let usage: TokenUsage

  /// Puts a reply together.
  package init(
    text: String, completeness: Completeness = .complete, usage: TokenUsage = TokenUsage()
  ) {
    self.text = text
    self.completeness = completeness
    self.usage = usage
  }
}

/// Tokens as every provider's counts come out after normalising.
package struct TokenUsage: Sendable, Equatable {
  /// Tokens read, those from the cache included.
  package var inputTokens: Int
  /// Tokens read from the provider's cache.
  package var cachedTokens: Int
  /// Tokens written, hidden reasoning included.
  package var outputTokens: Int

  /// Counts nothing, unless told otherwise.
  package init(inputTokens: Int = 0, cachedTokens: Int = 0, outputTokens: Int = 0) {
    self.inputTokens = inputTokens
    self.cachedTokens = cachedTokens
    self.outputTokens = outputTokens
  }
}
