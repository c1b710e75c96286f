import ArXiv
import Foundation
import Models
import Records
import TestSupport
import Testing

@testable import Pipeline

/// Submission is not announcement: papers of a week go on appearing for weeks.
@Suite("Late papers")
struct LatePapersTests {
  @Test(
    "a week is asked for again after each announcement, for four weeks",
    arguments: [
      ("2024-08-03T09:00:00Z", "2024-08-03T15:00:00Z", false),
      ("2024-08-03T09:00:00Z", "2024-08-04T01:59:59Z", false),
      ("2024-08-03T09:00:00Z", "2024-08-04T02:00:00Z", true),
      ("2024-08-04T01:00:00Z", "2024-08-04T09:00:00Z", true),
      ("2024-08-01T09:00:00Z", "2024-08-03T09:00:00Z", true),
      ("2024-08-20T09:00:00Z", "2024-08-29T09:00:00Z", true),
      ("2024-08-29T23:59:59Z", "2026-08-29T09:00:00Z", true),
      ("2024-08-30T00:00:00Z", "2026-08-29T09:00:00Z", false),
      ("2036-08-30T00:00:00Z", "2026-08-29T09:00:00Z", true),
    ])
  func again(fetched: String, now: String, isAsked: Bool) async throws {
    try await withTemporaryFolder { folder in
      let fetched = try Date(fetched, strategy: .iso8601)
      try await Samples.weekFolder(folder).keep(papers: 1, fetched: fetched)
      try Samples.weekFolder(folder).papers.replace(with: [try Samples.paper(1)])
      let arXiv = ScriptedClient([.page([1])])
      let clock = ManualTiming(date: try Date(now, strategy: .iso8601))
      _ = try await Pipeline.scripted(
        Samples.job([.fetch], in: folder), arXiv: arXiv, clock: clock
      ).run()
      #expect(arXiv.requests.count == (isAsked ? 1 : 0))
    }
  }

  @Test(
    "of a week without a paper nothing is final before it was so on two days",
    arguments: [
      (nil, true), ("2024-09-30T05:00:00Z", true), ("2024-09-29T05:00:00Z", false),
    ] as [(String?, Bool)])
  func empty(since: String?, isAsked: Bool) async throws {
    try await withTemporaryFolder { folder in
      let since = try since.map { try Date($0, strategy: .iso8601) }
      let fetched = try Date("2024-09-30T09:00:00Z", strategy: .iso8601)
      let week = Samples.weekFolder(folder)
      try await week.keep(papers: 0, fetched: fetched, since: since)
      let arXiv = ScriptedClient([.page([]), .page([])])
      let clock = ManualTiming(date: fetched.addingTimeInterval(86_400))
      _ = try await Pipeline.scripted(
        Samples.job([.fetch], in: folder), arXiv: arXiv, clock: clock
      ).run()
      #expect(arXiv.requests.count == (isAsked ? 2 : 0))
      guard isAsked else { return }
      #expect(try week.coverage.read()["sd"]?.since == since ?? fetched)
    }
  }

  @Test(
    "what is in doubt is asked for again at once",
    arguments: [(false, [], nil), (true, ["who knows"], nil), (false, [], "somewhere")]
      as [(Bool, [String], String?)])
  func doubtful(confirmed: Bool, doubts: [String], next: String?) async throws {
    try await withTemporaryFolder { folder in
      try await Samples.weekFolder(folder).keep(
        papers: 0, confirmed: confirmed, doubts: doubts, next: next, fetched: Samples.later)
      let arXiv = ScriptedClient([.page([1])])
      _ = try await Pipeline.scripted(Samples.job([.fetch], in: folder), arXiv: arXiv).run()
      #expect(arXiv.requests.count == 1)
    }
  }

  @Test("a paper that was deleted from the file is fetched again")
  func deleted() async throws {
    try await withTemporaryFolder { folder in
      try await Samples.weekFolder(folder).keep(papers: 2, fetched: Samples.later)
      let arXiv = ScriptedClient([.page([1, 2])])
      _ = try await Pipeline.scripted(Samples.job([.fetch], in: folder), arXiv: arXiv).run()
      #expect(try Samples.weekFolder(folder).papers.read().count == 2)
    }
  }

  @Test(
    "a week on its second and on its eighth day: each new paper is asked about once, on one page in order"
  )
  func secondAndEighthDay() async throws {
    try await withTemporaryFolder { folder in
      // A lower number was submitted later: the new papers stand between and before the old ones.
      let arXiv = ScriptedClient([.page([2, 5, 7]), .page([1, 2, 4, 5, 7])])
      let model = ScriptedModel(ScriptedModel.good.answer)
      let clock = ManualTiming(date: Samples.week.end.addingTimeInterval(2 * 86_400))
      let job = Samples.job(Stage.allCases, in: folder)
      let first = try await Pipeline.scripted(job, arXiv: arXiv, model: model, clock: clock).run()
      #expect(first.stages[.fetch]?.added == 3)
      #expect(Self.asked(model.prompts) == Self.ids([[2], [2, 5, 7], [5], [7]]))

      clock.advance(by: .seconds(6 * 86_400))
      let second = try await Pipeline.scripted(job, arXiv: arXiv, model: model, clock: clock).run()
      #expect(second.stages[.fetch]?.added == 2)
      #expect(Self.asked(model.prompts.dropFirst(4)) == Self.ids([[1], [1, 4], [4]]))
      #expect(!second.isIncomplete)
      #expect(second.pages == ["\(folder)/site/_sd/2024-07-26.md"])
      let page = try String(contentsOf: URL(filePath: second.pages[0]), encoding: .utf8)
      let places = [1, 2, 4, 5, 7].compactMap { page.firstRange(of: "2407.\(20000 + $0)") }
      #expect(places.count == 5)
      #expect(places.map(\.lowerBound) == places.map(\.lowerBound).sorted())
    }
  }

  /// The papers of each prompt; which of several lanes comes first is nobody's promise.
  private static func asked(_ prompts: some Sequence<Prompt>) -> [[String]] {
    prompts.map { ScriptedModel.ids(in: $0) }.sorted { $0.joined() < $1.joined() }
  }

  private static func ids(_ numbers: [[Int]]) -> [[String]] {
    numbers.map { $0.map { "2407.\(20000 + $0)" } }
  }
}
