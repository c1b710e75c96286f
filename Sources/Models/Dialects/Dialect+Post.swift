import HTTP

extension Dialect {
  /// A POST of JSON, as every dialect sends, with what the profile lays over it.
  ///
  /// `keyHeader` is the header that carries the key where the profile names no other; a key in
  /// `Authorization` is a bearer token.
  static func post(
    _ body: JSON, to path: String, prompt: Prompt, profile: ModelProfile,
    keyHeader: String = "Authorization", headers: [HTTPHeader] = []
  ) throws -> HTTPRequest {
    var request = HTTPRequest(
      name: "\(profile.kind.rawValue)/\(prompt.name)",
      method: .post(body: try body.merging(profile.extraBody).bytes()),
      url: profile.address(path),
      headers: [
        HTTPHeader("Content-Type", "application/json"), HTTPHeader("Accept", "application/json"),
      ] + headers + profile.extraHeaders,
      limits: HTTPRequest.Limits(
        total: .seconds(profile.limits.timeoutSeconds), bodyBytes: 8 << 20))
    switch profile.access {
    case .open: break
    case .key(let secret, let header):
      let name = header ?? keyHeader
      request.credential = HTTPRequest.Credential(
        header: name, prefix: name.lowercased() == "authorization" ? "Bearer " : "",
        secret: secret)
    case .signature(let signature): request.signature = signature
    }
    return request
  }
}

extension ModelProfile {
  /// The base URL with a path behind it; a query such as Azure's `api-version` stays at the end.
  func address(_ path: String) -> String {
    let parts = baseURL.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var base = String(parts.first ?? "")
    while base.hasSuffix("/") { base.removeLast() }
    return base + path + (parts.count == 2 ? "?\(parts[1])" : "")
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
