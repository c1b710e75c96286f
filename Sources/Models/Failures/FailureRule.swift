/// One line of the table that tells what a failed answer means; the first that fits counts.
struct FailureRule: Sendable {
  /// What the answer means.
  let kind: ModelError.Kind
  /// The statuses for which the rule is made; every one where empty.
  let statuses: Set<Int>
  /// Words of which one stands in the answer, in lower case; any answer fits where empty.
  let words: [String]

  /// Makes a rule.
  init(_ kind: ModelError.Kind, _ statuses: Set<Int> = [], says words: [String] = []) {
    self.kind = kind
    self.statuses = statuses
    self.words = words
  }

  /// True where the rule is made for a status and some text in lower case.
  func fits(status: Int, text: String) -> Bool {
    (statuses.isEmpty || statuses.contains(status))
      && (words.isEmpty || words.contains { text.contains($0) })
  }

  /// The table.
  ///
  /// Exact codes come before words, and words before the bare status. Where a code is known from a
  /// provider, it is named; an unknown 429 is worth waiting for.
  static let table: [FailureRule] = [
    // Comes first, because what the model wrote stands in the answer, and may hold any word.
    FailureRule(.badGeneration, [400, 422], says: ["json_validate_failed"]),
    // Money and quota. Anthropic tells of its own limit with a 400, Google of the day's in a quota's
    // name, Bedrock and DeepSeek in words.
    FailureRule(
      .exhausted, [400, 402, 403, 429, 500],
      says: [
        "insufficient_quota", "credit_balance_exhausted", "spend_limit", "usage_limit",
        "usage limit",
        "credit balance is too low", "insufficient balance", "perday",
        "tokens per day", "requests per day", "billing_error", "servicequotaexceeded",
      ]),
    FailureRule(.exhausted, [402]),
    // In the body of a reply, where there is no status to tell.
    FailureRule(.rateLimited, [500], says: ["rate_limit_exceeded", "rate_limit_error"]),
    // One request that is larger than a whole minute's budget: OpenAI 429, Groq 413.
    FailureRule(.tooLong, [413, 429], says: ["request too large", "too large for model"]),
    // Keys. Google answers a wrong one with 400, a missing one with 403; Bedrock a wrong one with 403.
    FailureRule(.badKey, [401]),
    FailureRule(
      .badKey, [400, 403],
      says: [
        "api_key_invalid", "api key not valid", "unregistered callers", "security token",
        "request signature", "invalid api key", "access_token",
      ]),
    FailureRule(
      .filtered, [400, 403], says: ["content_filter", "content filtering", "flagged", "moderation"]),
    FailureRule(.forbidden, [400], says: ["user location", "failed_precondition"]),
    FailureRule(.forbidden, [403, 451]),
    FailureRule(
      .tooLong, [400, 413, 422, 500],
      says: [
        "context_length_exceeded", "maximum context length", "prompt is too long",
        "exceed_context_size", "exceeds the available context", "longer than the context length",
        "input token count", "too many tokens", "reduce the length",
      ]),
    FailureRule(.tooLong, [413]),
    FailureRule(.capReached, [400], says: ["model output limit was reached"]),
    FailureRule(
      .boundsRefused, [400, 404, 422, 500, 501],
      says: ["maxitems", "minitems", "maxlength", "minlength"]),
    FailureRule(
      .schemaRefused, [400, 404, 422, 500, 501],
      says: [
        "response_format", "json_schema", "json schema", "output_config.format", "output_format",
        "responsejsonschema", "response_json_schema", "response_schema", "responsemimetype",
        "outputconfig", "text.format", "invalid format", "structured output", "grammar",
        "handle the requested parameters", "too complex for compilation",
      ]),
    FailureRule(
      .unknownModel, [400, 422],
      says: [
        "invalid_model", "invalid model", "not a valid model", "model_not_found",
        "on-demand throughput", "model identifier is invalid",
      ]),
    FailureRule(.unknownModel, [404, 405, 410]),
    FailureRule(
      .badSetting, [400, 422],
      says: [
        "unsupported_parameter", "unsupported_value", "unsupported parameter", "unsupported value",
        "cannot find field", "unknown name", "extra_forbidden", "extra inputs", "field required",
        "is deprecated for this model", "not supported for this model", "does not support thinking",
        "unknown parameter", "unrecognized",
      ]),
    FailureRule(.rateLimited, [429]),
    FailureRule(.overloaded, [498, 529]),
    FailureRule(.overloaded, [503], says: ["overloaded", "busy", "capacity"]),
    FailureRule(.unavailable, [408, 409, 424, 425]),
    FailureRule(.unavailable, Set(500...599)),
    FailureRule(.rejected, Set(400...499)),
    FailureRule(.unknownModel, Set(300...399)),
  ]
}
