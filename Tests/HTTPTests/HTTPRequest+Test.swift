import HTTP

extension HTTPRequest {
  /// A GET of which the test names no more than it is about.
  static func get(
    _ url: String, headers: [HTTPHeader] = [], credential: Credential? = nil,
    limits: Limits = Limits()
  ) -> HTTPRequest {
    HTTPRequest(
      name: "test/get", method: .get, url: url, headers: headers, credential: credential,
      limits: limits)
  }

  /// A POST of which the test names no more than it is about.
  static func post(
    _ url: String, _ body: [UInt8], credential: Credential? = nil
  ) -> HTTPRequest {
    HTTPRequest(name: "test/post", method: .post(body: body), url: url, credential: credential)
  }
}

extension HTTPRequest.Credential {
  /// A key in the header where most servers want it.
  static func bearer(_ key: String) -> HTTPRequest.Credential {
    HTTPRequest.Credential(header: "Authorization", prefix: "Bearer ", secret: Secret(key))
  }
}

extension HTTPClient {
  /// A client on the network, with a thread of its own.
  static func network(certificateFile: String? = nil) -> HTTPClient {
    .curl(CurlOptions(userAgent: "tests/1", certificateFile: certificateFile))
  }
}
