import Foundation
import TestSupport
import Testing

@Suite("A whole run of the built program")
struct WholeRunTests {
  @Test("makes the page, and tells what it did and what it cost")
  func first() async throws {
    try await withWorld { world in
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0))
      #expect(outcome.output == "site/_sd/2024-07-26.md\n")
      // Five requests: 600 fresh tokens at $1, 400 cached at $0.5, 200 out at $10, per million.
      #expect(
        outcome.errors == """
            sd: 4 papers of 4 hits on 1 page, confirmed
          fetch: 1 topic fetched, 0 on disk already, 4 new papers
          plan: 5 requests, about $0.0136 ($0.0100 to $0.0405)
          translate: 4 done, 0 reused, 0 failed
          summarize: 4 done, 0 reused, 0 failed
          validate: 4 accepted, 0 withheld or waiting
          render: 1 page
          week 2024-07-26: 4 papers, 4 accepted, 0 withheld, 0 waiting
          translate with test (test-model): 1 request, 1000 tokens in (400 cached, 40%), 200 out, $0.002800
          summarize with test (test-model): 4 requests, 4000 tokens in (1600 cached, 40%), 800 out, $0.0112
          model: 5 requests, 5000 tokens in (2000 cached, 40%), 1000 out, $0.0140
          next: publish site/; the same command again asks for nothing twice

          """)
      let bills =
        #"{"stage":"translate","profile":"test","model":"test-model","usage":{"requests":1,"#
        + #""inputTokens":1000,"cachedTokens":400,"outputTokens":200},"failed":0,"unknown":0,"#
        + #""unknownUSD":0.0,"costUSD":0.0028},"#
        + #"{"stage":"summarize","profile":"test","model":"test-model","usage":{"requests":4,"#
        + #""inputTokens":4000,"cachedTokens":1600,"outputTokens":800},"failed":0,"unknown":0,"#
        + #""unknownUSD":0.0,"costUSD":0.0112}"#
      #expect(
        world.read("runs/2024-07-26/run.json")
          == #"{"week":"2024-07-26","papers":4,"accepted":4,"rejected":0,"pending":0,"stages":{"#
          + #""fetch":{"done":1,"reused":0,"failed":0},"#
          + #""translate":{"done":4,"reused":0,"failed":0},"#
          + #""summarize":{"done":4,"reused":0,"failed":0},"#
          + #""validate":{"done":4,"reused":0,"failed":0},"#
          + #""render":{"done":1,"reused":0,"failed":0}},"#
          + #""usage":{"requests":5,"inputTokens":5000,"cachedTokens":2000,"outputTokens":1000},"#
          + #""costUSD":0.014,"unknown":0,"unknownUSD":0.0,"bills":[\#(bills)],"weekBills":[\#(bills)]}"#
          + "\n")
      #expect(world.model.keys == ["Bearer " + World.key])
    }
  }

  @Test("a second run makes no request and writes the same bytes")
  func second() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let before = try records(of: world)
      world.forget()
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0))
      #expect(world.questions == [])
      #expect(world.searches == [])
      // `run.json` tells of the run, and this one did nothing.
      let after = try records(of: world)
      #expect(
        after.filter { $0.key != "runs/2024-07-26/run.json" }
          == before.filter { $0.key != "runs/2024-07-26/run.json" })
      #expect(outcome.errors.contains("model: no request, nothing spent\n"))
    }
  }

  @Test("several topics make a page each and one of all papers; shared papers are asked for once")
  func topics() async throws {
    let papers = FakePaper.week(2) + FakePaper.week(3, phrase: "federated learning")
    try await withWorld(papers: papers) { world in
      let outcome = try await world.run(["run", "--week", "2024-07-30"])
      #expect(outcome.status == .exit(0))
      #expect(
        outcome.output
          == "site/_fl/2024-07-26.md\nsite/_sd/2024-07-26.md\nsite/_all/2024-07-26.md\n")
      #expect(world.questions.filter { $0.stage == "summarize" }.count == 3)
      let page = try #require(world.read("site/_all/2024-07-26.md"))
      #expect(page.hasPrefix("---\ntitle: 全て (2024-07-26 ~ 2024-08-01)\n"))
      #expect(page.contains("**トピック:** [連合学習](../../fl), [合成データ](../../sd), "))
    }
  }

  @Test("validating again makes no request and gives the same bytes")
  func fromValidate() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let page = try #require(world.page)
      try world.remove("runs/2024-07-26/verdicts.jsonl")
      world.forget()
      let outcome = try await world.run(World.runWords + ["--from", "validate"])
      #expect(outcome.status == .exit(0))
      #expect(world.questions == [])
      #expect(world.searches == [])
      #expect(world.page == page)
    }
  }

  @Test("deleting the summaries asks for summaries only")
  func summariesOnly() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let page = try #require(world.page)
      try world.remove("runs/2024-07-26/summaries.jsonl")
      world.forget()
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0))
      #expect(world.searches == [])
      #expect(world.questions.map(\.stage) == Array(repeating: "summarize", count: 4))
      #expect(world.page == page)
    }
  }

  @Test("an answer whose prompt has changed is kept and called stale")
  func stale() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let prompt = try #require(world.read("prompts/summarize.md"))
      try world.write(prompt + "\nもっと短く。\n", to: "prompts/summarize.md")
      world.forget()
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0))
      #expect(world.questions == [])
      #expect(outcome.errors.contains("summarize: 0 done, 4 reused, 0 failed, 4 stale\n"))
      #expect(
        outcome.errors.contains(
          "summarize: 4 answers stale (prompt, model or paper has changed) and kept; to have "
            + "them made anew: arxiv-digest redo summarize --week 2024-07-26 --topic sd --stale\n"))
    }
  }

  @Test("each stage can be run alone, and names the next one")
  func stages() async throws {
    try await withWorld { world in
      let week = ["--week", "2024-07-26", "--topic", "sd"]
      for (stage, next) in [
        ("fetch", "arxiv-digest run --from translate --week 2024-07-26 --topic sd"),
        ("translate", "arxiv-digest run --from summarize --week 2024-07-26 --topic sd"),
        ("summarize", "arxiv-digest run --from validate --week 2024-07-26 --topic sd"),
        ("validate", "arxiv-digest run --from render --week 2024-07-26 --topic sd"),
        ("render", "publish site/; the same command again asks for nothing twice"),
      ] {
        let outcome = try await world.run([stage] + week)
        #expect(outcome.status == .exit(0), "\(outcome.errors)")
        #expect(outcome.errors.hasSuffix("next: \(next)\n"))
      }
      #expect(world.page != nil)
      #expect(world.questions.count == 5)
    }
  }

  @Test("at most --concurrency requests are under way at once")
  func concurrency() async throws {
    let papers = FakePaper.week(9)
    try await withWorld(papers: papers) { world in
      world.model.setFaults(Dictionary(uniqueKeysWithValues: papers.map { ($0.id, .hold) }))
      let program = try world.start(World.runWords + ["--concurrency", "3"])
      try await eventually("three summaries are asked for") {
        world.questions.filter { $0.stage == "summarize" }.count == 3
      }
      // Each answer lets one more question through, and no two.
      for answered in 1...6 {
        world.model.release()
        try await eventually("one more is asked for") {
          world.questions.filter { $0.stage == "summarize" }.count >= 3 + answered
        }
        #expect(world.questions.filter { $0.stage == "summarize" }.count == 3 + answered)
      }
      for _ in 0..<3 { world.model.release() }
      let outcome = await world.outcome(of: program)
      #expect(outcome.status == .exit(0))
    }
  }

  private func records(of world: World) throws -> [String: String] {
    try world.files().filter { $0.key.hasPrefix("runs/") || $0.key.hasPrefix("site/") }
  }
}
