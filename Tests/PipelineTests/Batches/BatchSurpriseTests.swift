import Foundation
import HTTP
import Models
import Pipeline
import Records
import TestSupport
import Testing

/// What a provider does that one would rather not meet, and what comes of six papers.
struct BatchCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What happens to the batches, in their order.
  let script: [[BatchSurprise]]
  /// How many batches there are at the provider in the end.
  var batches = 1
  /// How many papers have no answer.
  var unanswered = 0
  /// How often an answer was paid for twice.
  var twice = 0
  /// Requests of unknown outcome.
  var unknown = 0
  /// How often a batch was to be stopped.
  var cancellations = 0
  /// Time between two looks.
  var apart = Duration.seconds(60)

  static let all = [
    BatchCase(testDescription: "made without an answer", script: [[.createHangsUp]]),
    BatchCase(testDescription: "made, and answered with 500", script: [[.createAnswers(500)]]),
    BatchCase(
      testDescription: "made without an answer, and not on the list at first",
      script: [[.createHangsUp, .unlistedFor(lists: 1)]], apart: .seconds(20)),
    BatchCase(
      testDescription: "refused for a while, and sent again",
      script: [[.createFails(.busy())], []]),
    BatchCase(testDescription: "unknown for some looks", script: [[.hiddenFor(looks: 4)]]),
    BatchCase(testDescription: "out of order", script: [[.shuffled]]),
    BatchCase(testDescription: "doubled", script: [[.doubled]]),
    BatchCase(testDescription: "beside an answer of somebody else", script: [[.foreignLine]]),
    BatchCase(testDescription: "behind a line that is no JSON", script: [[.garbage]]),
    BatchCase(testDescription: "fetched at the third try", script: [[.resultsFail(times: 2)]]),
    BatchCase(
      testDescription: "named by empty texts where there is no file", script: [[.emptyFileNames]]),
    BatchCase(
      testDescription: "broken off in the last line", script: [[.torn]], batches: 2, twice: 1,
      unknown: 1),
    BatchCase(
      testDescription: "without a line for two questions", script: [[.noLine([1, 4])]],
      batches: 2, twice: 2, unknown: 2),
    BatchCase(
      testDescription: "all failed, and better in the next batch", script: [[.allFail]], batches: 2),
    BatchCase(
      testDescription: "failed three times", script: [[.allFail], [.allFail], [.allFail]],
      batches: 3, unanswered: 6),
    BatchCase(
      testDescription: "gone for good", script: [[.vanishes(afterLooks: 0)]], batches: 2,
      unknown: 6),
    BatchCase(
      testDescription: "endless, and stopped", script: [[.neverEnds]], batches: 2,
      cancellations: 1, apart: .seconds(3600)),
    BatchCase(
      testDescription: "endless, and deaf to being stopped",
      script: [[.neverEnds, .slowCancel(looks: 10_000, answered: 0)]], batches: 2, unknown: 6,
      cancellations: 1, apart: .seconds(3600)),
  ]
}

@Suite("A batch that is")
struct BatchSurpriseTests {
  @Test(
    "brings every answer that can be had, and is not sent twice", arguments: BatchCase.all,
    BatchWire.all)
  func surprise(_ given: BatchCase, wire: BatchWire) async throws {
    try await BatchWeek.with(wire, papers: 6, script: given.script) { week in
      let report = try await week.settle(apart: given.apart)
      #expect(try week.summaries.count == 6 - given.unanswered)
      #expect(week.server.batches.count == given.batches)
      #expect(week.server.onlineQuestions.isEmpty)
      #expect(week.server.cancellations.count == given.cancellations)
      let twice = week.server.bills.values.map { $0 - 1 }.reduce(0, +)
      #expect(twice == given.twice)
      let unanswered = report.problems.filter { $0.state == .unanswered }
      #expect(Set(unanswered.map(\.id)).count == given.unanswered)
      #expect(try week.requests.count { $0.state == .unknown } == given.unknown)
      let answered = try week.requests.filter { $0.state == .answered }
      #expect(answered.count == 6 - given.unanswered)
      #expect(try week.batches.allSatisfy { !$0.isOpen })
    }
  }

  @Test("expired half-way is finished by the next one", arguments: BatchWire.all)
  func expired(wire: BatchWire) async throws {
    try await BatchWeek.with(wire, papers: 6, script: [[.expires(answered: 2)]]) { week in
      try await week.settle()
      #expect(try week.summaries == week.ids)
      #expect(week.server.batches.count == 2)
      #expect(Set(week.server.bills.values) == [1])
    }
  }

  @Test(
    "refused for one line goes again without it",
    arguments: [BatchWire.openAIChat, .openAIResponses])
  func line(wire: BatchWire) async throws {
    try await BatchWeek.with(wire, papers: 6, script: [[.malformedLine(2)]]) { week in
      let report = try await week.settle()
      #expect(try week.summaries.count == 5)
      #expect(week.server.batches.map(\.questions.count) == [6, 5])
      #expect(
        report.problems.map(\.message) == [
          "summarize: the provider does not take the question: Line 2 holds no question."
        ])
      // The next command asks about it again.
      let later = try await week.run(began: week.clock.timing.date().addingTimeInterval(60))
      #expect(later.batches.map(\.questions) == [1])
    }
  }

  @Test("too much for the provider goes again in smaller ones")
  func tooMuch() async throws {
    try await BatchWeek.with(.openAIChat, papers: 6, script: [[.overQueue]]) { week in
      try await week.settle()
      #expect(try week.summaries == week.ids)
      #expect(week.server.batches.map(\.questions.count) == [6, 3, 3])
      #expect(Set(week.server.bills.values) == [1])
    }
  }

  @Test("stopped in time leaves the rest to be asked online", arguments: BatchWire.all)
  func stopLoss(wire: BatchWire) async throws {
    let script: [[BatchSurprise]] = [[.neverEnds, .slowCancel(looks: 2, answered: 2)]]
    try await BatchWeek.with(wire, papers: 6, script: script) { week in
      try await week.settle(stopLoss: 3 * 3600, apart: .seconds(600))
      #expect(try week.summaries == week.ids)
      #expect(week.server.cancellations.count == 1)
      #expect(Set(week.server.bills.values) == [1])
      let cancelled = week.server.batches[0].questions.count - week.server.onlineQuestions.count
      #expect(try week.requests.count { $0.batch != nil } == cancelled)
      let online = try week.requests.filter { $0.batch == nil }
      // The full price: 1000 tokens in at 2 dollars a million, 200 out at 10.
      for request in online { #expect(abs((request.costUSD ?? 0) - 0.004) < 1e-9) }
    }
  }
}

@Suite("A run that is killed while it takes in a batch")
struct BatchIntakeTests {
  @Test("goes on where it was: nothing is counted or kept twice", arguments: 0...6)
  func kill(kept: Int) async throws {
    try await BatchWeek.with(.openAIChat, papers: 6) { week in
      try await week.settle()
      let (drafts, requests) = (try week.folder.summaries.list(), try week.requests)
      var batch = try #require(try week.batches.first)
      // As a kill would have left it: so many drafts kept, one request more noted, and no end.
      batch.state = .saved
      batch.ended = nil
      try week.folder.batches.replace(with: [batch])
      try week.folder.summaries.replace(with: drafts.prefix(kept))
      try week.folder.requests.replace(with: requests.prefix(min(6, kept + 1)))
      try await week.settle()
      #expect(try week.summaries == week.ids)
      #expect(try week.folder.summaries.list().map(\.earlier) == Array(repeating: nil, count: 6))
      #expect(try week.requests.count == 6)
      #expect(Set(try week.requests.map(\.batch)).count == 6)
      #expect(week.server.creations == 1)
      #expect(try week.batches.map(\.costUSD) == [batch.costUSD])
    }
  }
}
