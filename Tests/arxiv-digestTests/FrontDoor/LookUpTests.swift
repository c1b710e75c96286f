import TestSupport
import Testing

@Suite("A fetch of single papers")
struct LookUpTests {
  /// What is typed, what is said and what is in the weeks' folders afterwards.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let words: [String]
    let status: Int32
    let errors: String
    /// What arXiv is asked for.
    let asked: [String]
    /// Weeks with what is put into them, as identifier and topics.
    var placed: [String: [String]] = [:]
  }

  /// Two papers of the sample week, one of the week before, and one that no topic is about.
  private static var papers: [FakePaper] {
    var papers = FakePaper.week(2)
    for index in papers.indices { papers[index].abstract = "We make synthetic data." }
    var both = FakePaper(
      id: "2407.10001", published: "2024-07-20T10:00:00Z", phrase: "federated learning")
    both.abstract = "On federated learning with synthetic data."
    both.version = 3
    let old = FakePaper(id: "hep-th/9711200", published: "1997-11-27T10:00:00Z", phrase: "strings")
    return papers + [both, old]
  }

  private static let hint = "  # asks for the new papers only"

  @Test(
    "puts each into its week, under the topics whose query means it",
    arguments: [
      Case(
        testDescription: "one", words: ["--id", "2407.20000"], status: 0,
        errors: """
          note: 2407.20000: added to the week of 2024-07-26: Paper number 2407.20000
          next: arxiv-digest run --from translate --week 2024-07-26\(hint)

          """, asked: ["2407.20000"], placed: ["2024-07-26": ["2407.20000v1 sd"]]),
      Case(
        testDescription: "one of two topics, in its latest version", words: ["--id=2407.10001v1"],
        status: 0,
        errors: """
          note: 2407.10001: added to the week of 2024-07-19: Paper number 2407.10001
          next: arxiv-digest run --from translate --week 2024-07-19\(hint)

          """, asked: ["2407.10001"], placed: ["2024-07-19": ["2407.10001v3 fl,sd"]]),
      Case(
        testDescription: "several of two weeks, one of them twice and one that nobody has",
        words: [
          "--id", "2407.10001", "--id", "2407.20001", "--id", "2407.99999", "--id", "2407.20000",
          "--id", "2407.20001v1",
        ], status: 2,
        errors: """
          note: 2407.10001: added to the week of 2024-07-19: Paper number 2407.10001
          note: 2407.20000: added to the week of 2024-07-26: Paper number 2407.20000
          note: 2407.20001: added to the week of 2024-07-26: Paper number 2407.20001
          2407.99999: arXiv has no such paper, or nothing of it that can be read
          next: arxiv-digest run --from translate --weeks 2024-07-19..2024-07-26\(hint)

          """, asked: ["2407.10001", "2407.20001", "2407.99999", "2407.20000", "2407.99999"],
        placed: [
          "2024-07-19": ["2407.10001v3 fl,sd"],
          "2024-07-26": ["2407.20000v1 sd", "2407.20001v1 sd"],
        ]),
      Case(
        testDescription: "two that lie far apart, under a topic that is named",
        words: ["--topic", "fl", "--id", "2407.20000", "--id", "hep-th/9711200"], status: 0,
        errors: """
          note: hep-th/9711200: added to the week of 1997-11-21: Paper number hep-th/9711200
          note: 2407.20000: added to the week of 2024-07-26: Paper number 2407.20000
          next: arxiv-digest run --from translate --topic fl --week 1997-11-21\(hint); \
          then the same for 2024-07-26

          """, asked: ["2407.20000", "hep-th/9711200"],
        placed: ["1997-11-21": ["hep-th/9711200v1 fl"], "2024-07-26": ["2407.20000v1 fl"]]),
      Case(
        testDescription: "one that no topic is about", words: ["--id", "hep-th/9711200"], status: 1,
        errors: """
          hep-th/9711200: no query of digest.json means it; name its topic with --topic
          next: arxiv-digest help fetch

          """, asked: ["hep-th/9711200"]),
      Case(
        testDescription: "one that nobody has", words: ["--id", "2407.99999"], status: 1,
        errors: """
          2407.99999: arXiv has no such paper, or nothing of it that can be read
          next: arxiv-digest help fetch

          """, asked: ["2407.99999", "2407.99999"]),
    ])
  func lookUp(row: Case) async throws {
    try await withWorld(papers: Self.papers) { world in
      let outcome = try await world.run(["fetch"] + row.words)
      #expect(
        outcome == RunningProgram.Outcome(status: .exit(row.status), errors: row.errors))
      #expect(world.searches.flatMap(\.ids) == row.asked)
      for week in ["1997-11-21", "2024-07-19", "2024-07-26"] {
        let placed = try world.records(week: week)
          .map { "\($0.id)v\($0.version) \($0.topics.joined(separator: ","))" }
        #expect(placed == row.placed[week] ?? [])
        // A paper that was put there says nothing about what the search would have found.
        #expect(try world.receipts(week: week) == [])
      }
    }
  }

  @Test("takes no entry that says nothing for a paper")
  func ghost() async throws {
    try await withWorld(papers: Self.papers) { world in
      world.arXiv.write(.legacy)
      let outcome = try await world.run(["fetch", "--id", "2407.99999", "--id", "2407.20000"])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(2),
            errors: """
              note: 2407.20000: added to the week of 2024-07-26: Paper number 2407.20000
              2407.99999: arXiv has no such paper, or nothing of it that can be read
              next: arxiv-digest run --from translate --week 2024-07-26\(Self.hint)

              """))
      #expect(try world.records() == [World.Record(Self.papers[0])])
    }
  }

  @Test("adds to what is there, keeps the folder's name for the next step, and asks about it only")
  func added() async throws {
    try await withWorld(papers: Self.papers) { world in
      let runs = ["--runs", "other"]
      _ = try await world.run(World.runWords + runs)
      var late = FakePaper.week(1, phrase: "strings", day: "2024-07-28", first: 2407_30000)[0]
      late.abstract = "We make synthetic data, too."
      world.arXiv.change { [late] in $0.append(late) }
      world.forget()
      let outcome = try await world.run(
        ["fetch", "--id", "2407.30000", "--id", "2407.20000"] + runs)
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            errors: """
              note: 2407.20000: is in the week of 2024-07-26: Paper number 2407.20000
              note: 2407.30000: added to the week of 2024-07-26: Paper number 2407.30000
              next: arxiv-digest run --from translate --runs other --week 2024-07-26\(Self.hint)

              """))
      #expect(
        try world.records(runs: "other").map(\.id) == ["2407.20000", "2407.20001", "2407.30000"])
      let run = try await world.run(
        ["run", "--from", "translate", "--runs", "other", "--week", "2024-07-26"])
      #expect(run.status == .exit(0), "\(run.errors)")
      #expect(world.questions.map(\.ids) == [["2407.30000"], ["2407.30000"]])
    }
  }

  @Test("is refused where a run is at work on the week, and says which")
  func held() async throws {
    try await withWorld(papers: Self.papers) { world in
      world.model.setFaults(["2407.20000": .hold])
      let first = try world.start()
      try await eventually("the held paper is asked for") {
        world.questions.contains { $0.ids == ["2407.20000"] }
      }
      let holder = try #require(try world.holder(of: "2024-07-26"))
      let outcome = try await world.run(["fetch", "--id", "2407.20001"])
      #expect(outcome.status == .exit(75))
      #expect(
        outcome.errors.hasPrefix(
          "arxiv-digest: another run is at work on runs/2024-07-26: \(holder); wait "))
      world.model.release()
      #expect(await world.outcome(of: first).status == .exit(0))
    }
  }
}
