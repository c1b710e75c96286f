import Foundation
import Testing

@testable import Models

extension BatchAnswerTests {
  private static func chat(_ body: String, status: Int = 200) -> String {
    #"{"id":"batch_req_7","custom_id":"1f-7","response":{"status_code":\#(status),"#
      + #""request_id":"r-7","body":\#(body)},"error":null}"#
  }

  private static func completion(_ message: String, _ finish: String) -> String {
    #"{"id":"c-7","model":"m-1","choices":[{"index":0,"message":\#(message),"#
      + #""finish_reason":"\#(finish)"}],"usage":{"prompt_tokens":10,"completion_tokens":5,"#
      + #""prompt_tokens_details":{"cached_tokens":4}}}"#
  }

  /// What OpenAI says.
  static let openAI: [Case] = [
    Case(
      "a reply", .openAIChat, chat(completion(#"{"content":"T"}"#, "stop")), reply(request: "r-7")),
    Case(
      "a reply that the limit has cut", .openAIChat,
      chat(completion(#"{"content":"T"}"#, "length")), reply("T", .truncated, request: "r-7")),
    Case(
      "a refusal", .openAIChat,
      chat(completion(#"{"content":null,"refusal":"No."}"#, "stop")),
      reply("", .refused("No."), request: "r-7")),
    Case(
      "a reply of Responses", .openAIResponses,
      chat(
        #"{"id":"p-7","model":"m-1","status":"completed","error":null,"output":[{"#
          + #""type":"message","content":[{"type":"output_text","text":"T"}]}],"usage":{"#
          + #""input_tokens":10,"input_tokens_details":{"cached_tokens":4},"output_tokens":5}}"#),
      reply(request: "r-7")),
    Case(
      "members in another order", .openAIChat,
      #"{"error":null,"response":{"body":"#
        + completion(#"{"content":"T"}"#, "stop")
        + #","status_code":200},"custom_id":"1f-7"}"#,
      reply(request: "c-7")),
    Case(
      "a request that is refused", .openAIChat,
      chat(
        #"{"error":{"message":"No such thing.","code":"unsupported_parameter"}}"#, status: 400),
      failed(.badSetting, 400, "No such thing. (unsupported_parameter)")),
    Case(
      "a question that is too long", .openAIChat,
      chat(#"{"error":{"message":"Long.","code":"context_length_exceeded"}}"#, status: 400),
      failed(.tooLong, 400, "Long. (context_length_exceeded)")),
    Case(
      "a server in trouble", .openAIChat, chat(#"{"error":{"message":"Oh."}}"#, status: 500),
      failed(.unavailable, 500, "Oh.")),
    Case(
      "an error under a good status", .openAIChat,
      chat(#"{"error":{"message":"Oh.","code":503}}"#), failed(.unavailable, 503, "Oh.")),
    Case(
      "a body that is none", .openAIChat, chat("{}"),
      failed(.unreadable, 200, "it holds no choice: {}")),
    Case(
      "its time was over", .openAIChat,
      #"{"custom_id":"1f-7","response":null,"error":{"code":"batch_expired","message":"Late."}}"#,
      .unasked("Late.")),
    Case(
      "it was stopped", .openAIResponses,
      #"{"custom_id":"1f-7","error":{"code":"batch_cancelled"}}"#, .unasked("batch_cancelled")),
    Case(
      "some other trouble of the provider's", .openAIChat,
      #"{"custom_id":"1f-7","response":null,"error":{"code":"oops","message":"Oh."}}"#,
      failed(.unavailable, 500, "Oh. (oops)")),
  ]
}
