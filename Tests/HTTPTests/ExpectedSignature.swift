import HTTP

/// Amazon's signature by the book (AWS Signature Version 4), to hold libcurl's against.
struct ExpectedSignature {
  /// The keys.
  let keys: HTTPRequest.Signature
  /// The verb, such as `GET`.
  let method: String
  /// The path as it is sent, without a query.
  let path: String
  /// The headers by their names in lower case.
  let headers: [String: String]
  /// The body.
  let body: [UInt8]

  /// The value of the `Authorization` header that signs the headers of these names.
  func authorization(signing names: [String]) -> String {
    let list = names.sorted().joined(separator: ";")
    let lines = names.sorted().map { "\($0):\(headers[$0] ?? "")\n" }.joined()
    let canonical = [method, escapedPath, "", lines, list, SHA256.hash(body).hex]
    let time = headers["x-amz-date"] ?? ""
    let scope = [String(time.prefix(8)), keys.region, keys.service, "aws4_request"]
    let place = scope.joined(separator: "/")
    let hash = SHA256.hash(Array(canonical.joined(separator: "\n").utf8)).hex
    let key = scope.reduce(Array("AWS4\(keys.secretKey.value)".utf8)) {
      SHA256.hmac(Array($1.utf8), key: $0)
    }
    let text = ["AWS4-HMAC-SHA256", time, place, hash].joined(separator: "\n")
    return "AWS4-HMAC-SHA256 Credential=\(keys.accessKeyID)/\(place), SignedHeaders=\(list), "
      + "Signature=\(SHA256.hmac(Array(text.utf8), key: key).hex)"
  }

  private var escapedPath: String {
    let plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8
    return path.utf8.map { byte in
      plain.contains(byte) ? String(UnicodeScalar(byte)) : "%" + [byte].hex.uppercased()
    }.joined()
  }
}
