extension ModelProfile {
  /// Bounds on a request and its answer.
  package struct Limits: Sendable, Equatable {
    /// Tokens that the model may write, hidden reasoning included.
    package var outputTokens = 4000
    /// The field that carries `outputTokens` in Chat Completions; compatible servers want
    /// `max_tokens`.
    package var outputTokensField = "max_completion_tokens"
    /// Tokens of prompt and answer that an Ollama server makes room for.
    package var contextTokens = 16_384
    /// Seconds for one request.
    package var timeoutSeconds = 180.0
    /// Seconds for one answer from the first failure on, with all attempts and waits.
    package var deadlineSeconds = 900.0
    /// Requests for one answer, the first one included; see `Attempts` for what each failure gets.
    package var attempts = 6
    /// The longest first wait between two of them; it doubles.
    package var backoffSeconds = 1.0
    /// Requests that the provider takes in a minute; learned from its headers where nil.
    package var requestsPerMinute: Double?
    /// Tokens that the provider takes in a minute; learned from its headers where nil.
    package var tokensPerMinute: Double?
    /// Questions in one batch; as many as the provider takes where nil.
    package var batchRequests: Int?
    /// Seconds between two looks at a batch that is under way.
    package var batchPollSeconds = 60.0
    /// Seconds for which a provider may seem not to know a batch.
    package var batchGraceSeconds = 600.0
    /// Machines that share what the provider takes in a minute; each takes its part of it.
    package var machines = 1

    /// Takes the defaults.
    package init() {}

    /// This machine's part of the requests in a minute; nil where they are learned.
    var ownRequestsPerMinute: Double? { requestsPerMinute.map { $0 / Double(machines) } }
    /// This machine's part of the tokens in a minute; nil where they are learned.
    package var ownTokensPerMinute: Double? { tokensPerMinute.map { $0 / Double(machines) } }
  }
}
