extension HTTPClient {
  /// Follows redirects that lead nowhere new.
  ///
  /// A GET without a key goes on to the same host and port, or from http to https of that host. A POST is never
  /// sent twice, a request with a key stays where it was sent, and another host is refused.
  package func followingRedirects(atMost limit: Int = 3) -> HTTPClient {
    HTTPClient { request in
      var request = request
      var followed = 0
      while true {
        let response = try await self.send(request)
        guard (300..<400).contains(response.status), let target = response.redirect else {
          return response
        }
        try request.refuseUnsafeRedirect(to: target)
        guard followed < limit else {
          throw request.refusal(to: target, "it has led on \(limit) times already")
        }
        followed += 1
        request.url = target
      }
    }
  }
}

extension HTTPRequest {
  fileprivate func refuseUnsafeRedirect(to target: String) throws {
    guard case .get = method else { throw refusal(to: target, "a POST is not sent twice") }
    guard secrets.isEmpty else {
      throw refusal(to: target, "a request with a key stays with the host it was meant for")
    }
    guard let from = HTTPURL(url), let to = HTTPURL(target) else {
      throw refusal(to: target, "only http and https are followed")
    }
    guard from.host == to.host else { throw refusal(to: target, "that is another host") }
    if from.scheme == "http", from.port == 80, to.scheme == "https", to.port == 443 { return }
    guard from.scheme == to.scheme else {
      throw refusal(to: target, "it would leave \(from.scheme)")
    }
    guard from.port == to.port else { throw refusal(to: target, "that is another port") }
  }

  fileprivate func refusal(to target: String, _ reason: String) -> HTTPError {
    .redirectRefused(
      from: HTTPURL(url)?.withoutQuery ?? host,
      to: HTTPURL(target)?.withoutQuery ?? "an address that is not http",
      reason: reason)
  }
}
