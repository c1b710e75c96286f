import Foundation

extension HTTPClient {
  /// Sends a request again where another attempt may help, as its status tells; nothing below
  /// retries.
  ///
  /// The server's own delay is never cut short. The answer of the last attempt is returned as it
  /// is. `onWait` hears of each wait before it begins. Throws `HTTPError.waitTooLong` when the server
  /// asks for more than the policy's patience.
  package func retrying(
    _ policy: RetryPolicy, timing: Timing = .system,
    onWait: @escaping @Sendable (RetryWait) -> Void = { _ in }
  ) -> HTTPClient {
    HTTPClient { request in
      for attempt in 1..<max(1, policy.attempts) {
        let wait: Duration
        let reason: String
        do {
          let response = try await self.send(request)
          guard policy.shouldRetry(response) else { return response }
          wait = try policy.wait(after: response, to: request, attempt: attempt, timing: timing)
          reason = "\(request.host) answered with status \(response.status)"
        } catch let error as HTTPError where error.isTransient {
          wait = policy.backoff(attempt: attempt, random: timing.random())
          reason = "\(error)"
        }
        onWait(RetryWait(name: request.name, reason: reason, duration: wait))
        try await timing.sleep(wait)
      }
      return try await self.send(request)
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
  package let duration: Duration
}

extension RetryPolicy {
  fileprivate func wait(
    after response: HTTPResponse, to request: HTTPRequest, attempt: Int, timing: Timing
  ) throws -> Duration {
    let ours = backoff(attempt: attempt, random: timing.random())
    guard let asked = response.retryAfter(now: timing.date()) else { return ours }
    guard asked <= patience else {
      throw HTTPError.waitTooLong(host: request.host, seconds: Int(asked.components.seconds))
    }
    // A little more than asked, so that waiting lanes do not all return in the same instant.
    return asked + ours * 0.1
  }
}
