import HTTP
import TestSupport
import Testing

/// A fault of arXiv that passes: the pages that are asked for, and what comes of it where that is not
/// three good pages.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let faults: [ArXivFault.Moment: ArXivFault]
  let starts: [Int]
  var pages = 3
  var total = 450
  var duplicates = 0
  var line = "450 papers of 450 hits on 3 pages, confirmed"

  /// What arXiv knows.
  static let papers = FakePaper.week(450)

  /// Fetches, and expects every record to be the true one and nobody to be troubled.
  func check() async throws {
    try await withWorld(papers: Self.papers) { world in
      world.arXiv.setFaults(faults)
      let outcome = try await world.run(World.fetchWords)
      #expect(world.searches.map(\.start) == starts)
      #expect(try world.records() == Self.papers.map { World.Record($0) })
      #expect(
        try world.receipts() == [
          World.Receipt(
            pages: pages, total: total, parsed: 450, papers: 450, duplicates: duplicates)
        ])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            errors: """
                sd: \(line)
              fetch: 1 topic fetched, 0 on disk already, 450 new papers
              week 2024-07-26: 450 papers, 0 accepted, 0 withheld, 450 waiting
              next: arxiv-digest run --from translate --week 2024-07-26 --topic sd

              """))
    }
  }
}
