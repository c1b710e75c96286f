package import HTTP

/// One way to reach one model, as `digest.json` and the environment describe it.
package struct ModelProfile: Sendable, Equatable {
  /// The name of the profile, such as `openai`.
  package var name: String
  /// The dialect that the server speaks.
  package var kind: ModelKind
  /// The model's name as the server knows it.
  package var model: String
  /// What stands before the dialect's own path, such as `https://api.openai.com/v1`.
  package var baseURL: String
  /// The key; nil for servers that want none.
  package var key: Secret?
  /// Bounds on a request and its answer.
  package var limits: Limits
  /// Randomness of the answer; left out of the request where nil, because many models refuse it.
  package var temperature: Double?
  /// How much the model may think first, in the provider's own words; left out where nil.
  package var reasoningEffort: String?
  /// What a million tokens cost; nil where nobody said.
  package var prices: Prices?

  /// Bounds on a request and its answer.
  package struct Limits: Sendable, Equatable {
    /// Tokens that the model may write, hidden reasoning included.
    package var outputTokens = 4000
    /// The field that carries `outputTokens`; older and compatible servers want `max_tokens`.
    package var outputTokensField = "max_completion_tokens"
    /// Seconds for one request.
    package var timeoutSeconds = 180.0
    /// Requests for one answer, the first one included.
    package var attempts = 4
    /// The longest first wait between two of them; it doubles.
    package var backoffSeconds = 1.0

    /// Takes the defaults.
    package init() {}
  }

  /// US dollars for a million tokens.
  package struct Prices: Sendable, Equatable {
    /// Tokens read.
    package var input: Double
    /// Tokens read from the provider's cache.
    package var cachedInput: Double
    /// Tokens written.
    package var output: Double

    /// Sets the three prices.
    package init(input: Double, cachedInput: Double, output: Double) {
      self.input = input
      self.cachedInput = cachedInput
      self.output = output
    }

    /// What a number of tokens costs in US dollars.
    package func cost(of usage: TokenUsage) -> Double {
      let fresh = Double(usage.inputTokens - usage.cachedTokens) * input
      let cached = Double(usage.cachedTokens) * cachedInput
      return (fresh + cached + Double(usage.outputTokens) * output) / 1_000_000
    }
  }

  /// Describes a profile.
  package init(
    name: String, kind: ModelKind, model: String, baseURL: String, key: Secret? = nil,
    limits: Limits = Limits(), temperature: Double? = nil, reasoningEffort: String? = nil,
    prices: Prices? = nil
  ) {
    self.name = name
    self.kind = kind
    self.model = model
    self.baseURL = baseURL
    self.key = key
    self.limits = limits
    self.temperature = temperature
    self.reasoningEffort = reasoningEffort
    self.prices = prices
  }
}
