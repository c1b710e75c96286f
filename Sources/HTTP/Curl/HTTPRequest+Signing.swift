extension HTTPRequest {
  /// Throws where libcurl would give a signed request a signature that Amazon does not accept.
  package func refuseWrongSignature(by libcurl: CurlVersion = .running) throws {
    guard let signature else { return }
    guard credential == nil, headers["authorization"] == nil else {
      throw HTTPError.invalidRequest("\(name) carries a key beside its signature")
    }
    // They stand between slashes and colons, and another one of those would change what is signed.
    let scope = [signature.accessKeyID, signature.region, signature.service]
    guard scope.allSatisfy({ !$0.isEmpty && $0.isUnreserved }) else {
      throw HTTPError.invalidRequest(
        "the access key id, region or service of \(name) is not of letters, digits and -._~")
    }
    guard !url.contains("?"), hasSignableHeaders else {
      throw HTTPError.invalidRequest(
        "libcurl cannot sign \(name), because it has a query, an empty header or two whose names "
          + "begin alike")
    }
    let path = HTTPURL(url)?.path ?? ""
    guard libcurl.signs(path: path) else {
      throw HTTPError.invalidRequest(
        "libcurl \(libcurl) would sign the path \(path) wrongly, because it holds more than letters, "
          + "digits and -._~; use a model or inference profile id without ':', a Bedrock API key as "
          + "bearer token, or libcurl \(CurlVersion.signingEveryPath) or newer")
    }
  }

  /// False where libcurl would sign the headers in another order or form than they are sent in.
  ///
  /// It sorts whole lines where Amazon sorts names, so that `accept:` comes after `accept-language:`.
  private var hasSignableHeaders: Bool {
    let names = headers.map { $0.name.lowercased() }.sorted()
    return !zip(names, names.dropFirst()).contains { $1.hasPrefix($0) }
      && !headers.contains { $0.value.isEmpty }
  }
}
