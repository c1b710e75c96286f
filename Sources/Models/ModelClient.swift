package import HTTP

/// Asks a model.
///
/// One operation as a value, so that a stage takes a provider, a recording or a test's script alike.
package struct ModelClient: Sendable {
  /// The profile's name, for records.
  package let profile: String
  /// The model that is asked for, for records.
  package let model: String
  /// What a number of tokens costs in US dollars; nil where nobody said.
  package let cost: @Sendable (TokenUsage) -> Double?
  /// Sends a prompt and returns the model's reply.
  ///
  /// Throws `ModelError` where the server gave no reply, else what the client below throws.
  package let complete: @Sendable (Prompt) async throws -> ModelReply

  /// Sends nothing any more: what waits to be sent gets this error instead.
  package let shut: @Sendable (any Error) -> Void

  /// Makes a client of a function.
  package init(
    profile: String, model: String,
    cost: @escaping @Sendable (TokenUsage) -> Double? = { _ in nil },
    shut: @escaping @Sendable (any Error) -> Void = { _ in },
    complete: @escaping @Sendable (Prompt) async throws -> ModelReply
  ) {
    self.profile = profile
    self.model = model
    self.cost = cost
    self.shut = shut
    self.complete = complete
  }

  /// A client that speaks a profile's dialect over HTTP.
  ///
  /// Retries are the business of `http`, which has `door` at its far end.
  package static func remote(
    _ profile: ModelProfile, http: HTTPClient, door: Door = Door()
  ) -> ModelClient {
    let dialect = profile.kind.dialect
    return ModelClient(
      profile: profile.name, model: profile.model,
      cost: { profile.prices?.cost(of: $0) }, shut: { door.shut($0) }
    ) { prompt in
      let response = try await http.send(dialect.request(prompt, profile))
      return try dialect.reply(response)
    }
  }

  /// When a request to a model is sent again.
  package static func retryPolicy(_ profile: ModelProfile) -> RetryPolicy {
    RetryPolicy(
      attempts: profile.limits.attempts, base: .seconds(profile.limits.backoffSeconds)
    ) { response in
      RetryPolicy.isTransient(response) && !ModelError.isExhausted(response)
    }
  }
}
