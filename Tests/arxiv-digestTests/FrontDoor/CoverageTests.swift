import TestSupport
import Testing

@Suite("A topic that has fewer papers than usual")
struct CoverageTests {
  /// Two weeks of twelve papers on one topic, and a week with so many; the other topic has two.
  private static func papers(_ count: Int) -> [FakePaper] {
    let phrase = "federated learning"
    return FakePaper.week(12, phrase: phrase, day: "2024-07-14", first: 2407_10000)
      + FakePaper.week(12, phrase: phrase, day: "2024-07-21", first: 2407_11000)
      + FakePaper.week(count, phrase: phrase, day: "2024-07-29", first: 2407_12000)
      + FakePaper.week(2)
  }

  private static let words = ["run", "--week", "2024-07-26"]

  /// How many it has, how often is asked to be sure, and what is told.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let count: Int
    let searches: Int
    let pages: String
    let doubt: String
  }

  @Test(
    "is told and doubted with status 2, and the others are published",
    arguments: [
      Case(
        testDescription: "none", count: 0, searches: 5,
        pages: "site/_sd/2024-07-26.md\nsite/_all/2024-07-26.md\n",
        doubt: "no paper was found, where 12 would be usual"),
      Case(
        testDescription: "a sixth", count: 2, searches: 2,
        pages: "site/_fl/2024-07-26.md\nsite/_sd/2024-07-26.md\nsite/_all/2024-07-26.md\n",
        doubt: "only 2 papers were found, where 12 would be usual"),
    ])
  func fewer(row: Case) async throws {
    try await withWorld(papers: Self.papers(row.count)) { world in
      _ = try await world.run(["fetch", "--weeks", "2024-07-12..2024-07-19"])
      world.forget()
      let outcome = try await world.run(Self.words)
      #expect(outcome.status == .exit(2))
      #expect(outcome.output == row.pages)
      #expect(world.searches.count == row.searches)
      #expect(outcome.errors.contains("\n  DOUBTFUL: \(row.doubt)\n"))
      #expect(outcome.errors.contains("\nDOUBTFUL: fl: \(row.doubt)\n"))
      #expect(
        outcome.errors.hasSuffix(
          "\nnext: arxiv-digest run --week 2024-07-26  # asks arXiv again about fl\n"))
      // What is on disk is done; that there may be more is the fetch's matter.
      let all = row.count + 2
      #expect(
        world.read("runs/2024-07-26/run.json")?.hasPrefix(
          #"{"week":"2024-07-26","papers":\#(all),"accepted":\#(all),"rejected":0,"pending":0,"#)
          == true)
      #expect(try world.receipts().map(\.doubts) == [[row.doubt], []])
      try await Self.recover(world)
    }
  }

  /// The same command asks about the doubtful topic alone, and is content when it is as usual.
  private static func recover(_ world: World) async throws {
    world.arXiv.change { $0 = papers(12) }
    world.forget()
    let outcome = try await world.run(words)
    #expect(outcome.status == .exit(0), "\(outcome.errors)")
    #expect(world.searches.map { $0.query.contains("federated") } == [true])
    #expect(try world.receipts().map(\.papers) == [12, 2])
    #expect(outcome.errors.hasSuffix("\n\(ThreeWeeks.publish)"))
  }

  @Test("stays doubted on the same day, and is believed when another day says the same")
  func believed() async throws {
    try await withWorld(papers: Self.papers(0)) { world in
      _ = try await world.run(["fetch", "--weeks", "2024-07-12..2024-07-19"])
      for _ in 1...2 { #expect(try await world.run(Self.words).status == .exit(2)) }
      let path = "runs/2024-07-26/coverage.jsonl"
      let lines = try #require(world.read(path))
      let year = try #require(lines.split(separator: #""fetched":""#).last?.prefix(4))
      try world.write(
        lines.replacing("\"fetched\":\"\(year)", with: "\"fetched\":\"2025"), to: path)
      let outcome = try await world.run(Self.words)
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      #expect(
        outcome.errors.contains(
          "note: fl: no paper was found, where 12 would be usual; the same as on another day, and so "
            + "believed\n"))
    }
  }
}

@Suite("A withdrawn paper")
struct WithdrawnPaperTests {
  private static let comment = "This paper has been withdrawn by its authors: the proof is wrong"

  @Test("is not asked about nor published, is told with status 2, and is not asked for again")
  func withdrawn() async throws {
    try await withWorld(papers: Self.papers) { world in
      let outcome = try await world.run()
      #expect(outcome.status == .exit(2))
      #expect(
        outcome.errors.contains(
          "note: 2407.20001: withdrawn, and so not published: \(Self.comment)\n")
      )
      #expect(
        outcome.errors.contains(
          "\n2407.20001: withheld: withdrawn in comment (the paper was withdrawn: \(Self.comment))\n"
            + "week 2024-07-26: 3 papers, 2 accepted, 1 withheld, 0 waiting\n"))
      #expect(
        outcome.errors.hasSuffix("\n\(ThreeWeeks.publish)"), "\(outcome.errors)")
      #expect(!world.questions.flatMap(\.ids).contains("2407.20001"))
      #expect(world.published == 2)
      #expect(world.page?.contains("2407.20001") == false)
      let verdict = world.read("runs/2024-07-26/verdicts.jsonl")?.split(separator: "\n")
        .first { $0.contains("2407.20001") }
      #expect(
        verdict?.hasPrefix(
          #"{"id":"2407.20001","status":"rejected","findings":[{"code":"withdrawn","severity":"error","#
        ) == true)
      world.forget()
      let second = try await world.run()
      #expect(second.status == .exit(2))
      #expect(world.searches == [])
      #expect(world.questions == [])
    }
  }

  @Test("that was published before goes from the page when its withdrawal is fetched")
  func later() async throws {
    try await withWorld(papers: FakePaper.week(3)) { world in
      #expect(try await world.run().status == .exit(0))
      world.arXiv.change { $0 = Self.papers }
      world.forget()
      let outcome = try await world.run(World.runWords + ["--from", "fetch"])
      #expect(outcome.status == .exit(2))
      #expect(
        outcome.errors.contains(
          "note: 2407.20001: withdrawn, and so not published: \(Self.comment)\n")
      )
      #expect(world.questions == [])
      #expect(world.published == 2)
      #expect(world.page?.contains("2407.20001") == false)
    }
  }

  private static var papers: [FakePaper] {
    var papers = FakePaper.week(3)
    papers[1].version = 2
    papers[1].comment = comment
    return papers
  }
}
