import TestSupport
import Testing

@Suite("The built program's topics")
struct TopicsTests {
  /// Two papers that are found for `sd`, and one that is found for `fl`.
  private static let papers =
    FakePaper.week(2) + [
      FakePaper(
        id: "2407.10001", published: "2024-07-29T10:00:00Z", phrase: "federated learning")
    ]

  private static let checkWords = ["topics", "check", "--week", "2024-07-26", "--topic", "sd"]

  /// Gives the topic `sd` another query.
  private func setQuery(_ query: String, of world: World) throws {
    let text = try #require(world.read("digest.json"))
    let line = "abs:\\\"synthetic data\\\""
    #expect(text.contains(line))
    try world.write(
      text.replacing(line, with: query.replacing("\"", with: "\\\"")), to: "digest.json")
  }

  @Test("are listed to stdout without a key, and nothing is sent")
  func list() async throws {
    try await withWorld { world in
      let outcome = try await world.run(["topics"], environment: ["MODEL_API_KEY": ""])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            output: """
              topic  name        query
              fl     連合学習    abs:"federated learning"
              sd     合成データ  abs:"synthetic data"

              """, errors: "next: arxiv-digest topics check\n"))
      #expect(world.searches == [])
    }
  }

  @Test("are held against the papers on disk: what matched, and what does not fit")
  func check() async throws {
    try await withWorld(papers: Self.papers) { world in
      _ = try await world.run(["fetch", "--week", "2024-07-26"])
      try setQuery(
        "(abs:\"paper 2407.20001\" OR abs:\"paper 2407.10001\" OR all:papers) "
          + "ANDNOT ti:\"2407.20000\"", of: world)
      world.forget()
      let outcome = try await world.run(Self.checkWords, environment: ["MODEL_API_KEY": ""])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            output: """
              sd 合成データ: 2 of the week's 3 papers match the query; 2 are on disk for the topic

                papers  only here  part of the query
                     2          -  (abs:"paper 2407.20001" OR abs:"paper 2407.10001" OR all:papers) \
              ANDNOT ti:"2407.20000"
                     3          -    abs:"paper 2407.20001" OR abs:"paper 2407.10001" OR all:papers
                     1          0      abs:"paper 2407.20001"
                     1          0      abs:"paper 2407.10001"
                     3          1      all:papers
                     1          -    ANDNOT ti:"2407.20000"

              found and matched:
                2407.20001 Paper number 2407.20001
                  abs:"paper 2407.20001": An abstract about [paper 2407.20001] & what it found.
                  all:papers: [Paper] number 2407.20001

              found, but not matched by the query here; arXiv's search is wider than this check, or \
              the query or the paper has changed since:
                2407.20000 Paper number 2407.20000
                  all:papers: [Paper] number 2407.20000

              matched, but not found for this topic; the query has changed since it was fetched, or \
              arXiv's search is narrower than this check:
                2407.10001 Paper number 2407.10001 (fl)
                  abs:"paper 2407.10001": An abstract about [paper 2407.10001] & what it found.
                  all:papers: [Paper] number 2407.10001
              to search anew: arxiv-digest fetch --week 2024-07-26 --topic sd

              """,
            errors: """
              checked against the 3 papers on disk for the week of 2024-07-26
              next: arxiv-digest run --week 2024-07-26 --topic sd

              """))
      #expect(world.searches == [])
    }
  }

  @Test("are checked all, in the order of the file, and one that only arXiv can evaluate is named")
  func obstacle() async throws {
    try await withWorld(papers: []) { world in
      _ = try await world.run(["fetch", "--week", "2024-07-26", "--runs", "other"])
      try world.write(
        try #require(world.read("digest.json")).replacing(
          "abs:\\\"federated learning\\\"", with: "abs:a"),
        to: "digest.json")
      try setQuery("abs:b OR jr:c", of: world)
      try world.write(
        #"{"id":"2407.20009","version":1,"title":"A Title","abstract":"On b.","authors":[],"#
          + #""categories":["cs.LG"],"published":"2024-07-29T10:00:00Z","#
          + #""updated":"2024-07-29T10:00:00Z","topics":[]}"# + "\n",
        to: "other/2024-07-26/papers.jsonl")
      let outcome = try await world.run(
        ["topics", "check", "--week", "2024-07-30", "--runs", "other/"])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            output: """
              fl 連合学習: 0 of the week's 1 papers match the query; 0 are on disk for the topic

                papers  only here  part of the query
                     0          -  abs:a

              sd 合成データ: not checked; jr: cannot be evaluated here, because the records of papers \
              do not hold the journal reference; only the search of arXiv can
                abs:b OR jr:c
                         ^

              """,
            errors: """
              checked against the 1 papers on disk for the week of 2024-07-26
              next: arxiv-digest run --week 2024-07-26 --runs other/

              """))
    }
  }

  @Test("cannot be checked where no paper is on disk; the next command fetches, with status 1")
  func noPapers() async throws {
    try await withWorld { world in
      let outcome = try await world.run(Self.checkWords + ["--runs", "my runs"])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(1),
            errors: """
              arxiv-digest: topics check: no paper is on disk for the week of 2024-07-26 \
              (my runs/2024-07-26/papers.jsonl); fetch first
              next: arxiv-digest fetch --week 2024-07-26 --topic sd --runs 'my runs'

              """))
      #expect(world.searches == [])
    }
  }

  @Test(
    "whose query arXiv would misread stop every command that uses them, before anything is asked",
    arguments: [
      ["run", "--week", "2024-07-26", "--topic", "fl"], ["fetch"], ["translate"], ["summarize"],
      ["validate"], ["render"], ["topics"], ["topics", "check"],
    ])
  func misread(words: [String]) async throws {
    try await withWorld { world in
      try setQuery("abs:\"synthetic data\" or abs:\"data synthesis\"", of: world)
      let outcome = try await world.run(words)
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(64),
            errors: """
              arxiv-digest: digest.json:4: topics[1].query, character 22: arXiv takes 'or' for a word \
              to search for, all:or; write OR in capital letters
                abs:"synthetic data" or abs:"data synthesis"
                                     ^
              next: arxiv-digest \(words.joined(separator: " "))  # once that is mended

              """))
      #expect(world.searches == [])
      #expect(world.questions == [])
    }
  }

  @Test("that cannot be checked for a damaged file are told with file and line")
  func damaged() async throws {
    try await withWorld { world in
      _ = try await world.run(["fetch", "--week", "2024-07-26", "--topic", "sd"])
      try world.write("{\n", to: "runs/2024-07-26/papers.jsonl")
      let outcome = try await world.run(Self.checkWords)
      #expect(outcome.status == .exit(1))
      #expect(outcome.output == "")
      #expect(
        outcome.errors.hasPrefix(
          "arxiv-digest: runs/2024-07-26/papers.jsonl:1: not a record: no valid JSON. "))
    }
  }
}
