import Foundation

extension HTTPClient {
  /// Sends a request again where another attempt may help; nothing below retries.
  ///
  /// The server's own delay is never cut short. What came of the last attempt is returned or thrown as
  /// it is. `onWait` hears of each wait before it begins, and `onEnd` of the one that would have come
  /// next. Throws `HTTPError.waitTooLong` when the server asks for more than the policy's patience.
  package func retrying(
    _ policy: RetryPolicy, timing: Timing = .system,
    onWait: @escaping @Sendable (RetryWait) -> Void = { _ in },
    onEnd: @escaping @Sendable (RetryWait) -> Void = { _ in }
  ) -> HTTPClient {
    HTTPClient { request in
      var failures: [Backoff: Int] = [:]
      var waited = Duration.zero
      while true {
        let outcome: Result<HTTPResponse, HTTPError>
        do { outcome = .success(try await self.send(request)) } catch let error as HTTPError {
          outcome = .failure(error)
        }
        guard let backoff = policy.backoff(outcome) else { return try outcome.get() }
        failures[backoff, default: 0] += 1
        let attempt = failures[backoff, default: 0]
        let ours = backoff.wait(after: attempt, random: timing.random())
        var wait = RetryWait(name: request.name, reason: outcome.reason(request), duration: ours)
        guard attempt < backoff.attempts else {
          onEnd(wait)
          return try outcome.get()
        }
        if let asked = outcome.retryAfter(now: timing.date()) {
          // A little more than asked, so that waiting lanes do not all return in the same instant.
          wait.duration = asked + ours * 0.1
          guard asked <= policy.patience else {
            onEnd(wait)
            throw HTTPError.waitTooLong(
              host: request.host, seconds: Int(asked.components.seconds))
          }
        }
        waited += wait.duration
        guard waited <= policy.deadline else {
          onEnd(wait)
          return try outcome.get()
        }
        onWait(wait)
        try await timing.sleep(wait.duration)
      }
    }
  }
}

/// A wait before a request is sent again.
package struct RetryWait: Sendable, Equatable {
  /// The request's name.
  package let name: String
  /// What happened, in one sentence.
  package let reason: String
  /// How long the wait is.
  package var duration: Duration
}

extension Result<HTTPResponse, HTTPError> {
  /// How long the server asks to be left alone; nil where it says nothing.
  fileprivate func retryAfter(now: Date) -> Duration? {
    guard case .success(let response) = self else { return nil }
    return response.retryAfter(now: now)
  }

  /// What happened, in one sentence.
  fileprivate func reason(_ request: HTTPRequest) -> String {
    switch self {
    case .success(let response) where response.status == 200:
      "\(request.host) answered with no page"
    case .success(let response): "\(request.host) answered with status \(response.status)"
    case .failure(let error): "\(error)"
    }
  }
}
