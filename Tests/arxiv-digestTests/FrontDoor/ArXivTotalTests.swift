import TestSupport
import Testing

@Suite("An arXiv that contradicts itself")
struct ArXivTotalTests {
  private static let papers = FakePaper.week(450)

  @Test("announces more than it sends, and is doubted although every paper has come")
  func tooMany() async throws {
    try await withWorld(papers: Self.papers) { world in
      world.arXiv.setFaults([.always: .total("470")])
      let outcome = try await world.run(World.fetchWords)
      #expect(world.searches.map(\.start) == [0, 200, 400, 450, 450, 450, 450])
      #expect(try world.records() == Self.papers.map { World.Record($0) })
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(2),
            errors: World.doubtful(
              "450 papers of 470 hits on 3 pages, broken off",
              "arXiv announced 470 hits and sent none from 450 on", papers: 450, isWhole: false)))
    }
  }

  @Test("sends an entry twice and another never, however often it is asked")
  func missing() async throws {
    try await withWorld(papers: Self.papers) { world in
      world.arXiv.setFaults([.page(200): .page { $0.entries[0] = $0.entries[1] }])
      let outcome = try await world.run(World.fetchWords)
      #expect(world.searches.map(\.start) == [0, 200, 400, 0, 200, 400, 0, 200, 400])
      let known = Self.papers.filter { $0.id != "2407.20200" }
      #expect(try world.records() == known.map { World.Record($0) })
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(2),
            errors: World.doubtful(
              "449 papers of 450 hits on 9 pages, 3 came again",
              "arXiv announced 450 hits, and 1 of them did not come, however often the pages were read",
              papers: 449, isWhole: true)))
    }
  }

  @Test("echoes another query, and is told of although it may have meant the right one")
  func echo() async throws {
    try await withWorld(papers: Self.papers) { world in
      world.arXiv.setFaults([.always: .page { $0.query = "all:other" }])
      let outcome = try await world.run(World.fetchWords)
      #expect(world.searches.map(\.start) == [0, 200, 400])
      #expect(outcome.status == .exit(0))
      #expect(
        outcome.errors.hasPrefix(
          "note: sd: arXiv understood another query: arXiv Query: "
            + "search_query=all:other&id_list=&start=0&max_results=200\n"))
      #expect(try world.receipts().first?.echo?.contains("all:other") == true)
    }
  }
}
