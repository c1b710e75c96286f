import HTTP
import Models
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The check of a profile")
struct ProfileCheckTests {
  private static let profile = ModelProfile(
    name: "m", kind: .openAIChat, model: "x", baseURL: "https://model.example/v1",
    prices: Prices(asOf: "2026-11-12", input: 1, output: 10))

  private static func answer(
    _ content: String, finish: String = "stop", status: Int = 200
  ) -> ScriptedClient.Outcome {
    let text = content.replacing("\"", with: "\\\"")
    return .success(
      HTTPResponse(
        status: status, headers: [],
        body: Array(
          #"{"model":"x-1","choices":[{"message":{"content":"\#(text)"},"finish_reason":"\#(finish)"}],"#
            .utf8)
          + Array(#""usage":{"prompt_tokens":700,"completion_tokens":30}}"#.utf8)))
  }

  private static func error(_ status: Int, _ message: String) -> ScriptedClient.Outcome {
    .success(
      HTTPResponse(
        status: status, headers: [], body: Array(#"{"error":{"message":"\#(message)"}}"#.utf8)))
  }

  private static let good = #"{"titles":[{"id":"2407.20021","title":"連合学習のための合成データの概観"}]}"#

  private func run(
    _ script: ScriptedClient, profile: ModelProfile = profile
  ) async throws -> ModelReply {
    try await ProfileCheck(
      profile: profile, http: script.client, prompts: Settings.test().prompts(), note: { _ in }
    ).run()
  }

  @Test("is one small question, and tells who answered and what it cost")
  func works() async throws {
    let script = ScriptedClient([Self.answer(Self.good)])
    let reply = try await run(script)
    #expect(
      CheckText(profile: Self.profile, keyVariable: "A_KEY").line(for: reply)
        == "m: ok, x-1, 700 tokens in, 30 out, $0.001000, asked with json_schema")
    #expect(script.requests.count == 1)
    guard case .post(let body) = script.requests[0].method else { return }
    #expect(String(decoding: body, as: UTF8.self).contains(#""max_completion_tokens":2000"#))
  }

  @Test("keeps to a smaller cap of the profile")
  func cap() async throws {
    var profile = Self.profile
    profile.limits.outputTokens = 300
    profile.prices = nil
    let script = ScriptedClient([Self.answer(Self.good)])
    let reply = try await run(script, profile: profile)
    #expect(
      CheckText(profile: profile, keyVariable: "A_KEY").line(for: reply)
        .contains("cost unknown (no prices)"))
    guard case .post(let body) = script.requests[0].method else { return }
    #expect(String(decoding: body, as: UTF8.self).contains(#""max_completion_tokens":300"#))
  }

  @Test("goes on to the next way of asking, and says which one works")
  func format() async throws {
    let script = ScriptedClient([
      Self.error(400, "response_format is not supported"), Self.answer(Self.good),
    ])
    #expect(try await run(script).format == .object)
  }

  @Test(
    "tells a reply of no use from a good one",
    arguments: [
      (answer("", finish: "length"), ProfileCheck.Failure.truncated(2000)),
      (answer("", finish: "content_filter"), .refused("its filter withheld the reply")),
      (answer("申し訳ありません"), .misshapen("the reply holds no JSON object")),
      (answer(#"{"titles":[]}"#), .misshapen("it is not about the paper that was asked about")),
      (
        answer(#"{"titles":[{"id":"2407.20021","title":""}]}"#),
        .misshapen("it is not about the paper that was asked about")
      ),
    ])
  func useless(outcome: ScriptedClient.Outcome, failure: ProfileCheck.Failure) async throws {
    await #expect(throws: failure) { try await run(ScriptedClient([outcome])) }
  }

  @Test("sends nothing twice, whatever goes wrong")
  func once() async throws {
    for outcome in [
      Self.error(429, "slow down"), Self.error(500, "oh"), Self.error(401, "no"),
      .failure(.timedOut(host: "a", reason: "b")),
    ] {
      let script = ScriptedClient([outcome])
      await #expect(throws: (any Error).self) { try await run(script) }
      #expect(script.requests.count == 1)
    }
  }
}
