import TestSupport
import Testing

@Suite("status")
struct StatusTests {
  private static let bareWeek = ["--week", "2024-07-26"]
  private static let week = ["status", "--week", "2024-07-26", "--topic", "sd"]
  private static let heading = """
    week 2024-07-26 to 2024-08-01
    topic          papers  title  text  accepted  withheld  waiting
    """

  @Test("of a week that is done has nothing to do")
  func done() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try await world.look(
        Self.week,
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
      try await world.look(
        Self.week,
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
      try await world.look(
        ["status"],
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
      try await world.look(
        Self.week,
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
      try await world.look(
        Self.week,
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
              2407.20001: withheld: bullet-count in bullets (there are 3 bullets, a page sh…

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
      let outcome = try await world.look(Self.week)
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
      let changed = try await world.look(Self.week)
      #expect(changed.output.contains("  by hand\n"))
      #expect(changed.output.hasSuffix("\nby hand      site/_sd/2024-07-26.md was changed\n"))
      #expect(
        changed.errors == """
          next: arxiv-digest adopt --week 2024-07-26 --topic sd  # takes what was changed into the \
          records

          """)
      try world.remove("site/_sd/2024-07-26.md")
      let missing = try await world.look(Self.week)
      #expect(missing.output.contains("  missing\n"))
      #expect(
        missing.errors == """
          next: arxiv-digest run --from render --week 2024-07-26 --topic sd  # writes the pages

          """)
    }
  }

  @Test("takes topics that were never fetched beside others for no work to be done")
  func unfetched() async throws {
    try await withWorld { world in
      _ = try await world.run(["fetch", "--topic", "sd", "--runs", "records"] + Self.bareWeek)
      let words = ["status", "--runs", "records"] + Self.bareWeek
      let fetched = try await world.look(words)
      #expect(
        fetched.errors
          == "next: arxiv-digest run --runs records --week 2024-07-26 --topic sd  # asks for these "
          + "papers only\n")
      _ = try await world.run(["run", "--topic", "sd", "--runs", "records"] + Self.bareWeek)
      let done = try await world.look(words)
      #expect(done.output.contains("\nnot fetched  fl\n"))
      #expect(done.errors == "next: nothing: all that is accepted is on its pages\n")
      try world.remove("site/_sd/2024-07-26.md")
      let missing = try await world.look(words)
      #expect(
        missing.errors
          == "next: arxiv-digest run --from render --runs records --week 2024-07-26 --topic sd  "
          + "# writes the pages\n")
    }
  }

  @Test("counts hidden papers apart")
  func hidden() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try world.decide("2407.20002", #""hidden":true"#)
      let outcome = try await world.look(Self.week)
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

  @Test("tells what is in doubt: the fetch, and requests of which nobody knows what became")
  func doubts() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let digest = try #require(world.read("digest.json"))
      try world.write(digest.replacing("synthetic data", with: "fake data"), to: "digest.json")
      let log = "runs/2024-07-26/requests.jsonl"
      let cut =
        #"{"id":"9","stage":"summarize","question":"summarize-2407.20001","profile":"test","#
        + #""model":"test-model","state":"sent","mostUSD":0.05,"usage":{"requests":1,"#
        + #""inputTokens":0,"cachedTokens":0,"outputTokens":0},"time":"2024-08-02T10:00:00Z"}"#
      try world.write(try #require(world.read(log)) + cut + "\n", to: log)
      let outcome = try await world.look(Self.week)
      #expect(outcome.status == .exit(0))
      #expect(
        outcome.output.contains(
          "\nunknown      1 request of unknown outcome, at most $0.0500 more\n"))
      #expect(
        outcome.output.contains(
          "\nDOUBTFUL     sd: its query has changed since the last fetch\n"))
      #expect(
        outcome.errors == """
          next: arxiv-digest run --week 2024-07-26 --topic sd  # asks arXiv again about sd

          """)
    }
  }
}
