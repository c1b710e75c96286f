import HTTP
import Models
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The environment over a profile")
struct ProfileOverrideTests {
  private static let models = #"""
    "m":{"kind":"openai-chat","model":"x","baseURL":"https://model.example/v1","temperature":0,
         "extraBody":{"a":1},"marksCache":true,"keyHeader":"api-key","limits":{"attempts":2},
         "prices":{"asOf":"2026-11-12","input":1,"output":2},"fallbacks":["n"]},
    "n":{"kind":"anthropic","model":"y","baseURL":"https://other.example"}
    """#

  /// Variables, and the kind, model and address that they lead to.
  struct Case: Sendable, CustomTestStringConvertible {
    let variables: [String: String]
    let kind: ModelKind
    let model: String
    let baseURL: String
    var testDescription: String { "\(variables)" }
  }

  @Test(
    "replaces kind, model and address",
    arguments: [
      Case(
        variables: ["MODEL_NAME": "z"], kind: .openAIChat, model: "z",
        baseURL: "https://model.example/v1"),
      Case(
        variables: ["MODEL_BASE_URL": "http://localhost:8080/v1"], kind: .openAIChat, model: "x",
        baseURL: "http://localhost:8080/v1"),
      Case(
        variables: ["MODEL_KIND": "anthropic", "MODEL_NAME": "z"], kind: .anthropic, model: "z",
        baseURL: "https://api.anthropic.com/v1"),
      Case(
        variables: ["MODEL_KIND": "openai-responses", "MODEL_NAME": "z"], kind: .openAIResponses,
        model: "z", baseURL: "https://api.openai.com/v1"),
      Case(
        variables: ["MODEL_KIND": "gemini", "MODEL_NAME": "z"], kind: .gemini, model: "z",
        baseURL: "https://generativelanguage.googleapis.com/v1beta"),
      Case(
        variables: ["MODEL_KIND": "ollama", "MODEL_NAME": "z"], kind: .ollama, model: "z",
        baseURL: "http://localhost:11434"),
      Case(
        variables: ["MODEL_KIND": "gemini", "MODEL_BASE_URL": "https://relay.example"],
        kind: .gemini, model: "x", baseURL: "https://relay.example"),
      Case(
        variables: [
          "MODEL_KIND": "bedrock", "MODEL_NAME": "z", "MODEL_BASE_URL": "https://aws.example",
        ], kind: .bedrock, model: "z", baseURL: "https://aws.example"),
    ])
  func values(example: Case) async throws {
    try await Settings.test(models: Self.models, example.variables) { settings, _ in
      let chain = try ProfileResolver(settings: settings).chain(from: "m").map(\.profile)
      // What was said of the profile's own model holds no more, what bounds a request does.
      var limits = ModelProfile.Limits()
      limits.attempts = 2
      #expect(
        chain.first
          == ModelProfile(
            name: "m", kind: example.kind, model: example.model, baseURL: example.baseURL,
            limits: limits))
      // The profile that stands in is left as it is.
      #expect(
        chain.last
          == ModelProfile(name: "n", kind: .anthropic, model: "y", baseURL: "https://other.example")
      )
    }
  }

  @Test("changes nothing where it says the same")
  func same() async throws {
    let variables = [
      "MODEL_KIND": "openai-chat", "MODEL_NAME": "x", "MODEL_BASE_URL": "https://model.example/v1",
    ]
    try await Settings.test(models: Self.models, variables) { settings, _ in
      let resolver = ProfileResolver(settings: settings)
      let asked = try resolver.resolve("m", isOverridden: true).profile
      let plain = try resolver.resolve("m", isOverridden: false).profile
      #expect(asked == plain)
    }
  }
}
