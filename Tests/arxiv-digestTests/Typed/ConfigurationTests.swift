import Foundation
import HTTP
import Models
import Pipeline
import Records
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("Configuration")
struct ConfigurationTests {
  private static let now = Date(timeIntervalSince1970: 1_722_600_000)  // 2024-08-02T12:00Z
  private static let key = ["MODEL_API_KEY": "sk-1"]
  private static let shipped = Fixture.root + "/digest.json"
  private static let openAI = Settings.shippedPlace["models"]["openai"]

  /// The shipped files, with some variables.
  private func configuration(
    _ words: [String], _ variables: [String: String] = key, places: Places? = nil
  ) throws -> Configuration {
    try Configuration(
      Arguments(words), .test(variables, places: places ?? Places(folders: [Fixture.root])),
      now: Self.now)
  }

  @Test("the defaults are the last full week, all topics and the shipped model")
  func defaults() throws {
    let made = try configuration(["run"])
    #expect(made.jobs[0].week.description == "2024-07-26")
    #expect(
      made.jobs[0].topics.map(\.slug)
        == ["fl", "sd", "ssi", "dp", "ftl", "he", "mpc", "pets", "zkp", "tee"])
    #expect(made.jobs[0].stages == Stage.allCases)
    #expect(made.jobs[0].folder.path == "runs/2024-07-26")
    #expect(made.jobs[0].site == "site")
    #expect(made.jobs[0].concurrency == 16)
    #expect(!made.jobs[0].refetches)
    #expect(made.traffic == .network)
    #expect(
      made.arXiv
        == Configuration.ArXivSettings(
          source: .api, url: "https://export.arxiv.org/api/query",
          oaiURL: "https://oaipmh.arxiv.org/oai", interval: .seconds(3),
          paceFile: "/tmp/arxiv-digest-arxiv.org.pace",
          userAgent: "arxiv-digest/\(Help.version)", certificateFile: nil,
          isAnonymous: true))
    #expect(made.translate == made.summarize)
    #expect(made.translate.map(\.name) == ["openai"])
    #expect(made.translate.map(\.access) == [.key(Secret("sk-1"))])
    #expect(made.jobs[0].purse.limits == SpendingLimits())
    #expect(!made.jobs[0].isReplay)
    #expect(made.jobs[0].repairs == 2)
    #expect(!made.jobs[0].isRehearsal)
  }

  @Test("how often a model is asked again is for the flag to say, and then for the file")
  func repairs() async throws {
    try await withTemporaryFolder { folder in
      let shipped = try String(contentsOfFile: Self.shipped, encoding: .utf8)
      let places = Places(folders: [folder, Fixture.root])
      for (entry, words, repairs) in [
        ("{}", [], 2), (#"{"repairs":0}"#, [], 0), (#"{"repairs":10}"#, [], 10),
        (#"{"repairs":5}"#, ["--repairs", "0"], 0), ("{}", ["--repairs=10"], 10),
      ] {
        try Data(shipped.replacing(#""use":"#, with: #""validation":\#(entry),"use":"#).utf8)
          .write(to: URL(filePath: folder + "/digest.json"))
        #expect(try configuration(["run"] + words, places: places).jobs[0].repairs == repairs)
      }
    }
  }

  @Test("topics stand in the order of the file, however they were typed")
  func topicOrder() throws {
    let made = try configuration(["run", "--topic", "sd", "--topic", "fl", "--topic", "sd"])
    #expect(made.jobs[0].topics.map(\.name) == ["連合学習", "合成データ"])
  }

  @Test("a flag wins over the environment, and that over the file")
  func precedence() throws {
    let variables = Self.key.merging(["MODEL_PROFILE": "local"]) { $1 }
    func names(_ words: [String], _ variables: [String: String]) throws -> [String] {
      let made = try configuration(words, variables)
      return (made.translate + made.summarize).map(\.name)
    }
    #expect(try names(["run"], variables) == ["local", "local"])
    #expect(try names(["run", "--model", "openai"], variables) == ["openai", "openai"])
    #expect(try names(["run"], Self.key) == ["openai", "openai"])
  }

  @Test("what belongs to the profile's own model does not carry over to another")
  func otherModel() throws {
    let variables = Self.key.merging(["MODEL_NAME": "other"]) { $1 }
    let made = try #require(try configuration(["run"], variables).translate.first)
    #expect(made.model == "other")
    #expect(made.prices == nil)
    #expect(made.reasoningEffort == nil)
    #expect(!made.marksCache)
  }

  @Test("a key is needed only where one is used")
  func keys() throws {
    #expect(throws: UsageError.self) { try configuration(["run"], [:]) }
    for words in [
      ["fetch"], ["validate"], ["render"], ["run", "--from", "validate"],
      ["run", "--model", "local"], ["run", "--replay", Fixture.path("sample-week")],
    ] {
      #expect(try configuration(words, [:]).translate.map(\.access) == [.open])
    }
  }

  @Test("the limits on spending are read")
  func spendingLimits() throws {
    for (words, limits) in [
      (["--max-cost", "0.50"], SpendingLimits(maxUSD: 0.5)),
      (["--max-cost", "$2"], SpendingLimits(maxUSD: 2)),
      (["--max-cost=0"], SpendingLimits(maxUSD: 0)),
      (["--max-requests", "7"], SpendingLimits(maxRequests: 7)),
      (["--max-cost", "1", "--max-requests", "0"], SpendingLimits(maxUSD: 1, maxRequests: 0)),
    ] {
      #expect(try configuration(["run"] + words).jobs[0].purse.limits == limits)
    }
    // A stage that costs nothing cannot pass its limit.
    #expect(throws: Never.self) {
      try configuration(["run", "--from", "validate", "--model", "local", "--max-cost", "1"], [:])
    }
  }

  /// Words and variables, and what is said of them.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let words: [String]
    var variables = ConfigurationTests.key
    let message: String
    var testDescription: String { message }
  }

  @Test(
    "a mistake is named with its place before anything is sent",
    arguments: [
      Mistake(
        words: ["run", "--week", "2024-02-30"],
        message: "--week 2024-02-30: no such day; write it as 2024-07-26"),
      Mistake(
        words: ["run", "--week", "2024-08-09"],
        message: "--week 2024-08-09: the week of 2024-08-09 has not begun yet"),
      Mistake(
        words: ["run", "--from", "paint"],
        message: "--from paint: no such stage; the stages are fetch, translate, summarize, "
          + "validate, render"),
      Mistake(
        words: ["run", "--concurrency", "0"],
        message: "--concurrency 0: a whole number from 1 to 1024 is needed"),
      Mistake(
        words: ["run", "--replay", "/nowhere/at/all"],
        message: "--replay /nowhere/at/all: no folder with a recording; make one with --record "
          + "/nowhere/at/all"),
      Mistake(
        words: ["run", "--record", "/dev/null/x"],
        message: "--record /dev/null/x: nothing can be written there; choose another folder"),
      Mistake(
        words: ["run", "--replay", "/", "--record", "x"],
        message: "--replay and --record exclude each other"),
      Mistake(
        words: ["run"], variables: ["ARXIV_API_URL": "ftp://example.org"],
        message: "ARXIV_API_URL: 'ftp://example.org' is no http or https address without a query"),
      Mistake(
        words: ["run"],
        variables: ["OPENAI_API_KEY": "sk-1", "MODEL_BASE_URL": "http://model.example/v1"],
        message: "\(openAI): OPENAI_API_KEY would travel unencrypted to "
          + "model.example; use https, or give that server its own key in MODEL_API_KEY"),
      Mistake(
        words: ["run"], variables: ["ARXIV_INTERVAL_SECONDS": "soon"],
        message: "ARXIV_INTERVAL_SECONDS: 'soon' is no number from 0 to 3600"),
      Mistake(
        words: ["run"], variables: ["ARXIV_INTERVAL_SECONDS": "1"],
        message: "ARXIV_INTERVAL_SECONDS: arXiv allows one request in three seconds "
          + "(https://info.arxiv.org/help/api/tou.html); set it to 3 or more"),
      Mistake(
        words: ["run"], variables: ["MODEL_KIND": "openai-chatt"],
        message: "MODEL_KIND: there is no kind 'openai-chatt'; did you mean "
          + "'openai-chat'?; known: openai-chat, openai-responses, anthropic, gemini, ollama, bedrock"
      ),
      Mistake(
        words: ["run"], variables: ["MODEL_BASE_URL": "https://me:secret@example.org/v1"],
        message:
          "MODEL_BASE_URL: it holds a user name or password; put the key "
          + "into MODEL_API_KEY"),
      Mistake(
        words: ["run"], variables: [:],
        message: "\(openAI): no key for api.openai.com; set MODEL_API_KEY or "
          + "OPENAI_API_KEY in the environment or in .env (see .env.example)"),
      Mistake(
        words: ["run", "--max-cost", "much"],
        message: "--max-cost much: an amount of US dollars is needed, such as 0.50"),
      Mistake(
        words: ["run", "--max-cost", "-1"],
        message: "--max-cost -1: an amount of US dollars is needed, such as 0.50"),
      Mistake(
        words: ["run", "--repairs", "11"],
        message: "--repairs 11: a whole number from 0 to 10 is needed"),
      Mistake(
        words: ["translate", "--repairs", "-1"],
        message: "--repairs -1: a whole number from 0 to 10 is needed"),
      Mistake(
        words: ["summarize", "--repairs", "two"],
        message: "--repairs two: a whole number from 0 to 10 is needed"),
      Mistake(
        words: ["run", "--max-requests", "1.5"],
        message: "--max-requests 1.5: a whole number is needed"),
      Mistake(
        words: ["run", "--model", "local", "--max-cost", "1"],
        message: "--max-cost: the model profile 'local' names no prices for qwen3:8b; add them to "
          + "digest.json, or use --max-requests"),
      Mistake(
        words: ["run", "--max-cost", "1"],
        variables: ["MODEL_API_KEY": "sk-1", "MODEL_NAME": "other"],
        message: "--max-cost: the model profile 'openai' names no prices for other; add them to "
          + "digest.json, or use --max-requests"),
      Mistake(
        words: ["run"], variables: ["SSL_CERT_FILE": "/nowhere/at/all"],
        message: "SSL_CERT_FILE: /nowhere/at/all cannot be read"),
    ])
  func mistakes(mistake: Mistake) {
    #expect(throws: UsageError(mistake.message)) {
      try configuration(mistake.words, mistake.variables)
    }
  }

  @Test("an unknown topic and an unknown profile are named with their file")
  func unknownNames() throws {
    let path = Fixture.root + "/digest.json"
    #expect(
      throws: UsageError(
        "--topic ds: no such topic in \(path); known: fl, sd, ssi, dp, ftl, he, mpc, pets, zkp, tee"
      )
    ) { try configuration(["run", "--topic", "ds"]) }
    #expect(
      throws: UsageError(
        "\(path): no model profile 'opnai'; did you mean 'openai'?; known: anthropic, azure, "
          + "bedrock, deepseek, gemini, groq, llamacpp, lmstudio, local, mistral, ollama, openai, "
          + "openai-responses, openrouter, together, vllm")
    ) { try configuration(["run", "--model", "opnai"]) }
  }

  @Test("files that are nowhere are told with every place that was looked in")
  func missingFiles() async throws {
    try await withTemporaryFolder { folder in
      _ = #expect(
        throws: UsageError(
          "digest.json: not found in \(folder)/one or \(folder); fill a folder with: "
            + "arxiv-digest init, and run in it")
      ) { try configuration(["run"], places: Places(folders: [folder + "/one", folder])) }
    }
  }

  @Test("a prompt with an unknown hole is named before anything is sent")
  func prompts() async throws {
    try await withTemporaryFolder { folder in
      for name in ["digest.json", "prompts"] {
        try FileManager.default.copyItem(
          atPath: "\(Fixture.root)/\(name)", toPath: "\(folder)/\(name)")
      }
      try Data("{{fence}} {{id}} {{titel}}".utf8)
        .write(to: URL(filePath: folder + "/prompts/title.md"))
      _ = #expect(
        throws: TemplateError.unknownHole(
          file: folder + "/prompts/title.md", name: "titel",
          known: ["fence", "id", "terms", "title"])
      ) { try configuration(["run"], places: Places(folders: [folder])) }
    }
  }
}
