import HTTP
import Models
import Testing

@Suite("Model errors")
struct ModelErrorTests {
  @Test(
    "an error says what happened and what to look at",
    arguments: [
      (
        ModelError.status(401, message: "no such key (invalid_api_key)"),
        "the model's server answered 401 (the key is wrong or missing; see MODEL_API_KEY): "
          + "no such key (invalid_api_key)"
      ),
      (
        .status(402, message: "empty"),
        "the model's server answered 402 (no credit is left): empty"
      ),
      (
        .status(403, message: "not you"),
        "the model's server answered 403 (the key may not use this model): not you"
      ),
      (
        .status(404, message: "no model"),
        "the model's server answered 404 (no such model or address; see MODEL_NAME and "
          + "MODEL_BASE_URL): no model"
      ),
      (
        .status(429, message: "slowly"),
        "the model's server answered 429 (too many requests, or the quota is used up): slowly"
      ),
      (.status(400, message: "bad field"), "the model's server answered 400: bad field"),
      (.status(500, message: ""), "the model's server answered 500"),
      (
        .status(401, message: ""),
        "the model's server answered 401 (the key is wrong or missing; see MODEL_API_KEY)"
      ),
      (
        .unreadable(reason: "it holds no choice"),
        "the answer of the model's server cannot be read: it holds no choice"
      ),
    ])
  func description(error: ModelError, text: String) {
    #expect("\(error)" == text)
  }

  @Test(
    "a key, a model name or a quota meets every paper alike",
    arguments: [
      ModelError.status(401, message: ""),
      .status(402, message: ""),
      .status(403, message: ""),
      .status(404, message: ""),
      .status(429, message: "used up (insufficient_quota)"),
      .status(429, message: "used up (credit_balance_exhausted)"),
      .status(429, message: "used up (organization_spend_limit_exceeded)"),
      .status(429, message: "used up (project_spend_limit_exceeded)"),
      .status(429, message: "used up (organization_usage_limit_exceeded)"),
    ])
  func everyPaper(error: ModelError) {
    #expect(error.concernsEveryPaper)
  }

  @Test(
    "other trouble is one paper's own",
    arguments: [
      ModelError.status(200, message: "broke off"),
      .status(400, message: "insufficient_quota of context"),
      .status(408, message: ""),
      .status(413, message: ""),
      .status(422, message: ""),
      .status(429, message: "too many tokens (rate_limit_exceeded)"),
      .status(429, message: ""),
      .status(500, message: ""),
      .status(502, message: ""),
      .status(503, message: ""),
      .status(529, message: ""),
      .unreadable(reason: "it is not valid JSON"),
    ])
  func onePaper(error: ModelError) {
    #expect(!error.concernsEveryPaper)
  }

  @Test(
    "what may pass is asked again",
    arguments: [
      (408, ""), (429, ""), (429, #"{"error":{"code":"rate_limit_exceeded"}}"#), (429, "slow_down"),
      (500, ""), (502, "<html>"), (503, ""), (504, ""), (520, ""), (529, ""),
      (500, "insufficient_quota"),
    ])
  func retried(status: Int, body: String) {
    #expect(shouldRetry(status, body))
  }

  @Test(
    "what cannot succeed is not asked again",
    arguments: [
      (200, ""), (301, ""), (400, ""), (401, ""), (402, ""), (403, ""), (404, ""), (413, ""),
      (422, ""), (499, ""), (600, ""),
      (429, #"{"error":{"type":"insufficient_quota","code":null}}"#),
      (429, #"{"error":{"code":"credit_balance_exhausted"}}"#),
      (429, #"{"error":{"code":"organization_spend_limit_exceeded"}}"#),
      (429, #"{"error":{"code":"organization_usage_limit_exceeded"}}"#),
    ])
  func notRetried(status: Int, body: String) {
    #expect(!shouldRetry(status, body))
  }

  private func shouldRetry(_ status: Int, _ body: String) -> Bool {
    let profile = ModelProfile(
      name: "p", kind: .openAIChat, model: "m", baseURL: "https://models.example")
    return ModelClient.retryPolicy(profile).shouldRetry(
      HTTPResponse(status: status, body: Array(body.utf8)))
  }
}
