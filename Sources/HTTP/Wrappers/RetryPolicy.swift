/// When a request is sent again, and when no more.
package struct RetryPolicy: Sendable {
  /// Tells how to go on after what came of a request; nil where it would come again.
  package var backoff: @Sendable (Result<HTTPResponse, HTTPError>) -> Backoff?
  /// The longest wait that a server can ask for; beyond it the request fails instead.
  package var patience: Duration
  /// All waits for one request together.
  package var deadline: Duration

  /// The longest wait that a run makes at a server's word, unless told otherwise.
  package static let longestWait = Duration.seconds(120)

  /// Sends again what may pass, with the same waits for everything, unless told otherwise.
  package init(
    patience: Duration = RetryPolicy.longestWait, deadline: Duration = .seconds(1200),
    backoff: @escaping @Sendable (Result<HTTPResponse, HTTPError>) -> Backoff? = { outcome in
      RetryPolicy.isTransient(outcome) ? Backoff() : nil
    }
  ) {
    self.patience = patience
    self.deadline = deadline
    self.backoff = backoff
  }

  /// True for 408, 429 and every 5xx, and for a connection that failed for a passing reason.
  @Sendable package static func isTransient(_ outcome: Result<HTTPResponse, HTTPError>) -> Bool {
    switch outcome {
    case .success(let response):
      response.status == 408 || response.status == 429 || (500..<600).contains(response.status)
    case .failure(let error): error.isTransient
    }
  }
}
