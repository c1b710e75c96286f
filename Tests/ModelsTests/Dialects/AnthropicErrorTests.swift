import HTTP
import Testing

@testable import Models

@Suite("Anthropic: errors")
struct AnthropicErrorTests {
  @Test("an error is understood", arguments: all)
  func read(example: AnswerCase) throws {
    #expect(try example.outcome(.anthropic) == example.expected)
  }

  private static func bad(
    _ file: String, _ kind: ModelError.Kind, _ message: String
  ) -> AnswerCase {
    .error(file, kind, 400, "\(message) (invalid_request_error)")
  }

  private static let again = [HTTPHeader("x-should-retry", "true")]
  private static let never = [HTTPHeader("x-should-retry", "false")]

  /// Every case, for the check that no file is left over.
  static let all: [AnswerCase] = [
    bad("400-max-tokens-missing.json", .badSetting, "max_tokens: Field required"),
    bad(
      "400-spend-limit.json", .exhausted,
      "You have reached your specified API usage limits. You will regain access later."),
    bad("400-credit.json", .exhausted, "Your credit balance is too low."),
    bad("400-temperature.json", .badSetting, "`temperature` is deprecated for this model."),
    bad(
      "400-thinking.json", .badSetting,
      #""thinking.type.disabled" is not supported for this model. Use "output_config.effort"."#),
    bad("400-too-long.json", .tooLong, "prompt is too long: 5000 tokens > 4096 maximum"),
    bad(
      "400-schema.json", .schemaRefused, "output_config.format.schema: something is missing."),
    bad("400-schema-too-complex.json", .schemaRefused, "Schema is too complex for compilation."),
    bad(
      "400-bounds.json", .boundsRefused,
      "output_config.format.schema: For 'array' type, property 'maxItems' is not permitted."),
    .error("401.json", .badKey, 401, "not a key of ours (authentication_error)"),
    .error("402.json", .exhausted, 402, "The invoice is not paid. (billing_error)"),
    .error("403.json", .forbidden, 403, "The key may not use this. (permission_error)"),
    .error("404.json", .unknownModel, 404, "model: none (not_found_error)"),
    .error("409.json", .unavailable, 409, "Two at once. (conflict_error)"),
    .error("413.json", .tooLong, 413, "That is more than we take (request_too_large)"),
    .error("413.html", .tooLong, 413, "413 Request Entity Too Large"),
    .error(
      "429.json", .rateLimited, 429, "Too many input tokens in this minute. (rate_limit_error)",
      headers: again),
    .error(
      "429-quota.json", .exhausted, 429,
      "The month's limit is reached. (rate_limit_error, enforced_spend_limit_reached)",
      headers: never),
    .error(
      "429-contract.json", .exhausted, 429,
      "The contract's limit is reached. (rate_limit_error, contract_spend_limit_reached)"),
    .error(
      "429-ramp.json", .rateLimited, 429,
      "The rate grew too quickly. (rate_limit_error, ramp_limit_exceeded)"),
    .error("500.json", .unavailable, 500, "Something broke on our side. (api_error)"),
    .error("504.json", .unavailable, 504, "It took too long. (timeout_error)"),
    .error("529.json", .overloaded, 529, "Full (overloaded_error)"),
  ]
}
