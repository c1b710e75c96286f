import Foundation
import HTTP
import Models
import Pipeline
import Records
import TestSupport
import Testing

@Suite("Questions that are in batches while something changes")
struct BatchKeepingTests {
  @Test("of one provider's dialect are not read as those of another")
  func otherKind() async throws {
    try await BatchWeek.with(.openAIChat, papers: 2, pace: .byHand) { week in
      try await week.run()
      week.server.finishAll()
      week.kind = .openAIResponses
      await #expect(throws: PipelineError.self) { try await week.run() }
      week.kind = .openAIChat
      try await week.settle()
      #expect(try week.summaries == week.ids)
      #expect(week.server.creations == 1)
    }
  }

  @Test("are kept where a paper was hidden meanwhile, and are there when it is shown again")
  func hidden() async throws {
    try await BatchWeek.with(.openAIChat, papers: 3, pace: .byHand) { week in
      try await week.run()
      let paper = try Samples.paper(1)
      try await week.folder.edits.journal()
        .append([Edit(on: paper, isHidden: true, time: Samples.later)])
      week.server.finishAll()
      try await week.settle()
      try await week.folder.edits.journal().append([Edit(on: paper, time: Samples.later)])
      let report = try await week.settle()
      #expect(report.stages[.summarize]?.count == .init(done: 0, reused: 3, failed: 0))
      #expect(try week.summaries == week.ids)
      #expect(week.server.creations == 1)
    }
  }

  @Test("of a profile that stood in are read where it is the stage's own by now")
  func standIn() async throws {
    let asked = Locked(0)
    let model: BatchServer.Model = { question in
      let isFirst = asked.withLock { count in
        count += 1
        return count == 1
      }
      return .says(.init(text: BatchWeek.good(question), end: isFirst ? .declined : .whole))
    }
    try await BatchWeek.with(.openAIChat, papers: 1, pace: .byHand, model: model) { week in
      week.profiles = ["test", "spare"]
      try await week.run()
      week.server.finishAll()
      #expect(try await week.run().batches.map(\.profile) == ["spare"])
      week.server.finishAll()
      week.profiles = ["spare"]
      try await week.settle()
      #expect(try week.summaries == week.ids)
      #expect(week.server.creations == 2)
    }
  }

  @Test("count against the limit of a later command for as long as they are under way")
  func laterMoney() async throws {
    try await BatchWeek.with(.openAIChat, papers: 3, pace: .byHand) { week in
      let most = try #require(try await week.run().batches.first?.mostUSD)
      try week.folder.papers.replace(with: (0..<6).map { try Samples.paper($0) })
      let report = try await week.run(spending: SpendingLimits(maxUSD: most * 1.5))
      #expect(report.batches.map(\.questions) == [3, 1])
      #expect(report.problems.map(\.state) == [.postponed, .postponed])
    }
  }

  @Test("are left to a run by a redo, which asks once and about nothing that is under way")
  func redo() async throws {
    try await BatchWeek.with(.openAIChat, papers: 2, pace: .byHand) { week in
      try await week.run(lane: .online)
      try week.folder.papers.replace(with: (0..<4).map { try Samples.paper($0) })
      try await week.run()
      let redo = Redo(ids: Set(try (0..<4).map(Samples.id)))
      let report = try await week.run(lane: .online, redo: redo)
      #expect(report.batches.isEmpty)
      #expect(week.server.onlineQuestions.count == 4)
      #expect(week.server.creations == 1)
    }
  }

  @Test("stay on disk where the provider cannot be reached, and are sent when it can")
  func unreachable() async throws {
    try await BatchWeek.with(.openAIChat, papers: 2, script: [[.createFails(.status(503))]]) {
      week in
      let report = try await week.run()
      #expect(report.batches.map(\.state) == [.written])
      try await week.settle()
      #expect(try week.summaries == week.ids)
      #expect(week.server.batches.count == 1)
    }
  }

  @Test("go online when the provider takes no batch for as long as the operator waits")
  func neverTaken() async throws {
    let script = Array(repeating: [BatchSurprise.createFails(.status(503))], count: 200)
    try await BatchWeek.with(.openAIChat, papers: 2, script: script) { week in
      try await week.settle(stopLoss: 3600, apart: .seconds(600))
      #expect(try week.summaries == week.ids)
      #expect(week.server.batches.isEmpty)
      #expect(week.server.onlineQuestions.count == 2)
      #expect(try week.batches.map(\.state) == [.refused])
    }
  }
}
