import HTTP
import TestSupport
import Testing

@testable import Models

@Suite("Model clients")
struct ModelClientTests {
  private let prompt = Prompt(name: "summarize-7", system: "S", user: "U", schema: .summary)
  private let profile = {
    var profile = ModelProfile(
      name: "local", kind: .openAIChat, model: "some-model", baseURL: "http://localhost:11434/v1",
      prices: ModelProfile.Prices(input: 1, cachedInput: 1, output: 2))
    profile.limits.attempts = 3
    profile.limits.backoffSeconds = 4
    return profile
  }()

  private func answer(_ status: Int, _ body: String) -> ScriptedClient.Outcome {
    .success(HTTPResponse(status: status, body: Array(body.utf8)))
  }

  private let good =
    #"{"choices":[{"message":{"content":"{}"},"finish_reason":"stop"}],"#
    + #""usage":{"prompt_tokens":30,"completion_tokens":10}}"#
  private let reply = ModelReply(
    text: "{}", usage: TokenUsage(inputTokens: 30, cachedTokens: 0, outputTokens: 10))

  @Test("a question goes out in the profile's dialect, and the answer comes back")
  func roundTrip() async throws {
    let script = ScriptedClient([answer(200, good)])
    let client = ModelClient.remote(profile, http: script.client)
    #expect(try await client.complete(prompt) == reply)
    #expect(try script.requests == [Dialect.openAIChat.request(prompt, profile)])
    #expect(client.profile == "local")
    #expect(client.model == "some-model")
  }

  @Test("costs come from the profile, and are unknown without prices")
  func cost() {
    let http = ScriptedClient([]).client
    var unpriced = profile
    unpriced.prices = nil
    #expect(ModelClient.remote(profile, http: http).cost(reply.usage) == 0.00005)
    #expect(ModelClient.remote(unpriced, http: http).cost(reply.usage) == nil)
    #expect(ModelClient(profile: "p", model: "m") { _ in reply }.cost(reply.usage) == nil)
  }

  @Test("an error status is the model's error")
  func errorStatus() async {
    let script = ScriptedClient([answer(404, #"{"error":{"message":"no such model"}}"#)])
    await #expect(throws: ModelError.status(404, message: "no such model")) {
      try await ModelClient.remote(profile, http: script.client).complete(prompt)
    }
  }

  @Test("where no answer came, the client's own error passes")
  func noAnswer() async {
    let lost = HTTPError.connectionLost(host: "localhost", reason: "reset")
    let script = ScriptedClient([.failure(lost)])
    await #expect(throws: lost) {
      try await ModelClient.remote(profile, http: script.client).complete(prompt)
    }
  }

  @Test("the profile bounds the attempts and the waits")
  func policy() {
    let policy = ModelClient.retryPolicy(profile)
    #expect(policy.attempts == 3)
    #expect(policy.base == .seconds(4))
    #expect(policy.cap == RetryPolicy().cap)
    #expect(policy.patience == RetryPolicy().patience)
  }

  @Test("a busy server is asked again, after the profile's waits")
  func busy() async throws {
    let time = ManualTiming(random: 0.5)
    let script = ScriptedClient([answer(429, "slow_down"), answer(503, ""), answer(200, good)])
    let http = script.client.retrying(ModelClient.retryPolicy(profile), timing: time.timing)
    #expect(try await ModelClient.remote(profile, http: http).complete(prompt) == reply)
    #expect(time.waits == [.seconds(2), .seconds(4)])
  }

  @Test("a quota that is used up is not asked again")
  func exhausted() async {
    let time = ManualTiming()
    let script = ScriptedClient([
      answer(429, #"{"error":{"message":"used up","code":"insufficient_quota"}}"#)
    ])
    let http = script.client.retrying(ModelClient.retryPolicy(profile), timing: time.timing)
    await #expect(throws: ModelError.status(429, message: "used up (insufficient_quota)")) {
      try await ModelClient.remote(profile, http: http).complete(prompt)
    }
    #expect(script.requests.count == 1)
    #expect(time.waits.isEmpty)
  }
}
