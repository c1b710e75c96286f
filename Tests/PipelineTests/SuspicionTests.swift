import ArXiv
import Foundation
import Records
import TestSupport
import Testing

@testable import Pipeline

/// A source that answers with too little looks like one that answers with everything.
@Suite("Suspicious results")
struct SuspicionTests {
  @Test(
    "too few papers are held against what the weeks before had",
    arguments: [
      ([], 0, nil), ([0, 0, 0], 0, nil), ([0, 0, 3], 0, nil),
      ([5], 0, "no paper was found, where 5 would be usual"),
      ([0, 5], 0, "no paper was found, where 5 would be usual"),
      ([9, 10, 11], 0, "no paper was found, where 10 would be usual"),
      ([40, 41, 42], 10, "only 10 papers were found, where 41 would be usual"),
      ([40, 41, 42], 11, nil), ([7, 7, 7], 1, nil),
      ([8, 8, 8], 1, "only 1 papers were found, where 8 would be usual"),
    ] as [([Int], Int, String?)])
  func few(before: [Int], papers: Int, doubt: String?) async throws {
    try await withTemporaryFolder { folder in
      for (weeks, count) in before.enumerated() {
        let week = Samples.weekFolder(folder).earlier(by: weeks + 1)
        try await week.keep(papers: count, fetched: week.week.end)
      }
      let pages = Array(repeating: ScriptedClient.Outcome.page(0..<papers), count: 4)
      let told = Told()
      let report = try await Pipeline.scripted(
        Samples.job([.fetch], in: folder), arXiv: ScriptedClient(pages), tell: told.hear
      ).run()
      #expect(report.doubts == doubt.map { ["sd: \($0)"] } ?? [])
      #expect(report.isIncomplete == (doubt != nil))
      let receipt = try #require(try Samples.weekFolder(folder).coverage.read()["sd"])
      #expect(told.receipts == [receipt])
      #expect(receipt.doubts == doubt.map { [$0] } ?? [])
      #expect(receipt.confirmed == (doubt == nil))
    }
  }

  @Test("weeks of another query, doubtful ones and damaged ones say nothing about what is usual")
  func strangers() async throws {
    try await withTemporaryFolder { folder in
      func earlier(_ weeks: Int) -> RunFolder { Samples.weekFolder(folder).earlier(by: weeks) }
      try await earlier(1).keep(papers: 40, query: "(abs:another)", fetched: Samples.later)
      try await earlier(2).keep(papers: 40, confirmed: false, fetched: Samples.later)
      try await earlier(3).keep(papers: 40, doubts: ["x"], fetched: Samples.later)
      try await earlier(4).keep("fl", papers: 40, fetched: Samples.later)
      _ = try earlier(5).lock()
      try Data("{\n".utf8).write(to: URL(filePath: earlier(5).coverage.path))
      try await earlier(9).keep(papers: 40, fetched: Samples.later)
      let report = try await Pipeline.scripted(
        Samples.job([.fetch], in: folder), arXiv: ScriptedClient([.page([1])])
      ).run()
      #expect(report.doubts == [])
    }
  }

  @Test("papers that the week had are expected again")
  func vanished() async throws {
    try await withTemporaryFolder { folder in
      let arXiv = ScriptedClient([.page(1...9)] + Array(repeating: .page([]), count: 4))
      _ = try await Pipeline.scripted(Samples.job([.fetch], in: folder), arXiv: arXiv).run()
      let job = Samples.job([.fetch], refetches: true, in: folder)
      let clock = ManualTiming(date: Samples.later)
      let report = try await Pipeline.scripted(job, arXiv: arXiv, clock: clock).run()
      #expect(report.doubts == ["sd: no paper was found, where 9 would be usual"])
      #expect(clock.waits == [.seconds(30), .seconds(150), .seconds(420)])
      #expect(try Samples.weekFolder(folder).papers.read().count == 9)
    }
  }

  @Test("the same on another day is believed, and the same on the same day is not")
  func sameAgain() async throws {
    try await withTemporaryFolder { folder in
      let week = Samples.weekFolder(folder).earlier(by: 1)
      try await week.keep(papers: 40, fetched: week.week.end)
      let arXiv = ScriptedClient(Array(repeating: .page([1, 2]), count: 4))
      let job = Samples.job([.fetch], in: folder)
      let clock = ManualTiming(date: Samples.later)
      let told = Told()
      var doubts: [Int] = []
      for hours in [0, 1, 24, 24] {
        clock.advance(by: .seconds(hours * 3600))
        let report = try await Pipeline.scripted(job, arXiv: arXiv, clock: clock, tell: told.hear)
          .run()
        doubts.append(report.doubts.count)
      }
      #expect(doubts == [1, 1, 0, 0])
      #expect(
        told.notes.contains(
          "sd: only 2 papers were found, where 40 would be usual; the same as on another day, and so "
            + "believed"))
    }
  }
}
