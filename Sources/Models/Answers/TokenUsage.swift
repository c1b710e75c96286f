/// Tokens as every provider's counts come out after normalising.
package struct TokenUsage: Sendable, Equatable {
  /// Tokens read, those from and to the cache included.
  package var inputTokens: Int
  /// Tokens read from the provider's cache.
  package var cachedTokens: Int
  /// Tokens written to the provider's cache.
  package var cacheWriteTokens: Int
  /// Tokens written, hidden reasoning included.
  package var outputTokens: Int
  /// Tokens of hidden reasoning.
  package var reasoningTokens: Int

  /// Counts nothing, unless told otherwise.
  package init(
    inputTokens: Int = 0, cachedTokens: Int = 0, cacheWriteTokens: Int = 0, outputTokens: Int = 0,
    reasoningTokens: Int = 0
  ) {
    self.inputTokens = inputTokens
    self.cachedTokens = cachedTokens
    self.cacheWriteTokens = cacheWriteTokens
    self.outputTokens = outputTokens
    self.reasoningTokens = reasoningTokens
  }
}
