import Models

extension LimitsEntry {
  /// The limits, with the defaults for what is left out; `place` says where they stand.
  func limits(at place: JSONPlace) throws(UsageError) -> ModelProfile.Limits {
    var limits = ModelProfile.Limits()
    limits.outputTokens = outputTokens ?? limits.outputTokens
    limits.outputTokensField = outputTokensField ?? limits.outputTokensField
    limits.contextTokens = contextTokens ?? limits.contextTokens
    limits.timeoutSeconds = timeoutSeconds ?? limits.timeoutSeconds
    limits.deadlineSeconds =
      deadlineSeconds ?? max(limits.deadlineSeconds, limits.timeoutSeconds * 2)
    limits.attempts = attempts ?? limits.attempts
    limits.backoffSeconds = backoffSeconds ?? limits.backoffSeconds
    limits.requestsPerMinute = requestsPerMinute
    limits.tokensPerMinute = tokensPerMinute
    limits.batchRequests = batchRequests
    limits.batchPollSeconds = batchPollSeconds ?? limits.batchPollSeconds
    limits.batchGraceSeconds = batchGraceSeconds ?? limits.batchGraceSeconds
    let fields = ["max_completion_tokens", "max_tokens"]
    guard fields.contains(limits.outputTokensField) else {
      throw UsageError(
        "\(place["outputTokensField"]): '\(limits.outputTokensField)' is not one of "
          + fields.joined(separator: ", "))
    }
    let ranges: [(name: String, isKept: Bool, range: String)] = [
      ("outputTokens", (1...1_000_000).contains(limits.outputTokens), "from 1 to 1000000"),
      ("contextTokens", (1...100_000_000).contains(limits.contextTokens), "from 1 to 100000000"),
      ("timeoutSeconds", (0.001...3600).contains(limits.timeoutSeconds), "from 0.001 to 3600"),
      ("deadlineSeconds", (0.001...86_400).contains(limits.deadlineSeconds), "from 0.001 to 86400"),
      ("attempts", (1...20).contains(limits.attempts), "from 1 to 20"),
      ("backoffSeconds", (0...600).contains(limits.backoffSeconds), "from 0 to 600"),
      ("requestsPerMinute", (1...1e6).contains(limits.requestsPerMinute ?? 1), "from 1 to 1000000"),
      ("tokensPerMinute", (1...1e9).contains(limits.tokensPerMinute ?? 1), "from 1 to 1000000000"),
      ("batchRequests", (1...1_000_000).contains(limits.batchRequests ?? 1), "from 1 to 1000000"),
      ("batchPollSeconds", (0.01...3600).contains(limits.batchPollSeconds), "from 0.01 to 3600"),
      ("batchGraceSeconds", (0.1...86_400).contains(limits.batchGraceSeconds), "from 0.1 to 86400"),
    ]
    for (name, isKept, range) in ranges where !isKept {
      throw UsageError("\(place[name]): a number \(range) is needed")
    }
    if let most = limits.tokensPerMinute, most <= Double(limits.outputTokens) {
      throw UsageError(
        "\(place["tokensPerMinute"]): every request would be too large, because outputTokens "
          + "(\(limits.outputTokens)) counts as well; raise the one, or lower the other")
    }
    return limits
  }
}
