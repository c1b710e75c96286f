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

  @Test(
    "names a field that is wrong, with its place",
    arguments: [
      (#""temperature":3"#, ".temperature: a number from 0 to 2 is needed"),
      (
        #""structuredOutput":"schema""#,
        ".structuredOutput: 'schema' is not one of json_schema, json_object, prompt"
      ),
      (
        #""extraHeaders":{"authorization":"x"}"#,
        ".extraHeaders: 'authorization' carries a key; put the key into a variable, and the header's "
          + "name into keyHeader"
      ),
      (#""extraHeaders":{"X Title":"x"}"#, ".extraHeaders: 'X Title' is no name of a header"),
      (#""keyHeader":"api-key: x""#, ".keyHeader: 'api-key: x' is no name of a header"),
      (#""keyHeader":"api\r\nkey""#, ".keyHeader: 'api\r\nkey' is no name of a header"),
      (#""keyHeader":"""#, ".keyHeader: '' is no name of a header"),
      (
        #""keyVariable":"sk-secret""#,
        ".keyVariable: the name of an environment variable is needed, in capital letters, digits "
          + "and _; the key itself belongs into that variable"
      ),
      (
        #""limits":{"outputTokensField":"tokens"}"#,
        ".limits.outputTokensField: 'tokens' is not one of max_completion_tokens, max_tokens"
      ),
      (
        #""limits":{"outputTokens":0}"#,
        ".limits.outputTokens: a number from 1 to 1000000 is needed"
      ),
      (
        #""limits":{"contextTokens":-1}"#,
        ".limits.contextTokens: a number from 1 to 100000000 is needed"
      ),
      (
        #""limits":{"timeoutSeconds":3601}"#,
        ".limits.timeoutSeconds: a number from 0.001 to 3600 is needed"
      ),
      (
        #""limits":{"deadlineSeconds":0}"#,
        ".limits.deadlineSeconds: a number from 0.001 to 86400 is needed"
      ),
      (#""limits":{"attempts":21}"#, ".limits.attempts: a number from 1 to 20 is needed"),
      (#""limits":{"attempts":0}"#, ".limits.attempts: a number from 1 to 20 is needed"),
      (
        #""limits":{"backoffSeconds":601}"#,
        ".limits.backoffSeconds: a number from 0 to 600 is needed"
      ),
      (
        #""limits":{"requestsPerMinute":0}"#,
        ".limits.requestsPerMinute: a number from 1 to 1000000 is needed"
      ),
      (
        #""limits":{"tokensPerMinute":-1}"#,
        ".limits.tokensPerMinute: a number from 1 to 1000000000 is needed"
      ),
      (
        #""prices":{"asOf":"2026-11-12","input":-1,"output":2}"#,
        ".prices: a price is below zero"
      ),
      (
        #""prices":{"asOf":"last week","input":1,"output":2}"#,
        ".prices.asOf: 'last week' is no day; write it as 2026-11-12"
      ),
    ])
  func mistakes(values: String, message: String) async throws {
    let models = "\"m\":{\(Self.core),\(values)}"
    // A profile's mistake is one even while the environment puts another model in its place.
    for variables in [[:], ["MODEL_NAME": "other"]] {
      try await Settings.test(models: models, variables) { settings, place in
        _ = #expect(throws: UsageError("\(place):2: models.m\(message)")) {
          try ProfileResolver(settings: settings).chain(from: "m")
        }
      }
    }
  }

  @Test("has prices only with the day on which they were true")
  func undated() async throws {
    let models = "\"m\":{\(Self.core),\"prices\":{\"input\":1,\"output\":2}}"
    let error = await #expect(throws: UsageError.self) {
      try await Settings.test(models: models) { _, _ in }
    }
    #expect(
      error?.description.hasSuffix("digest.json:2: the key 'models.m.prices.asOf' is missing")
        == true
    )
  }

  @Test(
    "is read where a list or a name in it is wrong",
    arguments: [
      (
        #""kind":"chat","model":"x","baseURL":"https://a.example""#,
        ".kind: there is no kind 'chat'"
      ),
      (#""kind":"ollama","model":" ","baseURL":"https://a.example""#, ".model is empty"),
      (
        #""kind":"ollama","model":"x","baseURL":"a.example""#,
        ".baseURL: 'a.example' is no http or https address"
      ),
      (
        #""kind":"ollama","model":"x","baseURL":"https://a.example/#b""#,
        ".baseURL: 'https://a.example/#b' must not have a fragment"
      ),
      (
        #""kind":"ollama","model":"x","baseURL":"https://a.example","fallbacks":["m"]"#,
        ".fallbacks: a profile cannot stand in for itself"
      ),
      (
        #""kind":"ollama","model":"x","baseURL":"https://a.example","fallbacks":["n","n"]"#,
        ".fallbacks: 'n' stands there twice"
      ),
    ])
  func core(values: String, message: String) async throws {
    let other = #""n":{"kind":"ollama","model":"x","baseURL":"http://localhost:1"}"#
    try await Settings.test(models: "\"m\":{\(values)},\(other)") { settings, place in
      let error = #expect(throws: UsageError.self) {
        try ProfileResolver(settings: settings).chain(from: "m")
      }
      #expect(error?.description.hasPrefix("\(place):2: models.m\(message)") == true, "\(error!)")
    }
  }
}
