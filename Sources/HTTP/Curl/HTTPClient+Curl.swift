extension HTTPClient {
  /// A client on the network, over one thread that drives every transfer.
  ///
  /// It never follows a redirect and never hands on a key that the server echoes.
  package static func curl(_ options: CurlOptions) -> HTTPClient {
    let loop = EventLoop(options: options)
    return HTTPClient { request in
      guard let url = HTTPURL(request.url) else {
        throw HTTPError.invalidRequest("\(request.name) needs an absolute http or https URL")
      }
      guard !url.hasUserInfo else {
        throw HTTPError.invalidRequest("the URL of \(request.name) holds a user name or password")
      }
      try request.refuseWrongSignature()
      return try await loop.send(request).redacting(request.secrets)
    }
  }
}
