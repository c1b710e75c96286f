import HTTP
import Testing

@testable import Models

/// What a failed answer means where its words or its status must do; whole bodies are tested with
/// their dialects.
@Suite("Failures")
struct FailureRuleTests {
  private func kind(
    _ status: Int, _ body: String = "", _ headers: [HTTPHeader] = []
  ) -> ModelError.Kind {
    ModelError(HTTPResponse(status: status, headers: headers, body: Array(body.utf8))).kind
  }

  @Test(
    "a status without words means something",
    arguments: [
      (ModelError.Kind.rejected, [400, 406, 418, 422, 426, 499]), (.badKey, [401]),
      (.exhausted, [402]), (.forbidden, [403, 451]),
      (.unknownModel, [404, 405, 410, 301, 302, 308]),
      (.tooLong, [413]), (.unavailable, [408, 409, 424, 425, 500, 501, 502, 503, 504, 508]),
      (.unavailable, [520, 521, 522, 523, 524, 525, 530, 599]), (.rateLimited, [429]),
      (.overloaded, [498, 529]), (.unreadable, [201, 204, 206, 600, 999]),
    ])
  func status(kind: ModelError.Kind, statuses: [Int]) {
    for status in statuses { #expect(self.kind(status) == kind, "\(status)") }
  }

  @Test(
    "words that name a cause count before the status",
    arguments: [
      (400, "insufficient_quota", ModelError.Kind.exhausted),
      (403, "organization_usage_limit_exceeded", .exhausted),
      (429, "Rate limit on REQUESTS PER DAY (RPD)", .exhausted),
      (429, "Insufficient Balance", .exhausted),
      (500, "insufficient_quota", .exhausted),
      (503, "insufficient_quota", .unavailable),
      (401, "insufficient_quota", .badKey),
      (429, "request too large", .tooLong), (429, "too large for model `m`", .tooLong),
      (429, "too many tokens", .rateLimited),
      (403, "Invalid API key", .badKey), (404, "Invalid API key", .unknownModel),
      (400, "content_filter", .filtered), (403, "Moderation says no", .filtered),
      (500, "moderation", .unavailable),
      (400, "user location", .forbidden),
      (400, "context_length_exceeded", .tooLong), (500, "exceed_context_size_error", .tooLong),
      (422, "the maximum context length is 5", .tooLong), (400, "too many tokens", .tooLong),
      (400, "the input token count", .tooLong), (400, "please reduce the length", .tooLong),
      (400, "more than exceeds the available context", .tooLong),
      (400, "model output limit was reached", .capReached),
      (400, "response_format: maxItems", .boundsRefused), (501, "minLength", .boundsRefused),
      (422, "response_format", .schemaRefused), (501, "json_schema", .schemaRefused),
      (404, "structured output", .schemaRefused), (500, "bad grammar", .schemaRefused),
      (403, "json_schema", .forbidden), (503, "json_schema", .unavailable),
      (400, "model_not_found", .unknownModel), (422, "invalid model", .unknownModel),
      (400, "the model identifier is invalid", .unknownModel),
      (400, "Unrecognized argument: seed", .badSetting), (422, "extra_forbidden", .badSetting),
      (400, "Unknown parameter: 'x'", .badSetting),
      (503, "at capacity", .overloaded), (500, "at capacity", .unavailable),
      (400, "json_validate_failed: insufficient_quota, flagged", .badGeneration),
    ])
  func words(status: Int, words: String, kind: ModelError.Kind) {
    #expect(self.kind(status, words) == kind)
  }

  @Test(
    "a server that says whether to try again is believed, where that changes anything",
    arguments: [
      (429, "false", ModelError.Kind.final), (500, "false", .final), (529, "false", .final),
      (503, "true", .unavailable), (401, "false", .badKey), (402, "false", .exhausted),
      (400, "true", .unavailable), (418, "true", .unavailable), (400, "false", .rejected),
      (401, "true", .badKey), (404, "true", .unknownModel), (429, "true", .rateLimited),
      (429, "maybe", .rateLimited), (413, "true", .tooLong),
    ])
  func shouldRetry(status: Int, word: String, kind: ModelError.Kind) {
    #expect(self.kind(status, "", [HTTPHeader("X-Should-Retry", word)]) == kind)
  }

  @Test("a quota that is used up stays used up, whatever the server says of trying again")
  func exhausted() {
    let again = [HTTPHeader("x-should-retry", "true")]
    #expect(kind(429, #"{"error":{"type":"insufficient_quota"}}"#, again) == .exhausted)
  }

  @Test(
    "the type of an error may stand in a header alone",
    arguments: [
      ("ThrottlingException", "ThrottlingException"),
      ("ThrottlingException:http://internal.example/a:b", "ThrottlingException"), ("", ""),
    ])
  func header(value: String, message: String) {
    let headers = [HTTPHeader("X-Amzn-ErrorType", value)]
    #expect(
      ModelError(HTTPResponse(status: 429, headers: headers))
        == ModelError(.rateLimited, status: 429, message: message))
    #expect(
      ModelError(HTTPResponse(status: 429, headers: headers, body: Array("slowly".utf8)))
        == ModelError(.rateLimited, status: 429, message: "slowly"))
  }

  @Test("two kinds are about the way of asking for JSON")
  func format() {
    let kinds = ModelError.Kind.allCases.filter(\.isAboutFormat)
    #expect(kinds == [.schemaRefused, .boundsRefused])
  }

  @Test("the status of the answer counts, not the one in an error's body")
  func outerStatus() {
    #expect(kind(403, #"{"error":{"code":429,"message":"slowly"}}"#) == .forbidden)
  }
}
