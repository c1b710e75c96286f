import CCurl

/// libcurl's handle of one transfer, as values and errors instead of pointers and codes.
///
/// `@safe`, because the pointer leaves this file only into the multi handle, and every text is copied
/// by libcurl before a call returns. The owner closes the handle once, and last.
@safe struct EasyHandle {
  /// The pointer, for the multi handle.
  let pointer: UnsafeMutableRawPointer

  /// Opens a handle whose bytes go to the transfer that is its context.
  init() throws {
    guard let pointer = unsafe ccurl_open(gate, bodySink, headerSink) else {
      throw HTTPError.engine("out of memory")
    }
    unsafe self.pointer = unsafe pointer
  }

  /// Frees the handle.
  func close() {
    unsafe ccurl_close(pointer)
  }

  /// Sends what arrives to a transfer, which must outlive the handle.
  func setContext(_ transfer: Transfer) throws {
    // Unretained: the set of transfers holds the object until it has closed the handle.
    try check(unsafe ccurl_set_context(pointer, Unmanaged.passUnretained(transfer).toOpaque()))
  }

  /// Sets where the request goes.
  func setURL(_ url: String) throws {
    try check(unsafe ccurl_set_url(pointer, url))
  }

  /// Sets what is asked.
  func setMethod(_ method: HTTPRequest.Method) throws {
    switch method {
    case .get: try check(unsafe ccurl_set_get(pointer))
    case .post(let body): try check(unsafe ccurl_set_post(pointer, body, body.count))
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

  /// Sets the header lines; the list must live until another one is set or the handle is closed.
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

  /// The status of the answer.
  var status: Int { unsafe ccurl_status(pointer) }

  /// Where a redirect leads, as an absolute URL.
  var redirect: String? { unsafe ccurl_redirect(pointer).map { unsafe String(cString: $0) } }

  private func check(_ code: ccurl_code) throws {
    guard code == 0 else { throw HTTPError.engine(explanation(of: code)) }
  }
}

/// libcurl's words for a code.
func explanation(of code: ccurl_code) -> String {
  unsafe String(cString: ccurl_explain(code))
}

/// The transfer that libcurl was given as a handle's context.
func transfer(of context: UnsafeMutableRawPointer?) -> Transfer? {
  unsafe context.map { unsafe Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

/// Lets a request go, or ends the transfer.
private let gate: ccurl_gate = { context, _, _, _, _ in
  unsafe transfer(of: context)?.maySend() == true ? 0 : 1
}

/// Receives body bytes; what it returns short ends the transfer.
private let bodySink: ccurl_sink = { bytes, size, count, context in
  let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
  guard let transfer = unsafe transfer(of: context) else { return 0 }
  return unsafe transfer.take(body: piece) ? size * count : 0
}

/// Receives header lines.
private let headerSink: ccurl_sink = { bytes, size, count, context in
  let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
  unsafe transfer(of: context)?.take(headerLine: line)
  return size * count
}

extension Duration {
  /// Whole milliseconds, at least one: to libcurl, zero means no limit.
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
