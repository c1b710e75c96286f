/// What was asked of a model and what it counted, in requests and tokens.
package struct Usage: Sendable, Equatable, Decodable {
  /// Requests that were answered.
  package var requests: Int
  /// Tokens read, those from the provider's cache included.
  package var inputTokens: Int
  /// Tokens read from the provider's cache.
  package var cachedTokens: Int
  /// Tokens written, hidden reasoning included.
  package var outputTokens: Int

  /// Counts nothing, unless told otherwise.
  package init(
    requests: Int = 0, inputTokens: Int = 0, cachedTokens: Int = 0, outputTokens: Int = 0
  ) {
    self.requests = requests
    self.inputTokens = inputTokens
    self.cachedTokens = cachedTokens
    self.outputTokens = outputTokens
  }

  /// Adds up two counts.
  package static func + (one: Usage, other: Usage) -> Usage {
    Usage(
      requests: one.requests + other.requests,
      inputTokens: one.inputTokens + other.inputTokens,
      cachedTokens: one.cachedTokens + other.cachedTokens,
      outputTokens: one.outputTokens + other.outputTokens)
  }

  /// Shares a count out so that the parts add up to the whole again; earlier parts get the rest.
  package func shared(among parts: Int) -> [Usage] {
    func share(_ total: Int, _ part: Int) -> Int {
      total / parts + (part < total % parts ? 1 : 0)
    }
    return (0..<parts).map { part in
      Usage(
        requests: share(requests, part), inputTokens: share(inputTokens, part),
        cachedTokens: share(cachedTokens, part), outputTokens: share(outputTokens, part))
    }
  }

  func write(to object: inout JSONObject) {
    object.set("requests", requests)
    object.set("inputTokens", inputTokens)
    object.set("cachedTokens", cachedTokens)
    object.set("outputTokens", outputTokens)
  }
}
