package import JSONText

/// What was asked of a model and what it counted, in requests and tokens.
package struct Usage: Sendable, Equatable {
  /// Requests that were sent, those that failed included.
  package var requests: Int
  /// Tokens read, those from and to the provider's cache included.
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
    requests: Int = 0, inputTokens: Int = 0, cachedTokens: Int = 0, cacheWriteTokens: Int = 0,
    outputTokens: Int = 0, reasoningTokens: Int = 0
  ) {
    self.requests = requests
    self.inputTokens = inputTokens
    self.cachedTokens = cachedTokens
    self.cacheWriteTokens = cacheWriteTokens
    self.outputTokens = outputTokens
    self.reasoningTokens = reasoningTokens
  }

  /// Adds up two counts.
  package static func + (one: Usage, other: Usage) -> Usage {
    one.zipped(other, +)
  }

  private func zipped(_ other: Usage, _ merge: (Int, Int) -> Int) -> Usage {
    Usage(
      requests: merge(requests, other.requests),
      inputTokens: merge(inputTokens, other.inputTokens),
      cachedTokens: merge(cachedTokens, other.cachedTokens),
      cacheWriteTokens: merge(cacheWriteTokens, other.cacheWriteTokens),
      outputTokens: merge(outputTokens, other.outputTokens),
      reasoningTokens: merge(reasoningTokens, other.reasoningTokens))
  }

  /// Shares a count out so that the parts add up to the whole again; earlier parts get the rest.
  package func shared(among parts: Int) -> [Usage] {
    (0..<parts).map { part in
      zipped(self) { total, _ in total / parts + (part < total % parts ? 1 : 0) }
    }
  }

  /// Writes the counts for other programs.
  package func write(to object: inout JSONObject) {
    object.set("requests", requests)
    object.set("inputTokens", inputTokens)
    object.set("cachedTokens", cachedTokens)
    // Few providers count these; without them the line is as it always was.
    if cacheWriteTokens > 0 { object.set("cacheWriteTokens", cacheWriteTokens) }
    object.set("outputTokens", outputTokens)
    if reasoningTokens > 0 { object.set("reasoningTokens", reasoningTokens) }
  }
}

extension Usage: JSONObjectReadable {
  package init(from fields: inout JSONFields) throws(JSONError) {
    self.init(
      requests: try fields.read("requests"),
      inputTokens: try fields.read("inputTokens"),
      cachedTokens: try fields.read("cachedTokens"),
      cacheWriteTokens: try fields.readIfPresent("cacheWriteTokens") ?? 0,
      outputTokens: try fields.read("outputTokens"),
      reasoningTokens: try fields.readIfPresent("reasoningTokens") ?? 0)
  }
}
