import Foundation
import Testing

@testable import Models

extension BatchAnswerTests {
  private static func message(_ result: String) -> String {
    #"{"custom_id":"1f-7","result":\#(result)}"#
  }

  private static func succeeded(_ content: String, _ stop: String) -> String {
    message(
      #"{"type":"succeeded","message":{"id":"msg-7","model":"m-1","content":[\#(content)],"#
        + #""stop_reason":"\#(stop)","usage":{"input_tokens":6,"cache_read_input_tokens":4,"#
        + #""output_tokens":5}}}"#)
  }

  private static func errored(_ type: String) -> String {
    message(
      #"{"type":"errored","error":{"type":"error","error":{"type":"\#(type)","message":"M."},"#
        + #""request_id":"r-7"}}"#)
  }

  /// What Anthropic says.
  static let anthropic: [Case] =
    [
      ("invalid_request_error", .rejected, 400), ("authentication_error", .badKey, 401),
      ("billing_error", .exhausted, 402), ("permission_error", .forbidden, 403),
      ("not_found_error", .unknownModel, 404), ("request_too_large", .tooLong, 413),
      ("rate_limit_error", .rateLimited, 429), ("api_error", .unavailable, 500),
      ("timeout_error", .unavailable, 504), ("overloaded_error", .overloaded, 529),
      ("some_new_error", .unavailable, 500),
    ].map { (type: String, kind: ModelError.Kind, status: Int) in
      Case(type, .anthropic, errored(type), failed(kind, status, "M. (\(type))"))
    } + [
      Case(
        "a reply", .anthropic,
        succeeded(#"{"type":"thinking","thinking":"H"},{"type":"text","text":"T"}"#, "end_turn"),
        reply(request: "msg-7")),
      Case(
        "a reply that the limit has cut", .anthropic,
        succeeded(#"{"type":"text","text":"T"}"#, "max_tokens"),
        reply("T", .truncated, request: "msg-7")),
      Case(
        "a refusal", .anthropic, succeeded("", "refusal"), reply("", .refused(""), request: "msg-7")
      ),
      Case(
        "an error without another around it", .anthropic,
        message(#"{"type":"errored","error":{"type":"invalid_request_error","message":"M."}}"#),
        failed(.rejected, 400, "M. (invalid_request_error)")),
      Case(
        "an error that says nothing", .anthropic, message(#"{"type":"errored"}"#),
        failed(.unavailable, 500, "")),
      Case(
        "its time was over", .anthropic, message(#"{"type":"expired"}"#),
        .unasked("the batch's time was over before its turn came")),
      Case(
        "it was stopped", .anthropic, message(#"{"type":"canceled"}"#),
        .unasked("the batch was stopped before its turn came")),
    ]
}
