import HTTP
import Models
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("A model profile")
struct ProfileValueTests {
  private static let core =
    #""kind":"openai-chat","model":"x","baseURL":"https://model.example/v1""#

  private func resolve(
    _ values: String, _ variables: [String: String] = [:]
  ) async throws -> ModelProfile {
    let models = "\"m\":{\(Self.core)\(values.isEmpty ? "" : ",")\(values)}"
    return try await Settings.test(models: models, variables) { settings, _ in
      try ProfileResolver(settings: settings).resolve("m", isOverridden: true).profile
    }
  }

  private static func made(_ change: (inout ModelProfile) -> Void) -> ModelProfile {
    var profile = ModelProfile(
      name: "m", kind: .openAIChat, model: "x", baseURL: "https://model.example/v1")
    change(&profile)
    return profile
  }

  @Test(
    "takes every field of digest.json",
    arguments: [
      ("", made { _ in }),
      (#""temperature":0.5"#, made { $0.temperature = 0.5 }),
      (#""reasoningEffort":"low""#, made { $0.reasoningEffort = "low" }),
      (#""structuredOutput":"json_schema""#, made { $0.format = .boundedSchema }),
      (#""structuredOutput":"json_object""#, made { $0.format = .object }),
      (#""structuredOutput":"prompt""#, made { $0.format = .prompt }),
      (#""marksCache":true"#, made { $0.marksCache = true }),
      (
        #""extraHeaders":{"X-Title":"digest","A":"b"}"#,
        made { $0.extraHeaders = [HTTPHeader("A", "b"), HTTPHeader("X-Title", "digest")] }
      ),
      (
        #""extraBody":{"thinking":{"type":"disabled"},"seed":null}"#,
        made {
          $0.extraBody = .object(["thinking": ["type": "disabled"], "seed": .null])
        }
      ),
      (#""limits":{"outputTokens":9}"#, made { $0.limits.outputTokens = 9 }),
      (
        #""limits":{"outputTokensField":"max_tokens"}"#,
        made { $0.limits.outputTokensField = "max_tokens" }
      ),
      (#""limits":{"contextTokens":9}"#, made { $0.limits.contextTokens = 9 }),
      (#""limits":{"timeoutSeconds":9}"#, made { $0.limits.timeoutSeconds = 9 }),
      (
        #""limits":{"timeoutSeconds":600}"#,
        made {
          $0.limits.timeoutSeconds = 600
          $0.limits.deadlineSeconds = 1200
        }
      ),
      (#""limits":{"deadlineSeconds":9}"#, made { $0.limits.deadlineSeconds = 9 }),
      (#""limits":{"attempts":9}"#, made { $0.limits.attempts = 9 }),
      (#""limits":{"backoffSeconds":9}"#, made { $0.limits.backoffSeconds = 9 }),
      (#""limits":{"requestsPerMinute":9}"#, made { $0.limits.requestsPerMinute = 9 }),
      (#""limits":{"tokensPerMinute":9000}"#, made { $0.limits.tokensPerMinute = 9000 }),
      (
        #""prices":{"asOf":"2026-11-12","input":1,"output":2}"#,
        made { $0.prices = Prices(asOf: "2026-11-12", input: 1, output: 2) }
      ),
      (
        #""prices":{"asOf":"2026-11-12","input":1,"cachedInput":0.1,"cacheWrite":1.25,"output":2}"#,
        made {
          $0.prices = Prices(
            asOf: "2026-11-12", input: 1, cachedInput: 0.1, cacheWrite: 1.25, output: 2)
        }
      ),
    ])
  func fields(values: String, profile: ModelProfile) async throws {
    #expect(try await resolve(values) == profile)
  }
}
