import Testing

@testable import Models

extension OpenAIChatErrorTests {
  /// Servers that others run.
  static let hosted: [AnswerCase] = [
    .error(
      "groq-400-json-validate.json", .badGeneration, 400,
      "What the model wrote is no JSON.; "
        + #"{"id": "2401.00001", "bullets": ["content moderation を "#
        + "(invalid_request_error, json_validate_failed)"),
    .error(
      "groq-401.json", .badKey, 401, "Invalid API Key (invalid_request_error, invalid_api_key)"),
    .error(
      "groq-413.json", .tooLong, 413,
      "The request holds more tokens than a minute allows. (rate_limit_exceeded)"),
    .error(
      "groq-429.json", .rateLimited, 429,
      "Too many tokens per minute: limit 8000, used 7300, asked for 1900. Try again in 9.0075s. "
        + "(rate_limit_exceeded)"),
    .error(
      "groq-429-day.json", .exhausted, 429,
      "Rate limit reached on tokens per day (TPD): Limit 200000, Used 199990, Requested 1900. "
        + "(rate_limit_exceeded)"),
    .error(
      "groq-498.json", .overloaded, 498,
      "The flexible tier is full (capacity_exceeded)"),
    .error("mistral-400.json", .unknownModel, 400, "No such model (invalid_model)"),
    .error("mistral-401.json", .badKey, 401, "Unauthorized"),
    .error(
      "mistral-422.json", .badSetting, 422,
      "body.max_completion_tokens: No such field; body.messages.0.role: Field required "
        + "(extra_forbidden, missing)"),
    .error("mistral-429.json", .rateLimited, 429, "Too fast (rate_limited)"),
    .error(
      "mistral-429-capacity.json", .rateLimited, 429,
      "The tier's capacity is used for now. (invalid_request_error)"),
    .error("mistral-500.json", .unavailable, 500, "Not available. (internal_server_error)"),
    .error(
      "deepseek-401.json", .badKey, 401,
      "That key is not right (authentication_error, invalid_request_error)"),
    .error(
      "deepseek-402.json", .exhausted, 402,
      "Insufficient Balance (unknown_error, invalid_request_error)"),
    .error(
      "deepseek-429.json", .rateLimited, 429, "Too fast (rate_limit_error)"),
    .error(
      "deepseek-503.json", .overloaded, 503,
      "The service is too busy. (service_unavailable_error)"),
    .error(
      "together-401.json", .badKey, 401, "No such key. (invalid_request_error, invalid_api_key)"),
    .error(
      "together-429.json", .rateLimited, 429,
      "Too fast for this model; its limit moves. (model_rate_limit)"),
    .error(
      "together-503.json", .overloaded, 503,
      "The server is overloaded or not ready. (service_unavailable)"),
  ]

  private static let tooLong =
    "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens. "
    + "Please reduce the length. (BadRequestError)"

  /// Servers that run on one's own machine.
  static let own: [AnswerCase] = [
    .error("vllm-400.json", .tooLong, 400, tooLong),
    .error("vllm-400-flat.json", .tooLong, 400, tooLong),
    .error("vllm-401.json", .badKey, 401, "Unauthorized"),
    .error(
      "vllm-404.json", .unknownModel, 404, "There is no model `none`. (NotFoundError)"),
    .error(
      "vllm-500-grammar.json", .schemaRefused, 500,
      "The grammar cannot be compiled. (InternalServerError)"),
    .error(
      "llamacpp-400-too-long.json", .tooLong, 400,
      "5000 tokens do not fit into 4096 (exceed_context_size_error)"),
    .error("llamacpp-401.json", .badKey, 401, "Invalid API Key (authentication_error)"),
    .error("llamacpp-404.json", .unknownModel, 404, "Nothing is here (not_found_error)"),
    .error("llamacpp-500.json", .unavailable, 500, "It did not compute. (server_error)"),
    .error(
      "llamacpp-500-grammar.json", .schemaRefused, 500, "failed to parse grammar (server_error)"),
    .error("llamacpp-503.json", .unavailable, 503, "Loading model (unavailable_error)"),
    .error(
      "lmstudio-400.json", .schemaRefused, 400,
      "'response_format.type' is not one of those known here"),
    .error(
      "lmstudio-404.json", .unknownModel, 404,
      #"Model "none" is not loaded (invalid_request_error, model_not_found)"#),
    .error(
      "ollama-404.json", .unknownModel, 404,
      #"model "none" is not here, pull it first (not_found_error)"#),
  ]
}
