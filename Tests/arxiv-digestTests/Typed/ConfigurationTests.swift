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
}
