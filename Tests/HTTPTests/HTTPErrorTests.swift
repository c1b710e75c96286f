import HTTP
import Testing

/// What the user reads when no answer came.
@Suite("HTTPError")
struct HTTPErrorTests {
  /// An error, its text, and whether another attempt may help.
  struct Case: Sendable, CustomTestStringConvertible {
    /// The error.
    let error: HTTPError
    /// What the user reads.
    let text: String
    /// Whether another attempt may help.
    var isTransient = false

    var testDescription: String { text }
  }

  @Test(
    "says what happened, where, and what may help",
    arguments: [
      Case(
        error: .invalidRequest("a needs an absolute http or https URL"),
        text: "the request cannot be sent: a needs an absolute http or https URL"),
      Case(
        error: .nameNotFound(host: "a.example", reason: "no such host"),
        text: "the name a.example cannot be found (no such host); "
          + "check the address and the network", isTransient: true),
      Case(
        error: .unreachable(host: "a.example", reason: "nobody listens"),
        text: "a.example cannot be reached: nobody listens", isTransient: true),
      Case(
        error: .timedOut(host: "a.example", reason: "too slow"),
        text: "a.example did not answer in time: too slow", isTransient: true),
      Case(
        error: .tlsFailed(host: "a.example", reason: "unknown issuer"),
        text: "no trusted connection to a.example: unknown issuer"),
      Case(
        error: .connectionLost(host: "a.example", reason: "reset"),
        text: "the answer of a.example broke off: reset", isTransient: true),
      Case(
        error: .bodyTooLarge(host: "a.example", limit: 1000),
        text: "the answer of a.example is larger than 1000 bytes"),
      Case(
        error: .redirectRefused(from: "http://a/", to: "http://b/", reason: "that is another host"),
        text: "http://a/ redirects to http://b/: that is another host"),
      Case(
        error: .waitTooLong(host: "a.example", seconds: 3600),
        text: "a.example asks to wait 3600 seconds, which is longer than this run waits"),
      Case(
        error: .noRecording(name: "a/b", folder: "records"),
        text: "records holds no exchange 'a/b'; record it with: --record records"),
      Case(
        error: .recordingFailed(file: "records/a", reason: "disk full"),
        text: "records/a: disk full"),
      Case(error: .engine("out of memory"), text: "libcurl: out of memory"),
    ])
  func description(example: Case) {
    #expect(example.error.description == example.text)
    #expect("\(example.error)" == example.text)
    #expect(example.error.isTransient == example.isTransient)
  }
}
