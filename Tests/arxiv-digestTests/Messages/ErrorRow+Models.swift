import Models

extension ErrorRow {
  private static let answered = "the model's server answered "

  /// A model's server gave no reply.
  static let ofModels: [ErrorRow] = [
    ErrorRow(
      ModelError(.badKey, status: 401, message: "no such key"),
      answered + "401 (the key is wrong or missing): no such key"
    ),
    ErrorRow(
      ModelError(.forbidden, status: 403, message: "not you"),
      answered + "403 (the key may not use this model, or not from this region): not you"
    ),
    ErrorRow(
      ModelError(.unknownModel, status: 404, message: "no model"),
      answered + "404 (no such model or address; see MODEL_NAME and MODEL_BASE_URL): no model"
    ),
    ErrorRow(
      ModelError(.exhausted, status: 402, message: "empty"),
      answered + "402 (no credit or quota is left): empty"
    ),
    ErrorRow(
      ModelError(.badSetting, status: 400, message: "bad field"),
      answered + "400 (it does not take a value of the model profile): bad field"
    ),
    ErrorRow(
      ModelError(.schemaRefused, status: 400, message: "x"),
      answered + "400 (it does not take the JSON schema): x"
    ),
    ErrorRow(
      ModelError(.boundsRefused, status: 400, message: "x"),
      answered + "400 (it does not take the JSON schema): x"
    ),
    ErrorRow(
      ModelError(.tooLong, status: 413, message: "x"),
      answered + "413 (the question is too long): x"
    ),
    ErrorRow(ModelError(.tooLong, status: 0, message: "not asked"), "not asked"),
    ErrorRow(
      ModelError(.filtered, status: 400, message: "x"),
      answered + "400 (its filter withheld the question): x"
    ),
    ErrorRow(
      ModelError(.capReached, status: 400, message: "x"),
      answered + "400 (the output limit was reached before there was an answer): x"
    ),
    ErrorRow(
      ModelError(.rateLimited, status: 429, message: "slowly"),
      answered + "429 (too many requests): slowly"
    ),
    ErrorRow(
      ModelError(.overloaded, status: 503, message: "busy"),
      answered + "503 (it is overloaded): busy"
    ),
    ErrorRow(ModelError(.rejected, status: 418, message: "tea"), answered + "418: tea"),
    ErrorRow(ModelError(.unavailable, status: 500), answered + "500"),
    ErrorRow(ModelError(.badGeneration, status: 400, message: "x"), answered + "400: x"),
    ErrorRow(ModelError(.final, status: 503, message: "x"), answered + "503: x"),
    ErrorRow(
      ModelError(.unreadable, status: 200, message: "it is empty"),
      "the answer of the model's server cannot be read: it is empty"
    ),
    ErrorRow(ModelError(.unreadable, status: 204), answered + "204"),
    ErrorRow(
      ModelError(.badKey, status: 401),
      answered + "401 (the key is wrong or missing)"
    ),
  ]
}
