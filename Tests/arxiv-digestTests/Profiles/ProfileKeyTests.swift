import Foundation
import HTTP
import Models
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("A profile's key")
struct ProfileKeyTests {
  /// A profile and variables, and what the server is to know us by.
  struct Case: Sendable, CustomTestStringConvertible {
    let profile: String
    let variables: [String: String]
    let access: ModelProfile.Access
    var testDescription: String { "\(profile) \(variables.keys.sorted())" }

    init(_ profile: String, _ variables: [String: String], _ access: ModelProfile.Access) {
      self.profile = profile
      self.variables = variables
      self.access = access
    }
  }

  private static let signed = HTTPRequest.Signature(
    accessKeyID: "id", secretKey: Secret("key"), sessionToken: Secret("token"), region: "us-east-1",
    service: "bedrock")
  private static let amazon = [
    "AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "key", "AWS_SESSION_TOKEN": "token",
    "AWS_REGION": "eu-central-1",
  ]

  @Test(
    "comes from the variable that is meant for the server",
    arguments: [
      Case("openai", ["OPENAI_API_KEY": "a", "ANTHROPIC_API_KEY": "b"], .key(Secret("a"))),
      Case("openai", ["OPENAI_API_KEY": "a", "MODEL_API_KEY": "b"], .key(Secret("b"))),
      Case("openai-responses", ["OPENAI_API_KEY": "a"], .key(Secret("a"))),
      Case("anthropic", ["ANTHROPIC_API_KEY": "a", "OPENAI_API_KEY": "b"], .key(Secret("a"))),
      Case("gemini", ["GEMINI_API_KEY": "a"], .key(Secret("a"))),
      Case("groq", ["GROQ_API_KEY": "a", "OPENAI_API_KEY": "b"], .key(Secret("a"))),
      Case("azure", ["AZURE_OPENAI_API_KEY": "a"], .key(Secret("a"), header: "api-key")),
      Case("azure", ["MODEL_API_KEY": "a"], .key(Secret("a"), header: "api-key")),
      // Another server's header would be a guess.
      Case(
        "azure", ["AZURE_OPENAI_API_KEY": "a", "MODEL_BASE_URL": "https://relay.example"],
        .key(Secret("a"))),
      Case(
        "groq", ["MODEL_KIND": "gemini", "MODEL_NAME": "x", "GEMINI_API_KEY": "a"],
        .key(Secret("a"))),
      Case("bedrock", ["AWS_BEARER_TOKEN_BEDROCK": "a"], .key(Secret("a"))),
      Case("bedrock", amazon.merging(["AWS_BEARER_TOKEN_BEDROCK": "a"]) { $1 }, .key(Secret("a"))),
      Case("bedrock", amazon, .signature(signed)),
      // Local servers want none, and get none unless it was meant for them.
      Case("ollama", [:], .open), Case("local", ["OPENAI_API_KEY": "a"], .open),
      Case("vllm", ["MODEL_API_KEY": "a"], .key(Secret("a"))),
      Case("openai", ["MODEL_BASE_URL": "http://127.0.0.1:1/v1"], .open),
      Case(
        "openai", ["MODEL_BASE_URL": "http://relay.example", "MODEL_API_KEY": "a"],
        .key(Secret("a"))),
    ])
  func found(example: Case) throws {
    let resolver = ProfileResolver(settings: try .test(example.variables))
    let profile = try resolver.resolve(example.profile, isOverridden: true).opened()
    #expect(profile.access == example.access)
  }

  @Test("is signed for the region of the address, or else of the variable")
  func region() throws {
    var variables = Self.amazon.merging(["MODEL_BASE_URL": "https://relay.example"]) { $1 }
    func access() throws -> ModelProfile.Access {
      try ProfileResolver(settings: .test(variables)).resolve("bedrock", isOverridden: true)
        .opened().access
    }
    guard case .signature(let signature) = try access() else {
      Issue.record("no signature")
      return
    }
    #expect(signature.region == "eu-central-1")
    variables["AWS_REGION"] = nil
    #expect(throws: UsageError.self) { try access() }
  }

  @Test(
    "that is missing is named, and whether it is there can be asked without it",
    arguments: [
      ("openai", "OPENAI_API_KEY"), ("anthropic", "ANTHROPIC_API_KEY"),
      ("gemini", "GEMINI_API_KEY"), ("bedrock", "AWS_BEARER_TOKEN_BEDROCK"),
      ("groq", "GROQ_API_KEY"), ("azure", "AZURE_OPENAI_API_KEY"),
    ])
  func missing(profile: String, variable: String) throws {
    let resolver = ProfileResolver(settings: try .test())
    let asked = try resolver.resolve(profile, isOverridden: true)
    #expect(asked.keys.status == .missing(variable))
    #expect("\(asked.keys.status)" == "missing: \(variable)")
    #expect(throws: UsageError.self) { try asked.opened() }
    // MODEL_API_KEY is never for a profile that stands in.
    let standIn = try ProfileResolver(settings: .test(["MODEL_API_KEY": "x"]))
      .resolve(profile, isOverridden: false)
    #expect(throws: UsageError.self) { try standIn.opened() }
  }

  private static let pair = #"""
    "m":{"kind":"openai-chat","model":"x","baseURL":"https://a.example/v1","fallbacks":["f"]},
    "n":{"kind":"gemini","model":"x","baseURL":"https://b.example","keyVariable":"B_KEY"},
    "o":{"kind":"openai-chat","model":"y","baseURL":"https://a.example/other"},
    "f":{"kind":"anthropic","model":"x","baseURL":"https://c.example"}
    """#

  private func checkKeys(_ summarize: String, _ variables: [String: String]) async throws {
    try await Settings.test(models: Self.pair, summarize: summarize, variables) { settings, _ in
      try ProfileResolver(settings: settings).checkKeys(of: settings.use())
    }
  }

  @Test("in MODEL_API_KEY goes to one host, and to no other")
  func twoHosts() async throws {
    let key = ["MODEL_API_KEY": "x"]
    await #expect(throws: UsageError.self) { try await checkKeys("n", key) }
    try await checkKeys("m", key)
    try await checkKeys("o", key)
    try await checkKeys("n", [:])
    // One address for both.
    try await checkKeys("n", key.merging(["MODEL_BASE_URL": "https://relay.example"]) { $1 })
    try await checkKeys("n", key.merging(["MODEL_PROFILE": "m"]) { $1 })
  }

  @Test("is asked for by the stages that run, and by no other")
  func stages() async throws {
    let variables = ["OPENAI_API_KEY": "x", "ANTHROPIC_API_KEY": "y"]
    try await Settings.test(models: Self.pair, summarize: "n", variables) { settings, _ in
      func made(_ words: [String]) throws -> Configuration {
        try Configuration(Arguments(words), settings, now: Date())
      }
      let translate = try made(["translate"])
      #expect(translate.translate.map(\.access) == [.key(Secret("x")), .key(Secret("y"))])
      #expect(translate.summarize.map(\.access) == [.open])
      #expect(throws: UsageError.self) { try made(["summarize"]) }
      #expect(throws: UsageError.self) { try made(["run"]) }
      #expect(throws: Never.self) { try made(["fetch"]) }
    }
  }

  @Test("in MODEL_API_KEY stops a run that would send it to two hosts")
  func stopped() async throws {
    let variables = ["MODEL_API_KEY": "x", "ANTHROPIC_API_KEY": "y"]
    try await Settings.test(models: Self.pair, summarize: "n", variables) { settings, _ in
      for words in [["run"], ["translate"], ["summarize"]] {
        let error = #expect(throws: UsageError.self) {
          try Configuration(Arguments(words), settings, now: Date())
        }
        #expect(error?.description.hasPrefix("MODEL_API_KEY: the profiles 'm' and 'n'") == true)
      }
      #expect(throws: Never.self) {
        try Configuration(Arguments(["run", "--from", "validate"]), settings, now: Date())
      }
    }
  }

  @Test("stays with its own profile where one stands in for another")
  func fallbacks() async throws {
    let variables = ["MODEL_API_KEY": "x", "ANTHROPIC_API_KEY": "y"]
    try await Settings.test(models: Self.pair, variables) { settings, _ in
      let chain = try ProfileResolver(settings: settings).chain(from: "m")
      #expect(try chain.map { try $0.opened().access } == [.key(Secret("x")), .key(Secret("y"))])
    }
  }
}
