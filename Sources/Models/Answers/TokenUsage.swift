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

  /// Counts nothing, unless told otherwise; the parts are never more than the whole.
  package init(
    inputTokens: Int = 0, cachedTokens: Int = 0, cacheWriteTokens: Int = 0, outputTokens: Int = 0,
    reasoningTokens: Int = 0
  ) {
    self.inputTokens = inputTokens.asTokenCount
    self.cachedTokens = Swift.min(cachedTokens.asTokenCount, self.inputTokens)
    self.cacheWriteTokens = Swift.min(
      cacheWriteTokens.asTokenCount, self.inputTokens - self.cachedTokens)
    self.outputTokens = outputTokens.asTokenCount
    self.reasoningTokens = Swift.min(reasoningTokens.asTokenCount, self.outputTokens)
  }
}

extension TokenUsage {
  /// A server's counts; nil where it counts neither what was read nor what was written.
  ///
  /// Providers differ in whether the cache is a part of the input or stands beside it, and likewise
  /// hidden reasoning and the output.
  init?(
    input: Int?, output: Int?, cached: Int? = nil, cacheWrite: Int? = nil, reasoning: Int? = nil,
    hasCacheBeside: Bool = false, hasReasoningBeside: Bool = false
  ) {
    guard input != nil || output != nil else { return nil }
    // Cut before they are added: a sum of counts beyond all measure would end the process.
    let parts = [cached, cacheWrite].map { ($0 ?? 0).asTokenCount }
    let thoughts = (reasoning ?? 0).asTokenCount
    self.init(
      inputTokens: (input ?? 0).asTokenCount + (hasCacheBeside ? parts[0] + parts[1] : 0),
      cachedTokens: parts[0], cacheWriteTokens: parts[1],
      outputTokens: (output ?? 0).asTokenCount + (hasReasoningBeside ? thoughts : 0),
      reasoningTokens: thoughts)
  }
}

extension Int {
  /// A server's count of tokens as it can be true; what is beyond all measure would upset every sum.
  fileprivate var asTokenCount: Int { Swift.min(Swift.max(0, self), 1_000_000_000_000) }
}
