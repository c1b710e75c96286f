import TestSupport
import Testing

@Suite("An arXiv whose list is not what it seems")
struct ArXivListTests {
  private static let papers = FakePaper.week(450)

  /// The records of what arXiv knows, newest first.
  private static func truth(of world: World) -> [World.Record] {
    world.arXiv.papers.sorted { $0.published > $1.published }.map { World.Record($0) }
  }

  @Test("a paper that comes in while its list is read moves none out of it")
  func inserted() async throws {
    try await withWorld(papers: Self.papers) { world in
      let late = FakePaper.week(1, day: "2024-07-31", first: 2407_30000)
      world.arXiv.setFaults([.request(2): .list { $0 = late + $0 }])
      let outcome = try await world.run(World.fetchWords)
      #expect(outcome.status == .exit(0))
      // The second page begins with the last paper of the first, so one is looked for again.
      #expect(world.searches.map(\.start) == [0, 200, 400, 0, 200, 400])
      #expect(try world.records() == Self.truth(of: world))
      #expect(
        try world.receipts() == [
          World.Receipt(pages: 6, total: 451, parsed: 451, papers: 451, duplicates: 1)
        ])
    }
  }

  @Test("a paper that goes while its list is read hides another, which is looked for at once")
  func removed() async throws {
    try await withWorld(papers: Self.papers) { world in
      world.arXiv.setFaults([.request(2): .list { $0.remove(at: 10) }])
      let outcome = try await world.run(World.fetchWords)
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      #expect(world.searches.map(\.start) == [0, 200, 400, 449, 0, 200, 400])
      // What was found once is kept.
      #expect(try world.records() == Self.papers.map { World.Record($0) })
    }
  }

  @Test("a new version between two walks takes the place of the old one")
  func version() async throws {
    try await withWorld(papers: Self.papers) { world in
      world.arXiv.setFaults([
        .request(2): .list { papers in
          papers = FakePaper.week(1, day: "2024-07-31", first: 2407_30000) + papers
          papers[1].version = 3
          papers[1].title = "A title that was mended"
        }
      ])
      let outcome = try await world.run(World.fetchWords)
      #expect(outcome.status == .exit(0))
      #expect(
        outcome.errors.contains(
          "note: 2407.20000: version 3 takes the place of version 1, with another title; what was "
            + "made from the old one is stale\n"))
      #expect(try world.records() == Self.truth(of: world))
    }
  }

  @Test("an entry without an identifier stands in a paper's place, and is doubted")
  func ghost() async throws {
    try await withWorld(papers: Self.papers) { world in
      world.arXiv.setFaults([.page(200): .ghost])
      let outcome = try await world.run(World.fetchWords)
      #expect(outcome.status == .exit(2))
      #expect(
        try world.records()
          == Self.papers.filter { $0.id != "2407.20207" }.map { World.Record($0) })
      #expect(
        outcome.errors.hasPrefix(
          """
          note: sd: left out: an entry without an identifier
            sd: 449 papers of 450 hits on 3 pages, 1 left out, not confirmed
            DOUBTFUL: 1 of the entries cannot be read, the first of them: an entry without an identifier

          """))
    }
  }

  @Test("a paper outside the week is left out and told")
  func outside() async throws {
    try await withWorld(papers: Self.papers) { world in
      let old = FakePaper.week(1, day: "2023-01-01", first: 2301_10000)[0]
      world.arXiv.setFaults([
        .page(400): .page { page in
          page.entries.append(old.entry(in: page.format))
          page.total = "451"
        }
      ])
      let outcome = try await world.run(World.fetchWords)
      #expect(outcome.status == .exit(0))
      #expect(try world.records() == Self.papers.map { World.Record($0) })
      #expect(
        try world.receipts() == [
          World.Receipt(
            pages: 3, total: 451, parsed: 451, papers: 450,
            dropped: ["2301.10000: submitted 2023-01-01T23:59:00Z, outside the week"])
        ])
    }
  }

  @Test("a list of all years is refused at its first page, and nothing of it is kept")
  func windowIgnored() async throws {
    try await withWorld(papers: Self.papers) { world in
      world.arXiv.setFaults([
        .always: .page { page in
          page.entries = FakePaper.week(200, day: "2023-01-01", first: 2301_10000)
            .map { $0.entry(in: page.format) }
        }
      ])
      let outcome = try await world.run(World.fetchWords)
      #expect(outcome.status == .exit(1))
      #expect(world.searches.map(\.start) == [0])
      #expect(try world.records() == [])
      #expect(
        outcome.errors.contains(
          "fetch: topic sd: 200 of 200 papers are outside the week: arXiv ignored the dates\n"))
    }
  }

  @Test("that is empty is asked for again, and then believed")
  func empty() async throws {
    try await withWorld(papers: []) { world in
      let outcome = try await world.run(World.fetchWords)
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            errors: """
                sd: 0 papers of 0 hits on 1 page, confirmed
              fetch: 1 topic fetched, 0 on disk already, 0 new papers
              week 2024-07-26: 0 papers, 0 accepted, 0 withheld, 0 waiting
              next: nothing more: the week has no paper of these topics

              """))
      #expect(world.searches.map(\.start) == [0, 0])
    }
  }
}
