package import HTTP

/// Asks a model.
///
/// One operation as a value, so that a stage takes a provider, a recording or a test's script alike.
package struct ModelClient: Sendable {
  /// The profile's name, for records.
  package let profile: String
  /// The model that is asked for, for records.
  package let model: String
  /// What a number of tokens costs in US dollars; nil where that is not known.
  package let cost: @Sendable (TokenUsage) -> Double?
  /// Sends a prompt and returns the model's reply; every request passes the meter.
  ///
  /// Throws `ModelError` where the server gave no reply, else what the client below or the meter
  /// throws.
  package let complete: @Sendable (Prompt, Meter) async throws -> ModelReply
  /// Tells whether a whole reply was in the shape that was asked for.
  package let judge: @Sendable (ModelReply, Bool) -> Void
  /// Sends nothing any more: what waits to be sent gets this error instead.
  package let shut: @Sendable (any Error) -> Void
  /// Has many prompts answered at once, later and cheaper; nil where the provider does no such thing.
  package let batches: BatchClient?

  /// Makes a client of functions.
  package init(
    profile: String, model: String,
    cost: @escaping @Sendable (TokenUsage) -> Double? = { _ in nil },
    judge: @escaping @Sendable (ModelReply, Bool) -> Void = { _, _ in },
    shut: @escaping @Sendable (any Error) -> Void = { _ in },
    batches: BatchClient? = nil,
    complete: @escaping @Sendable (Prompt, Meter) async throws -> ModelReply
  ) {
    self.profile = profile
    self.model = model
    self.cost = cost
    self.judge = judge
    self.shut = shut
    self.batches = batches
    self.complete = complete
  }

  /// A client that speaks to a server over HTTP.
  ///
  /// `http` sends each request once; retries are owned here, and nothing below retries.
  package static func remote(_ server: ModelServer, http: HTTPClient) -> ModelClient {
    let conversation = Conversation(server: server, http: http, door: Door())
    return ModelClient(
      profile: server.profile.name, model: server.profile.model,
      cost: { [prices = server.profile.prices] in prices?.cost(of: $0) },
      judge: { conversation.judge($0, isInShape: $1) }, shut: { conversation.door.shut($0) },
      batches: BatchClient(server: server, http: http),
      complete: { try await conversation.complete($0, meter: $1) })
  }
}
