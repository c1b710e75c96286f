import Foundation
import HTTP
import Models
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The shipped profiles")
struct ShippedProfileTests {
  /// What a profile is to be.
  struct Expected: Sendable, Equatable, CustomTestStringConvertible {
    let name: String
    let kind: ModelKind
    let model: String
    let baseURL: String
    let key: String?
    let prices: Prices?
    var testDescription: String { name }

    /// `prices` are those of input, cached input, cache writing and output.
    init(
      _ name: String, _ kind: ModelKind, _ model: String, _ baseURL: String, key: String? = nil,
      _ prices: (Double, Double, Double, Double)? = nil
    ) {
      self.name = name
      self.kind = kind
      self.model = model
      self.baseURL = baseURL
      self.key = key
      self.prices = prices.map {
        Prices(asOf: "2026-11-12", input: $0.0, cachedInput: $0.1, cacheWrite: $0.2, output: $0.3)
      }
    }
  }

  private static let all = [
    Expected(
      "openai", .openAIChat, "gpt-6-luna", "https://api.openai.com/v1", key: "OPENAI_API_KEY",
      (0.10, 0.01, 0.125, 0.50)),
    Expected(
      "openai-responses", .openAIResponses, "gpt-6-luna", "https://api.openai.com/v1",
      key: "OPENAI_API_KEY", (0.10, 0.01, 0.125, 0.50)),
    Expected(
      "anthropic", .anthropic, "claude-haiku-5-5", "https://api.anthropic.com/v1",
      key: "ANTHROPIC_API_KEY", (0.10, 0.01, 0.125, 0.50)),
    Expected(
      "gemini", .gemini, "gemini-3.1-flash-lite",
      "https://generativelanguage.googleapis.com/v1beta", key: "GEMINI_API_KEY",
      (0.25, 0.025, 0.25, 1.50)),
    Expected(
      "bedrock", .bedrock, "us.anthropic.claude-haiku-5-5",
      "https://bedrock-runtime.us-east-1.amazonaws.com", key: "AWS_BEARER_TOKEN_BEDROCK",
      (0.11, 0.011, 0.1375, 0.55)),
    Expected(
      "azure", .openAIChat, "gpt-6-luna", "https://YOUR-RESOURCE.openai.azure.com/openai/v1",
      key: "AZURE_OPENAI_API_KEY"),
    Expected(
      "openrouter", .openAIChat, "openai/gpt-6-luna", "https://openrouter.ai/api/v1",
      key: "OPENROUTER_API_KEY"),
    Expected(
      "groq", .openAIChat, "openai/gpt-oss-120b", "https://api.groq.com/openai/v1",
      key: "GROQ_API_KEY", (0.15, 0.075, 0.15, 0.60)),
    Expected(
      "mistral", .openAIChat, "mistral-small-latest", "https://api.mistral.ai/v1",
      key: "MISTRAL_API_KEY", (0.15, 0.015, 0.15, 0.60)),
    Expected(
      "deepseek", .openAIChat, "deepseek-flash", "https://api.deepseek.com",
      key: "DEEPSEEK_API_KEY", (0.30, 0.006, 0.30, 1.20)),
    Expected(
      "together", .openAIChat, "openai/gpt-oss-20b", "https://api.together.xyz/v1",
      key: "TOGETHER_API_KEY"),
    Expected("ollama", .ollama, "qwen3:8b", "http://localhost:11434"),
    Expected("vllm", .openAIChat, "Qwen/Qwen3-8B", "http://localhost:8000/v1"),
    Expected("llamacpp", .openAIChat, "default", "http://localhost:8080/v1"),
    Expected("lmstudio", .openAIChat, "qwen3-8b", "http://localhost:1234/v1"),
    Expected("local", .openAIChat, "qwen3:8b", "http://localhost:11434/v1"),
  ]

  @Test("are those of the table, and no others")
  func complete() throws {
    let file = try DigestFile.read(Fixture.root + "/digest.json")
    #expect(file.models.keys.sorted() == Self.all.map(\.name).sorted())
  }

  @Test("lead where they should, at known prices, with their own keys", arguments: all)
  func resolved(expected: Expected) throws {
    let variables = expected.key.map { [$0: "a key"] } ?? [:]
    let resolver = ProfileResolver(settings: try .test(variables))
    let profile = try resolver.resolve(expected.name, isOverridden: true).opened()
    #expect(profile.kind == expected.kind)
    #expect(profile.model == expected.model)
    #expect(profile.baseURL == expected.baseURL)
    #expect(profile.prices == expected.prices)
    let header = expected.name == "azure" ? "api-key" : nil
    let key = ModelProfile.Access.key(Secret("a key"), header: header)
    #expect(profile.access == (expected.key == nil ? .open : key))
    let without = try ProfileResolver(settings: .test())
      .resolve(expected.name, isOverridden: true).keys.status
    #expect(without == expected.key.map { .missing($0) } ?? .notNeeded)
  }

  @Test("take what their servers want")
  func settings() throws {
    let resolver = ProfileResolver(settings: try .test())
    func profile(_ name: String) throws -> ModelProfile {
      try resolver.resolve(name, isOverridden: true).profile
    }
    #expect(
      try ["openai", "openai-responses", "anthropic"].map { try profile($0).marksCache } == [
        true, true, true,
      ])
    for name in ["openai", "openai-responses", "anthropic", "azure", "ollama"] {
      #expect(try profile(name).reasoningEffort == "none")
    }
    let old = [
      "openrouter", "mistral", "deepseek", "together", "vllm", "llamacpp", "lmstudio", "local",
    ]
    for name in old { #expect(try profile(name).limits.outputTokensField == "max_tokens") }
    for name in ["ollama", "vllm", "llamacpp", "lmstudio", "local"] {
      #expect(try profile(name).limits.timeoutSeconds == 600)
      #expect(try profile(name).limits.deadlineSeconds == 1200)
    }
    #expect(try profile("deepseek").format == .object)
    #expect(try profile("deepseek").extraBody == ["thinking": ["type": "disabled"]])
    #expect(try profile("openrouter").extraBody == ["provider": ["require_parameters": true]])
    #expect(try profile("ollama").limits.contextTokens == 16_384)
  }

  @Test("have a line in the README, with the variable of their key", arguments: all)
  func readme(expected: Expected) throws {
    let text = try String(contentsOfFile: Fixture.root + "/README.md", encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.hasPrefix("| `\(expected.name)` | ") }
    #expect(line?.contains(expected.key.map { "`\($0)`" } ?? "none") == true)
  }
}
