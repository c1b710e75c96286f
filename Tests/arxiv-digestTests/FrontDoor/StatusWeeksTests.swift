import TestSupport
import Testing

@Suite("status of weeks")
struct StatusWeeksTests {
  private static let week = ["status", "--week", "2024-07-26", "--topic", "sd"]

  @Test("of several weeks has a line for each, the newest first, and names the one to look at")
  func weeks() async throws {
    try await withWorld(papers: ThreeWeeks.papers) { world in
      world.model.setFaults(["2407.10001": .bullets(3)])
      _ = try await world.run(ThreeWeeks.words)
      try await world.look(
        ["status", "--topic", "sd"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: """
            week        papers  accepted  withheld  waiting  stale       cost    last run
            2024-07-26       2         2         0        0      0  $0.008400  2024-08-02
            2024-07-19       2         2         0        0      0  $0.008400  2024-08-02
            2024-07-12       2         1         1        0      0    $0.0140  2024-08-02

            """,
          errors: """
            next: arxiv-digest status --topic sd --week 2024-07-12  # says what to do

            """))
    }
  }

  @Test("names a file that cannot be read, shows the other weeks, and ends with status 1")
  func damaged() async throws {
    try await withWorld(papers: ThreeWeeks.papers) { world in
      _ = try await world.run(ThreeWeeks.words)
      try world.write("{\n", to: "runs/2024-07-19/titles.jsonl")
      try await world.look(
        ["status", "--topic", "sd"],
        is: RunningProgram.Outcome(
          status: .exit(1),
          output: """
            week        papers  accepted  withheld  waiting  stale       cost    last run
            2024-07-26       2         2         0        0      0  $0.008400  2024-08-02
            2024-07-19       ?         ?         ?        ?      ?          ?  unreadable
            2024-07-12       2         2         0        0      0  $0.008400  2024-08-02

            """,
          errors: """
            arxiv-digest: runs/2024-07-19/titles.jsonl:1: not a record: no valid JSON. Mend the \
            line, or delete it to have its paper done again
            next: arxiv-digest status --topic sd  # when it is mended

            """))
    }
  }

  @Test("shows a week whose run.json cannot be read, and says so; the next run writes it anew")
  func brokenSummary() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try world.write("no JSON", to: "runs/2024-07-26/run.json")
      let outcome = try await world.look(Self.week)
      #expect(outcome.status == .exit(0))
      #expect(
        outcome.output.hasSuffix(
          """
          last run     runs/2024-07-26/run.json: cannot be read: no valid JSON; the next
                       run writes it anew

          """), "\(outcome.output)")
      let all = try await world.look(["status", "--topic", "sd"])
      #expect(all.status == .exit(0))
      #expect(all.output.hasSuffix("         ?\n"), "\(all.output)")
      let json = try await world.look(Self.week + ["--json"])
      #expect(
        json.output.hasSuffix(
          #","lastRunUnreadable":"runs/2024-07-26/run.json: cannot be read: no valid JSON"}]}"#
            + "\n"), "\(json.output)")
      _ = try await world.run()
      let mended = try await world.look(Self.week)
      #expect(mended.output.contains("last run     2024-08-02 10:00 UTC"))
    }
  }

  @Test("says of a replay that nothing was spent")
  func replay() async throws {
    try await withWorld { world in
      _ = try await world.run(World.runWords + ["--record", "tape"])
      _ = try await world.run(World.runWords + ["--replay", "tape", "--runs", "replayed"])
      let outcome = try await world.look(Self.week + ["--runs", "replayed"])
      #expect(outcome.output.contains("replayed, nothing spent\n"), "\(outcome.output)")
      #expect(!outcome.output.contains("$"), "\(outcome.output)")
    }
  }

  @Test("does not mind a last line that was cut off by a kill")
  func torn() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let file = "runs/2024-07-26/summaries.jsonl"
      try world.write(try #require(world.read(file)) + #"{"id":"2407.20001","bul"#, to: file)
      let outcome = try await world.look(Self.week)
      #expect(outcome.status == .exit(0))
      #expect(outcome.output.contains("sd 合成データ       4      4     4"))
    }
  }

  @Test("may be typed while a run is at work, which goes on undisturbed")
  func underWay() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20000": .hold])
      let first = try world.start()
      try await eventually("the held paper is asked for") {
        world.questions.contains { $0.ids == ["2407.20000"] }
      }
      let outcome = try await world.run(Self.week, environment: ["MODEL_API_KEY": ""])
      #expect(outcome.status == .exit(0))
      #expect(
        outcome.output.hasPrefix(
          """
          week 2024-07-26 to 2024-08-01
          a run is under way; this is what is on disk
          topic
          """))
      #expect(
        outcome.errors == """
          next: arxiv-digest status --week 2024-07-26 --topic sd  # a run is under way

          """)
      let all = try await world.run(["status"], environment: ["MODEL_API_KEY": ""])
      #expect(all.output.hasSuffix("       now\n"), "\(all.output)")
      world.model.release()
      #expect(await world.outcome(of: first).status == .exit(0))
    }
  }

  @Test("for machines is one object of a documented form")
  func json() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20001": .bullets(3)])
      _ = try await world.run()
      let counts =
        #""papers":4,"titled":4,"summarized":3,"accepted":3,"withheld":1,"waiting":0,"hidden":0,"#
        + #""stale":0"#
      let bill =
        #""profile":"test","model":"test-model","usage":{"requests":1,"inputTokens":1000,"#
        + #""cachedTokens":400,"outputTokens":200},"failed":0,"unknown":0,"unknownUSD":0.0,"#
      let outcome = try await world.look(Self.week + ["--json"])
      #expect(
        outcome.output
          == #"{"format":1,"command":"status","weeks":[{"week":"2024-07-26","underWay":false,"#
          + counts + #","staleAnswers":{"translate":0,"summarize":0},"#
          + #""topics":[{"topic":"sd","name":"合成データ",\#(counts)}],"#
          + #""pages":[{"page":"sd","path":"site/_sd/2024-07-26.md","state":"current"}],"#
          + #""unfetched":[],"doubts":[],"unpublished":[{"id":"2407.20001","state":"withheld","#
          + #""message":"withheld: bullet-count in bullets (there are 3 bullets, a page shows four)"}],"#
          + #""costUSD":0.0196,"unknown":0,"unknownUSD":0.0,"bills":[{"stage":"translate",\#(bill)"#
          + #""costUSD":0.0028},{"stage":"summarize","#
          + bill.replacing(#""requests":1"#, with: #""requests":6"#)
          .replacing("1000", with: "6000").replacing("400", with: "2400")
          .replacing("200}", with: "1200}")
          + #""costUSD":0.0168}],"lastRun":{"ended":"2024-08-02T10:00:00Z","papers":4,"#
          + #""accepted":3,"withheld":1,"waiting":0,"costUSD":0.0196}}]}"# + "\n")
      #expect(outcome.status == .exit(0))
      let none = try await world.look(["status", "--json", "--runs", "none"])
      #expect(
        none.output
          == #"{"format":1,"command":"status","weeks":[]}"# + "\n")
    }
  }
}
