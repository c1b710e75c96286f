import HTTP
import Testing

@testable import Models

@Suite("Addresses")
struct AddressTests {
  /// A kind, a base URL and a model, with the address that they become.
  struct Case: Sendable, CustomTestStringConvertible {
    /// The kind.
    let kind: ModelKind
    /// The base URL.
    let base: String
    /// The model.
    let model: String
    /// The whole address.
    let expected: String

    init(_ kind: ModelKind, _ base: String, model: String = "m", _ expected: String) {
      (self.kind, self.base, self.model, self.expected) = (kind, base, model, expected)
    }

    var testDescription: String { "\(kind.rawValue) \(base) \(model)" }
  }

  @Test(
    "the dialect's path follows the base URL, and the query stays at the end",
    arguments: openAI + versioned + models)
  func address(example: Case) throws {
    let profile = RequestCase.profile(example.kind) {
      $0.baseURL = example.base
      $0.model = example.model
    }
    #expect(
      try profile.kind.dialect.request(RequestCase.prompt(), .schema, profile).url
        == example.expected)
  }

  private static let openAI = [
    Case(.openAIChat, "https://a.example/v1", "https://a.example/v1/chat/completions"),
    Case(.openAIChat, "https://a.example/v1//", "https://a.example/v1/chat/completions"),
    Case(.openAIChat, "https://a.example", "https://a.example/chat/completions"),
    Case(
      .openAIChat, "https://a.example/deployments/d?api-version=1",
      "https://a.example/deployments/d/chat/completions?api-version=1"),
    Case(
      .openAIChat, "https://a.example/v1/?a=b?c=/", "https://a.example/v1/chat/completions?a=b?c=/"),
    Case(.openAIResponses, "https://a.example/v1/", "https://a.example/v1/responses"),
    Case(.openAIResponses, "https://a.example/v1?a=1", "https://a.example/v1/responses?a=1"),
  ]

  private static let versioned = [
    Case(.anthropic, "https://a.example", "https://a.example/v1/messages"),
    Case(.anthropic, "https://a.example/", "https://a.example/v1/messages"),
    Case(.anthropic, "https://a.example/v1", "https://a.example/v1/messages"),
    Case(.anthropic, "https://a.example/v1/", "https://a.example/v1/messages"),
    Case(.anthropic, "https://a.example/proxy?a=/v1", "https://a.example/proxy/v1/messages?a=/v1"),
    Case(.anthropic, "https://v1.example", "https://v1.example/v1/messages"),
    Case(.anthropic, "https://a.example/v8-engine", "https://a.example/v8-engine/v1/messages"),
    Case(.ollama, "http://localhost:11434", "http://localhost:11434/api/chat"),
    Case(.ollama, "http://localhost:11434/", "http://localhost:11434/api/chat"),
    Case(.ollama, "http://localhost:11434/api", "http://localhost:11434/api/chat"),
    Case(.ollama, "http://localhost:11434/api/", "http://localhost:11434/api/chat"),
    Case(.ollama, "https://a.example/api?a=1", "https://a.example/api/chat?a=1"),
    Case(.gemini, "https://a.example", "https://a.example/v1beta/models/m:generateContent"),
    Case(.gemini, "https://a.example/v1beta/", "https://a.example/v1beta/models/m:generateContent"),
    Case(.gemini, "https://a.example/v1?a=1", "https://a.example/v1/models/m:generateContent?a=1"),
  ]

  private static let models = [
    Case(
      .gemini, "https://a.example/v1beta", model: "models/m",
      "https://a.example/v1beta/models/m:generateContent"),
    Case(
      .gemini, "https://a.example/v1beta", model: "m?x=#1 é",
      "https://a.example/v1beta/models/m%3Fx%3D%231%20%C3%A9:generateContent"),
    Case(.bedrock, "https://a.example", "https://a.example/model/m/converse"),
    Case(
      .bedrock, "https://a.example/", model: "us.sample.model-1-v1:0",
      "https://a.example/model/us.sample.model-1-v1%3A0/converse"),
    Case(
      .bedrock, "https://a.example", model: "arn:aws:bedrock:r:1:inference-profile/us.m",
      "https://a.example/model/arn%3Aaws%3Abedrock%3Ar%3A1%3Ainference-profile%2Fus.m/converse"),
    Case(
      .bedrock, "https://a.example", model: "a\tb",
      "https://a.example/model/a%09b/converse"),
  ]

  @Test("every kind has a name for config, a variable for its key and, mostly, a public address")
  func kinds() {
    #expect(
      ModelKind.allCases.map(\.rawValue)
        == ["openai-chat", "openai-responses", "anthropic", "gemini", "ollama", "bedrock"])
    #expect(
      ModelKind.allCases.map(\.keyVariable)
        == [
          "OPENAI_API_KEY", "OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY",
          "OLLAMA_API_KEY", "AWS_BEARER_TOKEN_BEDROCK",
        ])
    #expect(
      ModelKind.allCases.map(\.publicURL)
        == [
          "https://api.openai.com/v1", "https://api.openai.com/v1", "https://api.anthropic.com/v1",
          "https://generativelanguage.googleapis.com/v1beta", "http://localhost:11434", nil,
        ])
  }

  @Test("every kind knows its ways of asking for JSON, the surest first")
  func formats() {
    let all = ReplyFormat.allCases
    let few: [ReplyFormat] = [.schema, .prompt]
    #expect(ModelKind.allCases.map(\.dialect.formats) == [all, all, few, all, all, few])
  }
}
