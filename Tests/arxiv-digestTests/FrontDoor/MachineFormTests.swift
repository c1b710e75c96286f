import Foundation
import Models
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The forms for other programs")
struct MachineFormTests {
  /// A line of JSON, from a text that is broken for reading.
  private static func line(_ text: String) -> String { text.replacing("\n", with: "") + "\n" }

  @Test("list the topics")
  func topics() async throws {
    try await withWorld { world in
      let outcome = try await world.run(["topics", "--json"])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            output: Self.line(
              #"""
              {"format":1,"command":"topics","topics":[
              {"slug":"fl","name":"連合学習","query":"abs:\"federated learning\""},
              {"slug":"sd","name":"合成データ","query":"abs:\"synthetic data\""}]}
              """#), errors: "next: arxiv-digest topics check\n"))
    }
  }

  @Test("hold the queries against the papers on disk")
  func topicsCheck() async throws {
    let papers = [
      FakePaper(
        id: "2407.20000", published: "2024-07-29T10:00:00Z", phrase: "synthetic data"),
      FakePaper(
        id: "2407.10001", published: "2024-07-29T09:00:00Z", phrase: "federated learning"),
    ]
    try await withWorld(papers: papers) { world in
      _ = try await world.run(["fetch", "--week", "2024-07-26"])
      let file = try #require(world.read("digest.json"))
      let queries = ["abs:\\\"synthetic data\\\"": "abs:\\\"paper 2407.20000\\\" OR abs:none"]
      let changed = queries.reduce(file) { $0.replacing($1.key, with: $1.value) }
        .replacing("abs:\\\"federated learning\\\"", with: "jr:nature")
      try world.write(changed, to: "digest.json")
      let outcome = try await world.run(["topics", "check", "--week", "2024-07-26", "--json"])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            output: Self.line(
              #"""
              {"format":1,"command":"topics check","week":"2024-07-26","papers":2,"topics":[
              {"slug":"fl","name":"連合学習","query":"jr:nature","onDisk":["2407.10001"],
              "notChecked":"jr: cannot be evaluated here, because the records of papers do not hold \#
              the journal reference; only the search of arXiv can"},
              {"slug":"sd","name":"合成データ","query":"abs:\"paper 2407.20000\" OR abs:none",
              "onDisk":["2407.20000"],"matched":["2407.20000"],"parts":[
              {"depth":0,"part":"abs:\"paper 2407.20000\" OR abs:none","negated":false,
              "papers":["2407.20000"]},
              {"depth":1,"part":"abs:\"paper 2407.20000\"","negated":false,
              "papers":["2407.20000"],"only":1},
              {"depth":1,"part":"abs:none","negated":false,"papers":[],"only":0}],"matches":[
              {"id":"2407.20000","term":"abs:\"paper 2407.20000\"","before":"An abstract about ",
              "words":"paper 2407.20000","after":" & what it found."}]}]}
              """#),
            errors: """
              checked against the 2 papers on disk for the week of 2024-07-26
              next: arxiv-digest run --week 2024-07-26

              """))
      let empty = try await world.run(["topics", "check", "--week", "2024-01-05", "--json"])
      #expect(empty.status == .exit(1))
      #expect(empty.output == "")
    }
  }

  @Test("list the models, with no key and no address")
  func models() async throws {
    try await withWorld(spare: .anthropic) { world in
      let usage = try PaperCost(Places(folders: [world.folder]).prompts()).usage
      let dollars = Double(usage.inputTokens + 10 * usage.outputTokens) / 1_000_000
      let outcome = try await world.run(["models", "--json"])
      let prices =
        #""prices":{"asOf":"2024-07-26","input":1.0,"cachedInput":0.5,"cacheWrite":1.0,"output":10.0}"#
      #expect(
        outcome.output
          == Self.line(
            """
            {"format":1,"command":"models","paper":{"inputTokens":\(usage.inputTokens),
            "outputTokens":\(usage.outputTokens)},"models":[
            {"name":"spare","kind":"anthropic","model":"test-model","key":"not needed",
            "paperUSD":\(dollars),\(prices),"uses":[],"fallbackOf":["translate","summarize"]},
            {"name":"test","kind":"openai-chat","model":"test-model","key":"set",
            "paperUSD":\(dollars),\(prices),"uses":["translate","summarize"],"fallbackOf":[]}]}
            """))
      #expect(outcome.status == .exit(0))
      #expect(outcome.errors.hasSuffix("\nnext: arxiv-digest models check\n"))
      #expect(world.questions == [])
    }
  }

  @Test("tell what is wrong with pages, and what cannot be read")
  func lint() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let page = try #require(world.page)
      try world.write(
        page.replacing("論文\("2407.20001".inKana)の題目", with: "p(x|y)の推定"),
        to: "site/_sd/2024-07-26.md")
      let line = page.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains("論文\("2407.20001".inKana)の題目") }
      let number = try #require(line) + 1
      let finding =
        #"{"file":"site/_sd/2024-07-26.md","line":\#(number),"column":6,"code":"table","#
        + #""severity":"error","message":"Jekyll makes a table of the paragraph, and the | vanishes","#
        + #""fix":{"line":"**p(x\\|y)の推定**"}}"#
      let failure = "gone.md: cannot be read: No such file or directory"
      let outcome = try await world.run(["lint", "gone.md", "site", "--json"])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(1),
            output: Self.line(
              """
              {"format":1,"command":"lint","pages":1,"papers":4,"errors":1,"warnings":0,"fixed":0,
              "failures":["\(failure)"],"findings":[\(finding)]}
              """),
            errors: """
              \(failure)
              1 page with 4 papers: 1 error, 0 warnings; --fix puts 1 right; 1 path failed
              next: arxiv-digest lint gone.md site --json  # once that is mended

              """))
    }
  }

  @Test("tell what validation came to, in each of several weeks")
  func validate() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let file = "runs/2024-07-26/summaries.jsonl"
      let text = try #require(world.read(file))
      let bullet = "記録の少ない港の潮位を扱う（\("2407.20001".inKana)）"
      try world.write(
        text.replacing("\"bullets\":[\"\(bullet)\",", with: "\"bullets\":["), to: file)
      let week = Self.line(
        """
        {"week":"2024-07-26","papers":4,"accepted":3,"rejected":1,"pending":0,
        "changes":[{"id":"2407.20001","before":"accepted","now":"rejected"}],
        "problems":[{"id":"2407.20001","state":"withheld","message":
        "withheld: bullet-count in bullets (there are 3 bullets, a page shows four)"}]}
        """
      ).dropLast()
      let words = ["validate", "--week", "2024-07-26", "--topic", "sd", "--json"]
      let rehearsed = try await world.run(words + ["--dry-run"])
      #expect(
        rehearsed.output
          == "{\"format\":1,\"command\":\"validate\",\"dryRun\":true,\"weeks\":[\(week)]}\n")
      #expect(rehearsed.status == .exit(2))
      let both = ["validate", "--weeks", "2024-07-26..2024-08-02", "--topic", "sd", "--json"]
      let several = try await world.run(both)
      #expect(
        several.output
          == "{\"format\":1,\"command\":\"validate\",\"dryRun\":false,\"weeks\":[\(week),"
          + "{\"week\":\"2024-08-02\",\"error\":\"validate: no paper of the chosen topics is on disk "
          + "for the week of 2024-08-02; fetch first\"}]}\n")
      #expect(several.status == .exit(1))
    }
  }

  @Test("explain one paper")
  func explain() async throws {
    try await withWorld(papers: FakePaper.week(1)) { world in
      _ = try await world.run()
      let file = "runs/2024-07-26/summaries.jsonl"
      let text = try #require(world.read(file))
      let kana = "2407.20000".inKana
      let bullet = "予測の外れを半減できると実験で確かめた（\(kana)）"
      try world.write(text.replacing(bullet, with: "誤差が37%減った"), to: file)
      #expect(
        try await world.run(["validate", "--explain", "2407.20000", "--json"])
          == RunningProgram.Outcome(
            status: .exit(2),
            output: Self.line(
              """
              {"format":1,"command":"validate --explain","week":"2024-07-26","id":"2407.20000",
              "title":"Paper number 2407.20000","status":"rejected","parts":[
              {"field":"title","text":"論文\(kana)の題目","fixes":[],"findings":[]},
              {"field":"bullets[0]","text":"記録の少ない港の潮位を扱う（\(kana)）","fixes":[],"findings":[]},
              {"field":"bullets[1]","text":"観測の欠けた日に誤差が広がる（\(kana)）","fixes":[],"findings":[]},
              {"field":"bullets[2]","text":"隣町から借りた波形で補う学習法を示す（\(kana)）","fixes":[],
              "findings":[]},
              {"field":"bullets[3]","text":"誤差が37%減った","fixes":[],"findings":[
              {"code":"number-not-in-abstract","severity":"error",
              "message":"the number is not in the abstract","quote":"37%"}]},
              {"field":"remark","text":"これは気になる論文だね","fixes":[],"findings":[]}]}
              """)))
    }
  }
}
