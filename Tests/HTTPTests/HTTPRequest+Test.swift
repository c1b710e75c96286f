import HTTP

extension HTTPRequest {
  /// A GET of which the test names no more than it is about.
  static func get(
    _ url: String, headers: [HTTPHeader] = [], credential: Credential? = nil,
    signature: Signature? = nil, limits: Limits = Limits()
  ) -> HTTPRequest {
    HTTPRequest(
      name: "test/get", method: .get, url: url, headers: headers, credential: credential,
      signature: signature, limits: limits)
  }

  /// A POST of which the test names no more than it is about.
  static func post(
    _ url: String, _ body: [UInt8], headers: [HTTPHeader] = [], credential: Credential? = nil,
    signature: Signature? = nil
  ) -> HTTPRequest {
    HTTPRequest(
      name: "test/post", method: .post(body: body), url: url, headers: headers,
      credential: credential, signature: signature)
  }
}

extension HTTPRequest.Credential {
  /// A key in the header where most servers want it.
  static func bearer(_ key: String) -> HTTPRequest.Credential {
    HTTPRequest.Credential(header: "Authorization", prefix: "Bearer ", secret: Secret(key))
  }
}

extension HTTPRequest.Signature {
  /// Keys with every character that such keys have, and a colon, which separates user and password.
  static let test = HTTPRequest.Signature.test()

  /// The same, with a token where there is one.
  static func test(token: String? = nil) -> HTTPRequest.Signature {
    HTTPRequest.Signature(
      accessKeyID: "AKIDEXAMPLE", secretKey: Secret("wJalr:XUtn/FEMI+K7MDENG=Secret"),
      sessionToken: token.map { Secret($0) }, region: "eu-central-1", service: "bedrock")
  }
}

extension HTTPClient {
  /// A client on the network, with a thread of its own.
  static func network(certificateFile: String? = nil) -> HTTPClient {
    .curl(CurlOptions(userAgent: "tests/1", certificateFile: certificateFile))
  }
}
