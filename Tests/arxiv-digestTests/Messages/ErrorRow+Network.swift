import HTTP

extension ErrorRow {
  /// No answer came.
  static let ofNetwork: [ErrorRow] = [
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
      HTTPError.redirectRefused(from: "http://a/", to: "http://b/", reason: "that is another host"),
      "http://a/ redirects to http://b/: that is another host"),
    ErrorRow(
      HTTPError.waitTooLong(host: "a.example", seconds: 3600),
      "a.example asks to wait 3600 seconds, which is longer than this run waits"),
    ErrorRow(
      HTTPError.noRecording(name: "a/b", folder: "records"),
      "records holds no exchange 'a/b'; record it with: --record records"),
    ErrorRow(
      HTTPError.recordingFailed(file: "records/a", reason: "disk full"),
      "records/a: disk full"),
    ErrorRow(
      HTTPError.engine("out of memory"),
      "libcurl: out of memory"),
    ErrorRow(
      HTTPError.paceFileFailed(file: "/tmp/a.pace", reason: "it cannot be written"),
      "/tmp/a.pace: it cannot be written; it keeps all processes of this machine to one pace. Remove "
        + "it, or name another file with ARXIV_PACE_FILE"),
  ]
}
