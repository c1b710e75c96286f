import Models

/// One way to reach one model, as it stands in `digest.json`.
struct ProfileEntry: StrictlyDecodable {
  /// The dialect, such as `openai-chat`.
  let kind: String
  /// The model's name as the server knows it.
  let model: String
  /// What stands before the dialect's own path.
  let baseURL: String
  /// False for servers that want no key; true where left out.
  let needsKey: Bool?
  /// The environment variable with the key; the dialect's own where left out.
  let keyVariable: String?
  /// The header that carries the key; the dialect's own where left out.
  let keyHeader: String?
  /// Randomness; not sent where left out.
  let temperature: Double?
  /// How much the model may think, in the provider's words; not sent where left out.
  let reasoningEffort: String?
  /// How JSON is asked for to begin with: `json_schema`, `json_object` or `prompt`.
  let structuredOutput: String?
  /// True where the end of the instructions is marked for the provider's cache.
  let marksCache: Bool?
  /// Headers that the server wants beside the dialect's own.
  let extraHeaders: [String: String]?
  /// Laid over the request's body; a null takes a field away.
  let extraBody: JSON?
  /// Profiles that are asked about a paper that this one refuses or cannot take.
  let fallbacks: [String]?
  /// Bounds on a request and its answer.
  let limits: Strict<LimitsEntry>?
  /// What tokens cost; the cost is unknown where left out.
  let prices: Strict<PricesEntry>?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case kind, model, baseURL, needsKey, keyVariable, keyHeader, temperature, reasoningEffort
    case structuredOutput, marksCache, extraHeaders, extraBody, fallbacks, limits, prices
  }
}

/// Bounds on a request and its answer, as they stand in `digest.json`.
struct LimitsEntry: StrictlyDecodable {
  /// Tokens that the model may write.
  let outputTokens: Int?
  /// The field that carries `outputTokens`.
  let outputTokensField: String?
  /// Tokens of prompt and answer that an Ollama server makes room for.
  let contextTokens: Int?
  /// Seconds for one request.
  let timeoutSeconds: Double?
  /// Seconds for one answer, all attempts included.
  let deadlineSeconds: Double?
  /// Requests for one answer.
  let attempts: Int?
  /// The longest first wait between two of them.
  let backoffSeconds: Double?
  /// Requests that the provider takes in a minute.
  let requestsPerMinute: Double?
  /// Tokens that the provider takes in a minute.
  let tokensPerMinute: Double?
  /// Questions in one batch.
  let batchRequests: Int?
  /// Seconds between two looks at a batch.
  let batchPollSeconds: Double?
  /// Seconds for which a provider may seem not to know a batch.
  let batchGraceSeconds: Double?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case outputTokens, outputTokensField, contextTokens, timeoutSeconds, deadlineSeconds, attempts
    case backoffSeconds, requestsPerMinute, tokensPerMinute, batchRequests
    case batchPollSeconds, batchGraceSeconds
  }
}

/// US dollars for a million tokens, on a day.
struct PricesEntry: StrictlyDecodable {
  /// The day on which the prices were true.
  let asOf: String
  /// A million tokens read.
  let input: Double
  /// A million tokens read from the cache; as `input` where left out.
  let cachedInput: Double?
  /// A million tokens written to the cache; as `input` where left out.
  let cacheWrite: Double?
  /// A million tokens written.
  let output: Double

  enum CodingKeys: String, CodingKey, CaseIterable {
    case asOf, input, cachedInput, cacheWrite, output
  }
}
