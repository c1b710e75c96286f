package import HTTP

/// One way to reach one model, as `digest.json` and the environment describe it.
package struct ModelProfile: Sendable, Equatable {
  /// The name of the profile, such as `openai`.
  package var name: String
  /// The dialect that the server speaks.
  package var kind: ModelKind
  /// The model's name as the server knows it.
  package var model: String
  /// What stands before the dialect's own path, such as `https://api.openai.com/v1`; a query stays
  /// at the end.
  package var baseURL: String
  /// What the server knows us by.
  package var access: Access
  /// Bounds on a request and its answer.
  package var limits: Limits
  /// Randomness of the answer; left out of the request where nil, because many models refuse it.
  package var temperature: Double?
  /// How much the model may think first, in the provider's own words; left out where nil.
  package var reasoningEffort: String?
  /// The way of asking for JSON to begin with.
  package var format: ReplyFormat
  /// True where the end of the instructions is marked for the provider's cache.
  package var marksCache: Bool
  /// Headers that the server wants beside the dialect's own.
  package var extraHeaders: [HTTPHeader]
  /// Laid over the request's body last, as a JSON merge patch (RFC 7396).
  package var extraBody: JSON
  /// What a million tokens cost; nil where nobody said.
  package var prices: Prices?

  /// What a server knows us by.
  package enum Access: Sendable, Equatable {
    /// Nothing: the server is open.
    case open
    /// A key; `header` is the dialect's own where nil.
    case key(Secret, header: String? = nil)
    /// Amazon's signature; the region comes from it.
    case signature(HTTPRequest.Signature)
  }

  /// Describes a profile with the limits and the way of asking that its dialect begins with.
  package init(
    name: String, kind: ModelKind, model: String, baseURL: String, access: Access = .open,
    limits: Limits = Limits(), temperature: Double? = nil, reasoningEffort: String? = nil,
    format: ReplyFormat = .boundedSchema, marksCache: Bool? = nil,
    extraHeaders: [HTTPHeader] = [], extraBody: JSON = [:], prices: Prices? = nil
  ) {
    self.name = name
    self.kind = kind
    self.model = model
    self.baseURL = baseURL
    self.access = access
    self.limits = limits
    self.temperature = temperature
    self.reasoningEffort = reasoningEffort
    self.format = format
    // Anthropic caches nothing without the mark, and takes it from every model.
    self.marksCache = marksCache ?? (kind == .anthropic)
    self.extraHeaders = extraHeaders
    self.extraBody = extraBody
    self.prices = prices
  }
}
