import Foundation
import Testing

@testable import Models

extension BatchAnswerTests {
  private static func candidate(_ finish: String) -> String {
    #"{"response":{"candidates":[{"content":{"parts":[{"text":"T"}]},"finishReason":"\#(finish)"}],"#
      + #""usageMetadata":{"promptTokenCount":10,"cachedContentTokenCount":4,"#
      + #""candidatesTokenCount":5},"modelVersion":"m-1","responseId":"g-7"},"key":"1f-7"}"#
  }

  private static func wrong(_ code: Int, _ message: String = "M.") -> String {
    #"{"key":"1f-7","error":{"code":\#(code),"message":"\#(message)","details":[]}}"#
  }

  /// What Gemini says.
  static let gemini: [Case] =
    [
      (400, .rejected, 400), (3, .rejected, 400), (9, .rejected, 400), (401, .badKey, 401),
      (16, .badKey, 401), (7, .forbidden, 403), (5, .unknownModel, 404), (8, .rateLimited, 429),
      (429, .rateLimited, 429), (10, .unavailable, 409), (2, .unavailable, 500),
      (13, .unavailable, 500), (12, .unavailable, 501), (14, .unavailable, 503),
      (503, .unavailable, 503), (4, .unavailable, 504), (77, .unavailable, 500),
    ].map { (code: Int, kind: ModelError.Kind, status: Int) in
      Case("error \(code)", .gemini, wrong(code), failed(kind, status, "M."))
    } + [
      Case("a reply", .gemini, candidate("STOP"), reply(request: "g-7")),
      Case(
        "a reply that the limit has cut", .gemini, candidate("MAX_TOKENS"),
        reply("T", .truncated, request: "g-7")),
      Case(
        "a reply that is withheld", .gemini,
        #"{"key":"1f-7","response":{"promptFeedback":{"blockReason":"SAFETY"},"#
          + #""modelVersion":"m-1","responseId":"g-7"}}"#,
        reply("", .filtered, usage: nil, request: "g-7")),
      Case(
        "a question that is too long", .gemini,
        wrong(3, "The input token count is too high."),
        failed(.tooLong, 400, "The input token count is too high.")),
      Case("it was stopped", .gemini, wrong(1, "Stopped."), .unasked("Stopped.")),
      Case("it was given up", .gemini, wrong(499, "Stopped."), .unasked("Stopped.")),
      Case(
        "a response that is none", .gemini, #"{"key":"1f-7","response":{}}"#,
        failed(.unreadable, 200, "it holds no candidate: {}")),
    ]
}
