import CCurl

/// One request on its way, with what has come back so far.
///
/// Lives on the loop's thread alone; libcurl hands it bytes there while the set moves.
final class Transfer {
  /// The request, and the task that waits for its answer.
  let submission: EventLoop.Submission
  /// libcurl's handle; lent by the set for the length of this transfer.
  let easy: EasyHandle
  private let headerList: HeaderList
  private var headers: [HTTPHeader] = []
  /// True once the blank line after the headers has come.
  private var hasAllHeaders = false
  /// What is left to send of the request's body.
  private var unsent: ArraySlice<UInt8> = []
  private var body: [UInt8] = []
  private var overflowed = false

  /// Sets the handle up for a request; throws `HTTPError` where the request cannot be written.
  init(_ submission: EventLoop.Submission, easy: EasyHandle, options: CurlOptions) throws {
    let request = submission.request
    self.submission = submission
    self.easy = easy
    headerList = try HeaderList(request.headerLines(userAgent: options.userAgent))
    if case .post(let body) = request.method { unsent = body[...] }
    try easy.setContext(self)
    try easy.setURL(request.url)
    try easy.setMethod(request.method, isSigned: request.signature != nil)
    try easy.setSignature(request.signature)
    // The signature covers the body, which must be known before it is sent.
    try easy.setAlone(request.isAlone || request.signature != nil)
    try easy.setHeaders(headerList)
    try easy.setTimeouts(request.limits)
    if let file = options.certificateFile { try easy.setCertificateFile(file) }
  }

  /// What the transfer came to; asked before the handle leaves the set.
  func result(_ code: ccurl_code) -> Result<HTTPResponse, any Error> {
    guard ccurl_outcome_of(code) == ccurl_ok, hasAllHeaders else { return .failure(error(code)) }
    return .success(
      HTTPResponse(status: easy.status, headers: headers, body: body, redirect: easy.redirect))
  }

  /// Why there is no answer.
  private func error(_ code: ccurl_code) -> HTTPError {
    let host = submission.request.host
    let reason = explanation(of: code)
    return switch ccurl_outcome_of(code) {
    // libcurl takes a connection that closes within the headers for the end of the answer.
    case ccurl_ok: .connectionLost(host: host, reason: "the headers are incomplete")
    case ccurl_malformed_url:
      .invalidRequest("the URL of \(submission.request.name) is malformed")
    case ccurl_aborted where overflowed:
      .bodyTooLarge(host: host, limit: submission.request.limits.bodyBytes)
    case ccurl_timed_out: .timedOut(host: host, reason: reason)
    case ccurl_name_not_found: .nameNotFound(host: host, reason: reason)
    case ccurl_unreachable: .unreachable(host: host, reason: reason)
    case ccurl_tls_failed: .tlsFailed(host: host, reason: reason)
    default: .connectionLost(host: host, reason: reason)
    }
  }

  /// The next piece of the request's body; each is given once.
  func nextPiece(atMost count: Int) -> ArraySlice<UInt8> {
    let piece = unsent.prefix(count)
    unsent = unsent.dropFirst(count)
    return piece
  }

  /// Takes a piece of body; false once the request's limit is passed.
  func take(body piece: [UInt8]) -> Bool {
    guard body.count + piece.count <= submission.request.limits.bodyBytes else {
      overflowed = true
      return false
    }
    body += piece
    return true
  }

  /// Takes one header line; a status line begins the headers anew, as after a `100 Continue`.
  func take(headerLine line: String) {
    if line.hasPrefix("HTTP/") {
      headers.removeAll(keepingCapacity: true)
      hasAllHeaders = false
    } else if let header = HTTPHeader(line: line) {
      headers.append(header)
    } else if line.trimmingHTTPSpace().isEmpty {
      hasAllHeaders = true
    }
  }
}

extension HTTPRequest {
  /// The header lines in libcurl's form; throws where one would break out of its line.
  fileprivate func headerLines(userAgent: String) throws -> [String] {
    var fields = headers
    if fields["user-agent"] == nil { fields.append(HTTPHeader("User-Agent", userAgent)) }
    if let credential {
      fields.append(HTTPHeader(credential.header, credential.prefix + credential.secret.value))
    }
    if let token = signature?.sessionToken {
      fields.append(HTTPHeader("X-Amz-Security-Token", token.value))
    }
    for field in fields {
      let breaks = (field.name + field.value).utf8.contains { $0 < 0x20 || $0 == 0x7F }
      guard !breaks, !field.name.isEmpty else {
        throw HTTPError.invalidRequest("the header '\(field.name)' holds a control character")
      }
    }
    // curl drops a header that ends in a colon; a semicolon there means an empty value.
    let lines = fields.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
    // Without the last one, large bodies wait for a go-ahead that many servers never give. But libcurl
    // would sign it as if it were sent.
    return signature == nil ? lines + ["Expect:"] : lines
  }
}
