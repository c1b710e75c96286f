extension HTTPClient {
  /// A client on the network, over one thread that drives every transfer.
  ///
  /// It never follows a redirect and never hands on a key that the server echoes.
  package static func curl(_ options: CurlOptions) -> HTTPClient {
    let loop = EventLoop(options: options)
    // Most requests go where the last one went, and taking a URL apart is slow.
    let lastURL = Locked<String?>(nil)
    return HTTPClient { request in
      if lastURL.withLock({ $0 != request.url }) {
        try request.refuseWrongURL()
        lastURL.withLock { $0 = request.url }
      }
      try request.refuseWrongSignature()
      return try await loop.send(request).redacting(request.secrets)
    }
  }
}

extension HTTPRequest {
  fileprivate func refuseWrongURL() throws {
    guard let url = HTTPURL(url) else {
      throw HTTPError.invalidRequest("\(name) needs an absolute http or https URL")
    }
    guard !url.hasUserInfo else {
      throw HTTPError.invalidRequest("the URL of \(name) holds a user name or password")
    }
  }
}
