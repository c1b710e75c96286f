import CCurl

/// A handle of libcurl with the request that it carries, and what has come back so far.
///
/// It carries one request after the other, and each changes only what differs from the last. Lives on
/// the loop's thread alone; libcurl hands it bytes there while the set moves.
final class Transfer {
  /// libcurl's handle.
  let easy: EasyHandle
  /// The request, and the task that waits for its answer; nil before the first and between two.
  private(set) var submission: EventLoop.Submission?
  /// Where the set has this transfer among those under way.
  var place = 0

  /// What the handle was last set to.
  private var headerList: HeaderList?
  private var limits: HTTPRequest.Limits?
  private var signature: HTTPRequest.Signature?
  private var isAlone = false

  /// The header lines of the answer as they came.
  private var head: [UInt8] = []
  /// True once the blank line after the headers has come.
  private var hasAllHeaders = false
  private var body: [UInt8] = []
  private var overflowed = false
  /// True once the request may have left.
  private var isSent = false
  private var isRepeat = false

  /// Opens a handle.
  init(_ options: CurlOptions) throws {
    easy = try EasyHandle()
    do {
      try easy.setContext(self)
      if let file = options.certificateFile { try easy.setCertificateFile(file) }
    } catch {
      easy.close()
      throw error
    }
  }

  /// Sets the handle up for a request; after an error it is of no use any more.
  func begin(_ submission: EventLoop.Submission, _ headers: HeaderList) throws {
    let request = submission.request
    try easy.setURL(request.url)
    try easy.setMethod(request.method)
    if headerList !== headers { try easy.setHeaders(headers) }
    if limits != request.limits { try easy.setTimeouts(request.limits) }
    if signature != request.signature { try easy.setSignature(request.signature) }
    if isAlone != request.isAlone { try easy.setAlone(request.isAlone) }
    (headerList, limits) = (headers, request.limits)
    (signature, isAlone) = (request.signature, request.isAlone)
    (hasAllHeaders, overflowed, isSent, isRepeat) = (false, false, false, false)
    self.submission = submission
  }

  /// Lets go of the request; returns the task that waited.
  func end() -> EventLoop.Submission? {
    defer { submission = nil }
    head.removeAll(keepingCapacity: true)
    body = []
    return submission
  }

  /// What the transfer came to; asked before the handle leaves the set.
  func result(_ code: ccurl_code) -> Result<EventLoop.Answer, any Error> {
    guard ccurl_outcome_of(code) == ccurl_ok, hasAllHeaders else { return .failure(error(code)) }
    let status = easy.status
    let redirect = (300..<400).contains(status) ? easy.redirect : nil
    return .success(EventLoop.Answer(status: status, head: head, body: body, redirect: redirect))
  }

  /// Why there is no answer.
  private func error(_ code: ccurl_code) -> any Error {
    guard let request = submission?.request else { return CancellationError() }
    let host = request.host
    let reason = explanation(of: code)
    return switch ccurl_outcome_of(code) {
    // libcurl takes a connection that closes within the headers for the end of the answer.
    case ccurl_ok: HTTPError.connectionLost(host: host, reason: "the headers are incomplete")
    case ccurl_malformed_url:
      HTTPError.invalidRequest("the URL of \(request.name) is malformed")
    case ccurl_aborted where overflowed:
      HTTPError.bodyTooLarge(host: host, limit: request.limits.bodyBytes)
    case ccurl_timed_out: HTTPError.timedOut(host: host, reason: reason)
    case ccurl_name_not_found: HTTPError.nameNotFound(host: host, reason: reason)
    case ccurl_unreachable: HTTPError.unreachable(host: host, reason: reason)
    case ccurl_tls_failed: HTTPError.tlsFailed(host: host, reason: reason)
    case _ where isRepeat:
      HTTPError.connectionLost(host: host, reason: "the server closed it before it answered")
    default: HTTPError.connectionLost(host: host, reason: reason)
    }
  }

  /// Asked before the request leaves: a POST does so once, because a second one may be paid twice.
  ///
  /// libcurl would send it again by itself where a kept connection ends without an answer.
  func maySend() -> Bool {
    if isSent, case .post = submission?.request.method {
      isRepeat = true
      return false
    }
    isSent = true
    return true
  }

  /// Takes a piece of body; false once the request's limit is passed.
  func take(body piece: UnsafeRawBufferPointer) -> Bool {
    let limit = submission?.request.limits.bodyBytes ?? 0
    guard body.count + piece.count <= limit else {
      overflowed = true
      return false
    }
    unsafe body.append(contentsOf: piece)
    return true
  }

  /// Takes one header line; a status line begins the headers anew, as after a `100 Continue`.
  func take(headerLine line: UnsafeRawBufferPointer) {
    if unsafe line.starts(with: "HTTP/".utf8) {
      head.removeAll(keepingCapacity: true)
      hasAllHeaders = false
    } else {
      unsafe head.append(contentsOf: line)
      let isBlank = unsafe line.allSatisfy(\.isHTTPSpace)
      hasAllHeaders = hasAllHeaders || isBlank
    }
  }
}
