import TestSupport
import Testing

@Suite("status")
struct StatusTests {
  private static let week = ["status", "--week", "2024-07-26", "--topic", "sd"]
  private static let heading = """
    week 2024-07-26 to 2024-08-01
    topic          papers  title  text  accepted  withheld  waiting
    """
  private static let keyless = ["MODEL_API_KEY": ""]

  private func status(
    _ world: World, _ words: [String] = week
  ) async throws -> RunningProgram.Outcome {
    try world.fixTimes()
    world.forget()
    let before = try world.files()
    let outcome = try await world.run(words, environment: Self.keyless)
    // It sends nothing and writes nothing, whatever it shows.
    #expect(try world.files() == before)
    #expect(world.questions == [] && world.searches == [])
    return outcome
  }

  /// Expects the command to end so.
  private func check(
    _ world: World, _ words: [String] = week, is expected: RunningProgram.Outcome,
    at place: SourceLocation = #_sourceLocation
  ) async throws {
    let outcome = try await status(world, words)
    #expect(outcome == expected, sourceLocation: place)
  }

  @Test("of a week that is done has nothing to do")
  func done() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try await check(
        world,
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: Self.heading + "     page\n" + """
            sd 合成データ       4      4     4         4         0        0  written

            cost         $0.002800 for translate: 1 request to test (test-model)
            cost         $0.0112 for summarize: 4 requests to test (test-model)
            cost         $0.0140 in all
            last run     2024-08-02 10:00 UTC: 4 papers, 4 accepted, 0 withheld, 0 waiting,
                         $0.0140

            """,
          errors: "next: nothing: all that is accepted is on its pages\n"))
    }
  }

  @Test("of a week that was never run names the run")
  func nothing() async throws {
    try await withWorld { world in
      try await check(
        world,
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: """
            week 2024-07-26 to 2024-08-01
            topic          papers  title  text  accepted  withheld  waiting  page
            sd 合成データ       0      0     0         0         0        0     -

            cost         no model was asked, nothing spent
            last run     none has ended yet
            not fetched  sd

            """,
          errors: """
            next: arxiv-digest run --week 2024-07-26 --topic sd  # fetches sd for the first time

            """))
      try await check(
        world, ["status"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          errors: """
            no week is on disk under runs/
            next: arxiv-digest run

            """))
    }
  }

  @Test("of a week that is half done counts what is missing, and names what goes on")
  func halfDone() async throws {
    try await withWorld { world in
      _ = try await world.run(
        World.runWords + ["--max-requests", "3", "--concurrency", "1"])
      try await check(
        world,
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: Self.heading + "     page\n" + """
            sd 合成データ       4      4     2         2         0        2  written

            cost         $0.002800 for translate: 1 request to test (test-model)
            cost         $0.005600 for summarize: 2 requests to test (test-model)
            cost         $0.008400 in all
            last run     2024-08-02 10:00 UTC: 4 papers, 2 accepted, 0 withheld, 2 waiting,
                         $0.008400

            not published (`why ID` says more):
              2407.20002: waits for its summary
              2407.20003: waits for its summary

            """,
          errors: """
            next: arxiv-digest run --week 2024-07-26 --topic sd  # asks for these papers only

            """))
    }
  }

  @Test("of a week with a paper that waits for a person names it, and what asks about it again")
  func waits() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20001": .bullets(3)])
      _ = try await world.run()
      try await check(
        world,
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: Self.heading + "     page\n" + """
            sd 合成データ       4      4     3         3         1        0  written

            cost         $0.002800 for translate: 1 request to test (test-model)
            cost         $0.0168 for summarize: 6 requests to test (test-model)
            cost         $0.0196 in all
            last run     2024-08-02 10:00 UTC: 4 papers, 3 accepted, 1 withheld, 0 waiting,
                         $0.0196

            not published (`why ID` says more):
              2407.20001: withheld: bullet-count in bullets (there are 3 bullets, a page sho…

            """,
          errors: """
            next: arxiv-digest run --week 2024-07-26 --topic sd --repairs 4  # asks again about \
            2407.20001

            """))
    }
  }

  @Test("of a week whose prompt has changed counts the stale answers, and names what renews them")
  func stale() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try world.write("# 要約\n四つの文。\n", to: "prompts/summarize.md")
      let outcome = try await status(world)
      #expect(outcome.output.contains("\nstale        4 answers of summarize, kept\n"))
      #expect(
        outcome.errors == """
          next: arxiv-digest redo summarize --week 2024-07-26 --topic sd --stale  # has 4 stale \
          answers made anew

          """)
      #expect(outcome.status == .exit(0))
    }
  }

  @Test("of a page that was changed by hand, or is missing, says so and what to do")
  func pages() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try world.write(try #require(world.page) + "一行\n", to: "site/_sd/2024-07-26.md")
      let changed = try await status(world)
      #expect(changed.output.contains("  by hand\n"))
      #expect(changed.output.hasSuffix("\nby hand      site/_sd/2024-07-26.md was changed\n"))
      #expect(
        changed.errors == """
          next: arxiv-digest adopt --week 2024-07-26 --topic sd  # takes what was changed into the \
          records

          """)
      try world.remove("site/_sd/2024-07-26.md")
      let missing = try await status(world)
      #expect(missing.output.contains("  missing\n"))
      #expect(
        missing.errors == """
          next: arxiv-digest run --from render --week 2024-07-26 --topic sd  # writes the pages

          """)
    }
  }

  @Test("counts hidden papers apart")
  func hidden() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try world.decide("2407.20002", #""hidden":true"#)
      let outcome = try await status(world)
      #expect(
        outcome.output.hasPrefix(
          """
          week 2024-07-26 to 2024-08-01
          topic          papers  title  text  accepted  withheld  waiting  hidden
          """))
      #expect(
        outcome.output.contains(
          "sd 合成データ       3      3     3         3         0        0       1"))
    }
  }

  @Test("of several weeks has a line for each, the newest first, and names the one to look at")
  func weeks() async throws {
    try await withWorld(papers: ThreeWeeks.papers) { world in
      world.model.setFaults(["2407.10001": .bullets(3)])
      _ = try await world.run(ThreeWeeks.words)
      try await check(
        world, ["status", "--topic", "sd"],
        is: RunningProgram.Outcome(
          status: .exit(0),
          output: """
            week        papers  accepted  withheld  waiting  stale     cost    last run
            2024-07-26       2         2         0        0      0  $0.0084  2024-08-02
            2024-07-19       2         2         0        0      0  $0.0084  2024-08-02
            2024-07-12       2         1         1        0      0  $0.0140  2024-08-02

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
      try await check(
        world, ["status", "--topic", "sd"],
        is: RunningProgram.Outcome(
          status: .exit(1),
          output: """
            week        papers  accepted  withheld  waiting  stale     cost    last run
            2024-07-26       2         2         0        0      0  $0.0084  2024-08-02
            2024-07-19       ?         ?         ?        ?      ?        ?  unreadable
            2024-07-12       2         2         0        0      0  $0.0084  2024-08-02

            """,
          errors: """
            arxiv-digest: runs/2024-07-19/titles.jsonl:1: not a record: no valid JSON. Mend the \
            line, or delete it to have its paper done again
            next: arxiv-digest status --topic sd  # when it is mended

            """))
      try world.write("no JSON", to: "runs/2024-07-12/run.json")
      let outcome = try await status(world, ["status", "--topic", "sd"])
      #expect(
        outcome.errors.contains(
          "arxiv-digest: runs/2024-07-12/run.json: cannot be read: no valid JSON\n"))
    }
  }

  @Test("does not mind a last line that was cut off by a kill")
  func torn() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let file = "runs/2024-07-26/summaries.jsonl"
      try world.write(try #require(world.read(file)) + #"{"id":"2407.20001","bul"#, to: file)
      let outcome = try await status(world)
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
      let outcome = try await world.run(Self.week, environment: Self.keyless)
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
      let all = try await world.run(["status"], environment: Self.keyless)
      #expect(all.output.hasSuffix("         now\n"), "\(all.output)")
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
      let outcome = try await status(world, Self.week + ["--json"])
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
      let none = try await status(world, ["status", "--json", "--runs", "none"])
      #expect(
        none.output
          == #"{"format":1,"command":"status","weeks":[]}"# + "\n")
    }
  }
}
