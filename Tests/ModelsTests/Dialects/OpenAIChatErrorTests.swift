import HTTP
import Testing

@testable import Models

/// What OpenAI and the servers that copy it send with an error status, in full.
@Suite("OpenAI chat: whole errors")
struct OpenAIChatErrorTests {
  /// Every case, for the check that no file is left over.
  static let all = openAI + azure + openRouter + hosted + own

  @Test("a server's error is understood, whoever copied the protocol", arguments: all)
  func read(example: AnswerCase) throws {
    #expect(try example.outcome(.openAIChat) == example.expected)
  }

  private static func bad(
    _ file: String, _ kind: ModelError.Kind, _ status: Int, _ message: String, _ code: String = ""
  ) -> AnswerCase {
    let codes = code.isEmpty ? "invalid_request_error" : "invalid_request_error, \(code)"
    return .error(file, kind, status, "\(message) (\(codes))")
  }

  private static let openAI: [AnswerCase] = [
    bad(
      "openai-400.json", .badSetting, 400, "The field 'temperature' is not for this model.",
      "unsupported_value"),
    bad(
      "openai-400-max-tokens.json", .badSetting, 400,
      "Unsupported parameter: 'max_tokens' is not for this model.", "unsupported_parameter"),
    bad(
      "openai-400-too-long.json", .tooLong, 400, "The messages are too many for this model.",
      "context_length_exceeded"),
    bad(
      "openai-400-output-limit.json", .capReached, 400,
      "Could not finish the message because max_tokens or model output limit was reached. "
        + "Please try again with higher max_tokens."),
    bad(
      "openai-400-schema.json", .schemaRefused, 400,
      "Invalid schema for response_format 'paper_summary': it lacks something."),
    bad(
      "openai-400-bounds.json", .boundsRefused, 400,
      "Invalid schema for response_format 'paper_summary': 'maxItems' is not permitted."),
    bad("openai-401.json", .badKey, 401, "This key is not known here.", "invalid_api_key"),
    .error(
      "openai-403.json", .forbidden, 403,
      "Not from this country. (request_forbidden, unsupported_country_region_territory)"),
    bad(
      "openai-404.json", .unknownModel, 404, "There is no model of that name.", "model_not_found"),
    .error(
      "openai-429-rate.json", .rateLimited, 429,
      "Too many tokens this minute, try again in 2s. (rate_limit_exceeded)"),
    .error(
      "openai-429-requests.json", .rateLimited, 429,
      "Too many requests this minute, try again in 120ms. (rate_limit_exceeded)"),
    .error(
      "openai-429-slow-down.json", .rateLimited, 429,
      "The rate grew too quickly. (rate_limit_error, slow_down)"),
    .error(
      "openai-429-too-large.json", .tooLong, 429,
      "Request too large for some-model on tokens per min (TPM): Limit 2000, Requested 2050. "
        + "(rate_limit_exceeded)", headers: [HTTPHeader("x-should-retry", "true")]),
    .error(
      "openai-429-quota.json", .exhausted, 429,
      "The quota is used up. (insufficient_quota)"),
    .error(
      "openai-429-quota-without-code.json", .exhausted, 429,
      "The quota is used up. (insufficient_quota)"),
    .error(
      "openai-429-spend-limit.json", .exhausted, 429,
      "The project spent what it may this month. "
        + "(insufficient_quota, project_spend_limit_exceeded)"),
    .error("openai-500.json", .unavailable, 500, "Something broke on our side. (server_error)"),
    .error(
      "openai-503.json", .overloaded, 503,
      "The model is busy. (service_unavailable_error, server_is_overloaded)"),
    .error("cdn-502.html", .unavailable, 502, "502 Bad Gateway 502 Bad Gateway"),
  ]

  private static let azure: [AnswerCase] = [
    .error(
      "azure-400-content-filter.json", .filtered, 400,
      "The prompt was held back. (content_filter, ResponsibleAIPolicyViolation)"),
    .error("azure-401.json", .badKey, 401, "The subscription key does not fit this address."),
    .error(
      "azure-404.json", .unknownModel, 404,
      "Nothing is deployed under that name. (DeploymentNotFound)"),
    .error(
      "azure-429.json", .rateLimited, 429,
      "The token rate limit of this tier is passed. Retry after 26 seconds."),
  ]

  private static let openRouter: [AnswerCase] = [
    .error(
      "openrouter-400-model.json", .unknownModel, 400, "sample/none is not a valid model ID"),
    .error("openrouter-401.json", .badKey, 401, "Nobody is signed in"),
    .error("openrouter-402.json", .exhausted, 402, "More credits are needed."),
    .error(
      "openrouter-403-moderation.json", .filtered, 403, "Your input was flagged; violence; war"),
    .error(
      "openrouter-404-no-endpoints.json", .schemaRefused, 404,
      "No endpoints found that can handle the requested parameters."),
    .error(
      "openrouter-429.json", .rateLimited, 429,
      "Provider returned error; sample/some-model has too many callers just now."),
    .error("openrouter-502.json", .unavailable, 502, "Provider returned error"),
    .error("openrouter-503.json", .unavailable, 503, "Nobody serves this now"),
  ]
}
