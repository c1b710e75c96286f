import Foundation
import HTTP
import Models
import Pipeline
import Records
import TestSupport
import Testing

@Suite("Questions that go into batches")
struct BatchLaneTests {
  @Test("come back as drafts, once each and at half the price", arguments: BatchWire.all)
  func whole(wire: BatchWire) async throws {
    try await BatchWeek.with(wire, papers: 5) { week in
      let first = try await week.run()
      #expect(first.batches.map(\.state) == [.submitted])
      #expect(first.stages[.summarize]?.inBatches == 5)
      #expect(first.stages[.summarize]?.count == .init(done: 0, reused: 0, failed: 0))
      #expect(try week.summaries.isEmpty)

      let last = try await week.settle()
      #expect(last.stages[.summarize]?.count == .init(done: 5, reused: 0, failed: 0))
      #expect(try week.summaries == week.ids)
      #expect(week.server.bills == Dictionary(uniqueKeysWithValues: try week.ids.map { ($0, 1) }))
      #expect(week.server.creations == 1)
      #expect(week.server.onlineQuestions.isEmpty)
      #expect(week.server.leaks.isEmpty)
      #expect(try week.batches.map(\.state) == [.settled])

      // 1000 tokens in at 2 dollars a million and 200 out at 10, by half.
      let requests = try week.requests
      #expect(requests.map(\.state) == Array(repeating: .answered, count: 5))
      for request in requests { #expect(abs((request.costUSD ?? 0) - 0.002) < 1e-9) }
      let keys = Set(try week.folder.summaries.list().map(\.provenance.batch))
      #expect(keys == Set(week.server.batches[0].questionKeys.map(Optional.some)))
    }
  }

  @Test("are as many batches as the limit makes of them, and no more")
  func limits() async throws {
    try await BatchWeek.with(.openAIChat, papers: 7) { week in
      week.limits.batchRequests = 3
      let report = try await week.run()
      #expect(report.batches.map(\.questions) == [3, 3, 1])
      try await week.settle()
      #expect(try week.summaries == week.ids)
      #expect(week.server.batches.map(\.questions.count) == [3, 3, 1])
    }
  }

  @Test("may be about several papers, as titles are", arguments: BatchWire.all)
  func titles(wire: BatchWire) async throws {
    try await BatchWeek.with(wire, papers: 7) { week in
      try await week.settle([.translate])
      #expect(
        Set(try week.folder.titles.list().filter { $0.failure == nil }.map(\.id.text))
          == (try week.ids))
      #expect(week.server.batches.count == 1)
    }
  }

  @Test("are not asked twice by a run that asks online meanwhile, which takes in the answers")
  func online() async throws {
    try await BatchWeek.with(.anthropic, papers: 4, pace: .byHand) { week in
      try await week.run()
      try week.folder.papers.replace(with: (0..<6).map { try Samples.paper($0) })
      let report = try await week.run(lane: .online)
      #expect(report.batches.count == 1)
      #expect(
        week.server.onlineQuestions.flatMap(\.papers).sorted() == ["2407.20004", "2407.20005"])
      week.server.finishAll()
      try await week.settle(lane: .online)
      #expect(try week.summaries == week.ids)
      #expect(Set(week.server.bills.values) == [1])
    }
  }

  @Test("make drafts of the prompt that was sent, although it has changed since")
  func changed() async throws {
    try await BatchWeek.with(.gemini, papers: 2, pace: .byHand) { week in
      try await week.run()
      week.prompts = try PromptBook { name in
        let text =
          switch name {
          case "title.md": "{{fence}}{{id}}|{{title}}{{terms}}"
          case "paper.md": "{{fence}}{{id}}|{{title}}|{{abstract}}{{terms}}"
          case "again.md": "\t{{fence}}{{findings}}\t{{reply}}"
          default: "# 役割\n要約する。"
          }
        return (name, text)
      }
      week.server.finishAll()
      let report = try await week.settle()
      #expect(report.stages[.summarize]?.stale == 2)
      #expect(report.stages[.summarize]?.count.done == 2)
      #expect(week.server.creations == 1)
    }
  }

  @Test("that are rejected go into the next batch, with what was found")
  func rejected() async throws {
    let model: BatchServer.Model = { question in
      let isAgain = question.asked.user.contains("\t")
      let text = BatchWeek.good(question)
      return .says(
        .init(
          text: isAgain
            ? text
            : text.replacing(
              "記録の少ない港の潮位を扱う", with: "The known methods break down at low bit widths")))
    }
    try await BatchWeek.with(.openAIChat, papers: 3, model: model) { week in
      let report = try await week.settle()
      #expect(report.stages[.summarize]?.count.failed == 0)
      #expect(try week.summaries == week.ids)
      #expect(week.server.batches.map(\.questions.count) == [3, 3])
      #expect(week.server.onlineQuestions.isEmpty)
      let drafts = try week.folder.summaries.list()
      #expect(drafts.map { $0.earlier?.count } == [1, 1, 1])
      #expect(drafts.map(\.provenance.usage.requests) == [2, 2, 2])
    }
  }

  @Test("wait for their turn where the money does not reach, and no cent more is asked for")
  func money() async throws {
    try await BatchWeek.with(.openAIChat, papers: 6) { week in
      // A request can cost at most about 2 cents: 4,000 tokens out at 5 dollars a million.
      let report = try await week.run(spending: SpendingLimits(maxUSD: 0.07))
      let batch = try #require(report.batches.first)
      #expect(batch.questions < 6 && batch.questions > 0)
      #expect((batch.mostUSD ?? 1) <= 0.07)
      #expect(report.problems.map(\.state).filter { $0 == .postponed }.count == 6 - batch.questions)
    }
  }

  @Test("of a profile that is gone are told by its name, and nothing is sent")
  func gone() async throws {
    try await BatchWeek.with(.openAIChat, papers: 2, pace: .byHand) { week in
      try await week.run()
      week.profiles = ["other"]
      await #expect {
        try await week.run()
      } throws: { error in
        "\(error)".contains("was sent by profile test with model test-model")
      }
      #expect(week.server.creations == 1)
    }
  }
}
