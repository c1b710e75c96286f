/// US dollars for a million tokens.
package struct Prices: Sendable, Equatable {
  /// The day on which they were true, such as `2026-11-12`.
  package var asOf: String
  /// Tokens read.
  package var input: Double
  /// Tokens read from the provider's cache.
  package var cachedInput: Double
  /// Tokens written to the provider's cache.
  package var cacheWrite: Double
  /// Tokens written.
  package var output: Double

  /// Sets the prices; the cache's are those of tokens read, unless told otherwise.
  package init(
    asOf: String, input: Double, cachedInput: Double? = nil, cacheWrite: Double? = nil,
    output: Double
  ) {
    self.asOf = asOf
    self.input = input
    self.cachedInput = cachedInput ?? input
    self.cacheWrite = cacheWrite ?? input
    self.output = output
  }

  /// What a number of tokens costs in US dollars.
  package func cost(of usage: TokenUsage) -> Double {
    let fresh = usage.inputTokens - usage.cachedTokens - usage.cacheWriteTokens
    return
      (Double(fresh) * input + Double(usage.cachedTokens) * cachedInput
      + Double(usage.cacheWriteTokens) * cacheWrite + Double(usage.outputTokens) * output)
      / 1_000_000
  }

  /// What a request can cost at most: a token is at least one byte, and the cap holds.
  package func bound(bodyBytes: Int, outputTokens: Int) -> Double {
    (Double(bodyBytes) * max(input, cacheWrite) + Double(outputTokens) * output) / 1_000_000
  }
}

extension Prices {
  /// What of a price a batch costs, at every provider that has batches (2026-11).
  package static let batchShare = 0.5

  /// The same prices in a batch.
  package var inBatch: Prices {
    Prices(
      asOf: asOf, input: input * Self.batchShare, cachedInput: cachedInput * Self.batchShare,
      cacheWrite: cacheWrite * Self.batchShare, output: output * Self.batchShare)
  }
}
