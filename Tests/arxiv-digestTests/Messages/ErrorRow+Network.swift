import HTTP

extension ErrorRow {
  /// No answer came.
  static let ofNetwork: [ErrorRow] =
    [
      ErrorRow(
        HTTPError.invalidRequest("a needs an absolute http or https URL"),
        "the request cannot be sent: a needs an absolute http or https URL"),
      ErrorRow(
        HTTPError.nameNotFound(host: "a.example", reason: "no such host"),
        "the name a.example cannot be found (no such host); "
          + "check the address and the network"),
      ErrorRow(
        HTTPError.unreachable(host: "a.example", reason: "nobody listens"),
        "a.example cannot be reached: nobody listens"),
      ErrorRow(
        HTTPError.timedOut(host: "a.example", reason: "too slow"),
        "a.example did not answer in time: too slow"),
      ErrorRow(
        HTTPError.tlsFailed(host: "a.example", reason: "unknown issuer"),
        "no trusted connection to a.example: unknown issuer"),
      ErrorRow(
        HTTPError.connectionLost(host: "a.example", reason: "reset"),
        "the answer of a.example broke off: reset"),
      ErrorRow(
        HTTPError.bodyTooLarge(host: "a.example", limit: 1000),
        "the answer of a.example is larger than 1000 bytes"),
      ErrorRow(
        HTTPError.redirectRefused(
          from: "http://a/", to: "http://b/", reason: "that is another host"),
        "http://a/ redirects to http://b/: that is another host"),
      ErrorRow(
        HTTPError.waitTooLong(host: "a.example", seconds: 3600),
        "a.example asks to wait 3600 seconds, which is longer than this run waits"),
      ErrorRow(
        HTTPError.noRecording(name: "a/b", folder: "records"),
        "records holds no exchange 'a/b'; record it with: --record records"),
      ErrorRow(
        HTTPError.recordingFailed(file: "records/a", reason: "disk full"),
        "records/a: this recorded exchange cannot be used: disk full; record it anew, or run without a "
          + "recording"),
      ErrorRow(
        HTTPError.engine("out of memory"),
        "libcurl: out of memory"),
    ] + requests + files

  /// Requests that are not sent, by what is wrong with them.
  private static let requests: [ErrorRow] = [
    "the URL of model/a is malformed", "the header 'x-title' holds a control character",
    "the URL of model/a holds a user name or password",
    "model/a carries a key beside its signature",
    "the access key id, region or service of model/a is not of letters, digits and -._~",
    "libcurl cannot sign model/a, because it has a query, an empty header or two whose names begin "
      + "alike",
    "libcurl 8.5.0 would sign the path /model/a:0 wrongly, because it holds more than letters, digits "
      + "and -._~; use a model or inference profile id without ':', a Bedrock API key as bearer token, "
      + "or libcurl 8.13.0 or newer",
  ].map { reason in
    ErrorRow(HTTPError.invalidRequest(reason), "the request cannot be sent: \(reason)")
  }

  /// Files of the network that cannot be used.
  private static let files: [ErrorRow] =
    [
      "another process has held it for too long; it may have been stopped", "it cannot be read",
      "it cannot be written",
    ].map { reason in
      ErrorRow(
        HTTPError.paceFileFailed(file: "/tmp/a.pace", reason: reason),
        "/tmp/a.pace: \(reason); it keeps all processes of this machine to one pace. Remove it, or "
          + "name another file with ARXIV_PACE_FILE")
    } + [
      ErrorRow(
        HTTPError.recordingFailed(file: "records/a", reason: "it is the exchange 'b'"),
        "records/a: this recorded exchange cannot be used: it is the exchange 'b'; record it anew, or "
          + "run without a recording")
    ]
}
