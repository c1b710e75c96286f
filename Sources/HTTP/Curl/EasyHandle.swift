import CCurl

/// libcurl's handle of one transfer, as values and errors instead of pointers and codes.
///
/// `@safe`, because the pointer leaves this file only into the multi handle, and every text is copied
/// by libcurl before a call returns. The owner closes the handle once, and last.
@safe struct EasyHandle: Hashable {
  /// The pointer, for the multi handle.
  let pointer: UnsafeMutableRawPointer

  /// Opens a handle whose bytes go to the transfer that is its context.
  init() throws {
    guard let pointer = unsafe ccurl_open(bodySource, bodySink, headerSink) else {
      throw HTTPError.engine("out of memory")
    }
    unsafe self.pointer = unsafe pointer
  }

  /// Wraps the pointer of a handle that was opened before.
  init(pointer: UnsafeMutableRawPointer) {
    unsafe self.pointer = unsafe pointer
  }

  /// Frees the handle.
  func close() {
    unsafe ccurl_close(pointer)
  }

  /// Sends what arrives to a transfer, which must outlive its place in the multi handle.
  func setContext(_ transfer: Transfer?) throws {
    // Unretained: the set of transfers holds the object until it has taken the context away again.
    let context = unsafe transfer.map { unsafe Unmanaged.passUnretained($0).toOpaque() }
    try check(unsafe ccurl_set_context(pointer, context))
  }

  /// Sets where the request goes.
  func setURL(_ url: String) throws {
    try check(unsafe ccurl_set_url(pointer, url))
  }

  /// Sets what is asked; the body is fetched from the transfer while it is sent, or copied for signing.
  func setMethod(_ method: HTTPRequest.Method, isSigned: Bool) throws {
    switch method {
    case .get: try check(unsafe ccurl_set_get(pointer))
    case .post(let body) where isSigned:
      try check(unsafe ccurl_set_post_copy(pointer, body, body.count))
    case .post(let body): try check(unsafe ccurl_set_post(pointer, body.count))
    }
  }

  /// Sets what the request is signed with, if anything.
  func setSignature(_ signature: HTTPRequest.Signature?) throws {
    let scheme = signature.map { "aws:amz:\($0.region):\($0.service)" }
    try check(
      unsafe ccurl_set_signature(
        pointer, scheme, signature?.accessKeyID, signature?.secretKey.value))
  }

  /// Sets whether the request has a connection of its own.
  func setAlone(_ isAlone: Bool) throws {
    try check(unsafe ccurl_set_alone(pointer, isAlone ? 1 : 0))
  }

  /// Sets the header lines; the list must live until the transfer has ended.
  func setHeaders(_ list: HeaderList?) throws {
    try check(unsafe ccurl_set_headers(pointer, list?.pointer))
  }

  /// Sets how long connecting and the whole transfer may take.
  func setTimeouts(_ limits: HTTPRequest.Limits) throws {
    try check(
      unsafe ccurl_set_timeouts(pointer, limits.connect.milliseconds, limits.total.milliseconds))
  }

  /// Trusts the certificates of a file instead of the system's.
  func setCertificateFile(_ path: String) throws {
    try check(unsafe ccurl_set_ca_file(pointer, path))
  }

  /// Forgets all of a request that another one must not carry.
  func forgetRequest() throws {
    try setMethod(.get, isSigned: false)
    try setSignature(nil)
    try setAlone(false)
    try setHeaders(nil)
    try setContext(nil)
  }

  /// The status of the answer.
  var status: Int { unsafe ccurl_status(pointer) }

  /// Where a redirect leads, as an absolute URL.
  var redirect: String? { unsafe ccurl_redirect(pointer).map { unsafe String(cString: $0) } }

  private func check(_ code: ccurl_code) throws {
    guard code == 0 else { throw HTTPError.engine(explanation(of: code)) }
  }

  static func == (one: EasyHandle, other: EasyHandle) -> Bool {
    unsafe one.pointer == other.pointer
  }

  func hash(into hasher: inout Hasher) {
    unsafe hasher.combine(pointer)
  }
}

/// libcurl's words for a code.
func explanation(of code: ccurl_code) -> String {
  unsafe String(cString: ccurl_explain(code))
}

/// A list of header lines in libcurl's form.
@safe final class HeaderList {
  /// The list, for the easy handle; nil while it is empty.
  fileprivate var pointer: UnsafeMutableRawPointer?

  /// Copies the lines.
  init(_ lines: [String]) throws {
    for line in lines {
      guard let longer = unsafe ccurl_headers_add(pointer, line) else {
        throw HTTPError.engine("out of memory")
      }
      unsafe pointer = unsafe longer
    }
  }

  deinit {
    unsafe ccurl_headers_free(pointer)
  }
}

/// Gives the next piece of the request's body.
private let bodySource: ccurl_source = { bytes, size, count, context in
  guard let transfer = unsafe transfer(of: context) else { return 0 }
  let piece = transfer.nextPiece(atMost: size * count)
  unsafe UnsafeMutableRawBufferPointer(start: bytes, count: size * count).copyBytes(from: piece)
  return piece.count
}

/// Receives body bytes; what it returns short ends the transfer.
private let bodySink: ccurl_sink = { bytes, size, count, context in
  let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
  guard let transfer = unsafe transfer(of: context) else { return 0 }
  return transfer.take(body: unsafe Array(piece)) ? size * count : 0
}

/// Receives header lines.
private let headerSink: ccurl_sink = { bytes, size, count, context in
  let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
  unsafe transfer(of: context)?.take(headerLine: unsafe String(decoding: line, as: UTF8.self))
  return size * count
}

private func transfer(of context: UnsafeMutableRawPointer?) -> Transfer? {
  unsafe context.map { unsafe Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

extension Duration {
  /// Whole milliseconds, at least one: to libcurl, zero means no limit.
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
