import Foundation
import Records
import TestSupport
import Testing

@Suite("A run over several weeks that is gone on with")
struct WeeksLaterTests {
  @Test("keeps its limit on requests over all weeks together")
  func limit() async throws {
    try await withWorld(papers: ThreeWeeks.papers) { world in
      // A week takes three requests: one for the titles, and one for each paper.
      let outcome = try await world.run(ThreeWeeks.words + ["--max-requests", "5"])
      #expect(world.questions.count == 5)
      #expect(outcome.output == ThreeWeeks.pages(["2024-07-12", "2024-07-19"]))
      #expect(
        ThreeWeeks.closing(outcome) == """
          2024-07-12: \(ThreeWeeks.good)
          2024-07-19: 2 papers, 1 accepted, 0 withheld, 1 waiting
          2024-07-26: 2 papers, 0 accepted, 0 withheld, 2 waiting
          next: arxiv-digest run --weeks 2024-07-12..2024-07-26 --topic sd --max-requests 5  \
          # asks for what is missing only

          """)
      #expect(outcome.status != .exit(0))
      world.forget()
      let second = try await world.run(ThreeWeeks.words + ["--max-requests", "5"])
      #expect(second.status == .exit(0), "\(second.errors)")
      #expect(world.questions.count == 4)
      #expect(world.searches == [])
    }
  }

  @Test("ends with status 130 at Ctrl-C in the second week, and goes on there")
  func interrupt() async throws {
    try await withWorld(papers: ThreeWeeks.papers) { world in
      world.model.setFaults(["2407.15001": .hold])
      let program = try world.start(ThreeWeeks.words)
      try await eventually("the one is on disk, and the other is asked for") {
        world.questions.contains { $0.ids == ["2407.15001"] && $0.stage == "summarize" }
          && world.read("runs/2024-07-19/summaries.jsonl")?.contains("2407.15000") == true
      }
      program.interrupt()
      let outcome = await world.outcome(of: program)
      #expect(outcome.status == .exit(130))
      #expect(outcome.output == ThreeWeeks.pages(["2024-07-12"]))
      #expect(
        outcome.errors.hasSuffix(
          "\narxiv-digest: interrupted; every answer that had arrived is on disk\n"
            + "next: arxiv-digest run --weeks 2024-07-12..2024-07-26 --topic sd\n"))
      world.model.release()
      world.model.setFaults([:])
      world.forget()
      let second = try await world.run(ThreeWeeks.words)
      #expect(second.status == .exit(0))
      #expect(ThreeWeeks.searched(world) == ["20240726"])
      #expect(
        world.questions.map { $0.ids.joined(separator: " ") }.sorted() == [
          "2407.15001", "2407.20000", "2407.20000 2407.20001", "2407.20001",
        ])
    }
  }

  /// The last three full weeks, the oldest first.
  private static var recent: [Week] {
    let last = Week(lastBefore: Date(), startingOn: .friday)
    return Week.from(last.shifted(by: -2), through: last)
  }

  @Test("takes the last weeks, and asks about what was announced since they were fetched")
  func late() async throws {
    let weeks = Self.recent
    let papers = weeks.enumerated().flatMap { index, week in
      FakePaper.week(2, day: "\(week)", first: 2501_10000 + index * 100)
    }
    try await withWorld(papers: papers) { world in
      let words = ["run", "--recent", "3", "--topic", "sd"]
      let first = try await world.run(words)
      #expect(first.status == .exit(0), "\(first.errors)")
      #expect(first.output == ThreeWeeks.pages(weeks.map(\.description)))
      #expect(ThreeWeeks.searched(world) == weeks.map { "\($0)".replacing("-", with: "") })

      // On the same day nothing can have come.
      world.forget()
      #expect(try await world.run(words).status == .exit(0))
      #expect(world.searches == [])

      for week in weeks { try Self.fetchedTwoDaysAgo(week, in: world) }
      let late = FakePaper.week(2, day: weeks[1].lastDay, first: 2501_20000)
      world.arXiv.change { $0 = late + $0 }
      world.forget()
      let second = try await world.run(words)
      #expect(second.status == .exit(0), "\(second.errors)")
      #expect(world.searches.count == 3)
      #expect(
        world.questions.map { $0.ids.joined(separator: " ") }.sorted() == [
          "2501.20000", "2501.20000 2501.20001", "2501.20001",
        ])
      #expect(
        try world.records(week: "\(weeks[1])").map(\.id) == [
          "2501.20000", "2501.20001", "2501.10100", "2501.10101",
        ])
      #expect(second.errors.contains("fetch: 1 topic fetched, 0 on disk already, 2 new papers\n"))
    }
  }

  /// Puts the day of a week's fetch back.
  private static func fetchedTwoDaysAgo(_ week: Week, in world: World) throws {
    let path = "runs/\(week)/coverage.jsonl"
    let parts = try #require(world.read(path)).split(separator: #""fetched":""#)
    try #require(parts.count == 2)
    let date = Date().addingTimeInterval(-2 * 86_400).formatted(.iso8601)
    try world.write(parts[0] + #""fetched":""# + date + parts[1].dropFirst(date.count), to: path)
  }
}
