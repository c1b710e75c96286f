import HTTP

extension Dialect {
  /// A POST of JSON, as every dialect sends, with what the profile lays over it.
  static func post(
    _ body: JSON, to path: String, prompt: Prompt, profile: ModelProfile
  ) throws -> HTTPRequest {
    profile.request(
      prompt.name, .post(body: try body.merging(profile.extraBody).bytes()), to: path,
      limits: HTTPRequest.Limits(
        total: .seconds(profile.limits.timeoutSeconds), bodyBytes: 8 << 20))
  }
}

extension ModelProfile {
  /// A request with what every one to this server carries: the dialect's headers, the profile's, and
  /// the key.
  ///
  /// A body is JSON unless another type is named; the key goes into the dialect's header unless the
  /// profile names another, and one in `Authorization` is a bearer token.
  func request(
    _ name: String, _ method: HTTPRequest.Method, to path: String, query: String = "",
    contentType: String = "application/json", limits: HTTPRequest.Limits
  ) -> HTTPRequest {
    let type = HTTPHeader("Content-Type", contentType)
    var request = HTTPRequest(
      name: "\(kind.rawValue)/\(name)", method: method, url: address(path, query: query),
      headers: (method == .get ? [] : [type]) + [HTTPHeader("Accept", "application/json")]
        + kind.ownHeaders + extraHeaders,
      limits: limits)
    switch access {
    case .open: break
    case .key(let secret, let header):
      let name = header ?? kind.keyHeader
      request.credential = HTTPRequest.Credential(
        header: name, prefix: name.lowercased() == "authorization" ? "Bearer " : "",
        secret: secret)
    case .signature(let signature): request.signature = signature
    }
    return request
  }
}

extension ModelKind {
  /// The header that carries the key where the profile names no other.
  fileprivate var keyHeader: String {
    switch self {
    case .anthropic: "x-api-key"
    case .gemini: "x-goog-api-key"
    case .openAIChat, .openAIResponses, .ollama, .bedrock: "Authorization"
    }
  }

  /// The headers without which the provider takes no request.
  fileprivate var ownHeaders: [HTTPHeader] {
    self == .anthropic ? [HTTPHeader("anthropic-version", "2023-06-01")] : []
  }
}

extension ModelProfile {
  /// The base URL with a path behind it; a query such as Azure's `api-version` stays at the end, behind
  /// the path's own.
  func address(_ path: String, query: String = "") -> String {
    let parts = baseURL.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var base = String(parts.first ?? "")
    while base.hasSuffix("/") { base.removeLast() }
    let queries = [query] + parts.dropFirst().map(String.init)
    let all = queries.filter { !$0.isEmpty }.joined(separator: "&")
    return base + path + (all.isEmpty ? "" : "?\(all)")
  }

  /// What has to stand between the base URL and a path, for bases with and without a version.
  func version(_ version: String) -> String {
    let base = baseURL.prefix { $0 != "?" }
    let last = base.split(separator: "/").last ?? ""
    // A host such as `v1.example` is no version.
    let isVersion = last == version || last.wholeMatch(of: /v[0-9]+[a-z0-9]*/) != nil
    return isVersion ? "" : "/\(version)"
  }
}
