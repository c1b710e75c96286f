import HTTP
import Testing

@testable import Models

@Suite("Gemini: errors")
struct GeminiErrorTests {
  @Test("an error is understood", arguments: all)
  func read(example: AnswerCase) throws {
    #expect(try example.outcome(.gemini) == example.expected)
  }

  private static let unknownName =
    "Invalid JSON payload received. Unknown name \"max_tokens\" at 'generation_config': "
    + "Cannot find field. (INVALID_ARGUMENT)"

  /// Every case, for the check that no file is left over.
  static let all: [AnswerCase] = [
    .error(
      "400-api-key.json", .badKey, 400,
      "This key is not known here. (INVALID_ARGUMENT, API_KEY_INVALID)"),
    .error("400-field.json", .badSetting, 400, unknownName),
    .error(
      "400-schema.json", .schemaRefused, 400,
      "Unknown name \"responseJsonSchema\" at 'generation_config': Cannot find field. "
        + "(INVALID_ARGUMENT)"),
    .error(
      "400-location.json", .forbidden, 400,
      "User location is not served. (FAILED_PRECONDITION)"),
    .error(
      "400-too-long.json", .tooLong, 400,
      "The input token count (5000) exceeds the maximum (4096). (INVALID_ARGUMENT)"),
    .error(
      "401.json", .badKey, 401,
      "No valid credentials. (UNAUTHENTICATED, ACCESS_TOKEN_TYPE_UNSUPPORTED)"),
    .error(
      "403.json", .badKey, 403,
      "Method doesn't allow unregistered callers. (PERMISSION_DENIED)"),
    .error(
      "403-permission.json", .forbidden, 403, "This project may not. (PERMISSION_DENIED)"),
    .error("404.json", .unknownModel, 404, "models/none is not here. (NOT_FOUND)"),
    .error(
      "429.json", .rateLimited, 429,
      "The quota is used up.\n* limit: 10\nRetry in 36s. "
        + "(RESOURCE_EXHAUSTED, SampleRequestsPerMinutePerProject)", after: .milliseconds(36_500)),
    .error(
      "429-day.json", .exhausted, 429,
      "The quota is used up.\n* limit: 20\nRetry in 1s. "
        + "(RESOURCE_EXHAUSTED, SampleRequestsPerDayPerProject)", after: .seconds(1)),
    .error(
      "429-no-details.json", .rateLimited, 429,
      "Something is used up (check the quota). (RESOURCE_EXHAUSTED)"),
    .error(
      "429-array.json", .rateLimited, 429,
      "Something is used up (check the quota). (RESOURCE_EXHAUSTED)"),
    .error("500.json", .unavailable, 500, "Something broke on our side. (INTERNAL)"),
    .error("503.json", .overloaded, 503, "The model is overloaded. (UNAVAILABLE)"),
    .error("504.json", .unavailable, 504, "It took too long. (DEADLINE_EXCEEDED)"),
  ]
}
