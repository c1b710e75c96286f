package import HTTP

/// What arXiv asks of those who ask it, and how long to leave it alone when it refuses.
///
/// Every wait that we choose is a multiple of the interval, so that one setting makes all longer.
package enum Politeness {
  /// Time between two requests.
  ///
  /// The terms of use allow "one request every three seconds" on a single connection, over the search
  /// and the harvesting interface together: https://info.arxiv.org/help/api/tou.html.
  package static let interval: Duration = .seconds(3)

  /// When a request to arXiv is sent again; it has answers that look well and are not.
  ///
  /// `kind` says what an answer is.
  package static func retries(
    interval: Duration = interval, _ kind: @escaping @Sendable (HTTPResponse) -> AnswerKind
  ) -> RetryPolicy {
    RetryPolicy(patience: .seconds(600), deadline: interval * 400) { outcome in
      switch outcome {
      case .success(let response): backoff(for: kind(response), interval)
      case .failure(let error): error.isTransient ? backoff(for: .unavailable, interval) : nil
      }
    }
  }

  private static func backoff(for kind: AnswerKind, _ interval: Duration) -> Backoff? {
    let (attempts, base) =
      switch kind {
      case .page, .final: (1, 0)
      // From one minute to eight; it is sent to those who keep the pace as well, for load.
      case .busy: (5, 20)
      // From six seconds to three minutes.
      case .unavailable: (7, 2)
      // From six seconds to half a minute: what is no page four times is none.
      case .incomplete: (4, 2)
      }
    guard attempts > 1 else { return nil }
    return Backoff(
      attempts: attempts, base: interval * base, cap: interval * 200, spread: 1...1.25)
  }
}
