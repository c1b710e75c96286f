import CCurl
package import Foundation

/// When a request is sent again, and how long to wait before.
package struct RetryPolicy: Sendable {
  /// Requests sent in all, the first one included.
  package var attempts: Int
  /// The longest first wait; it doubles with each attempt.
  package var base: Duration
  /// The longest wait that we choose ourselves.
  package var cap: Duration
  /// The longest wait that a server can ask for; beyond it the request fails instead.
  package var patience: Duration
  /// Tells whether an answer is worth another attempt.
  package var shouldRetry: @Sendable (HTTPResponse) -> Bool

  /// The longest wait that a run makes at a server's word, unless told otherwise.
  package static let longestWait = Duration.seconds(120)

  /// Makes four attempts over some seconds, unless told otherwise.
  package init(
    attempts: Int = 4, base: Duration = .seconds(1), cap: Duration = .seconds(60),
    patience: Duration = RetryPolicy.longestWait,
    shouldRetry: @escaping @Sendable (HTTPResponse) -> Bool = RetryPolicy.isTransient
  ) {
    self.attempts = attempts
    self.base = base
    self.cap = cap
    self.patience = patience
    self.shouldRetry = shouldRetry
  }

  /// True for 408, 429 and every 5xx.
  @Sendable package static func isTransient(_ response: HTTPResponse) -> Bool {
    response.status == 408 || response.status == 429 || (500..<600).contains(response.status)
  }

  /// A random share of a wait that doubles with each attempt, so that lanes do not come back as one.
  package func backoff(attempt: Int, random: Double) -> Duration {
    let ceiling = min(cap, base * (1 << min(attempt - 1, 20)))
    return ceiling * random
  }
}

extension HTTPResponse {
  /// How long the server asks to be left alone; nil where it says nothing that can be read.
  ///
  /// `retry-after-ms` comes first (OpenAI's and Azure's own), then `Retry-After` in seconds or as a
  /// date (RFC 9110, section 10.2.3). Negative values mean no wait.
  package func retryAfter(now: Date) -> Duration? {
    if let text = headers["retry-after-ms"], let value = Double(text), value.isFinite {
      return .milliseconds(Int(min(max(0, value), 1e12)))
    }
    guard let text = headers["retry-after"] else { return nil }
    if let value = Double(text) {
      return value.isFinite ? .milliseconds(Int(min(max(0, value), 1e9) * 1000)) : nil
    }
    let date = unsafe ccurl_date(text)
    guard date >= 0 else { return nil }
    return .seconds(max(0, date - Int(now.timeIntervalSince1970)))
  }
}
