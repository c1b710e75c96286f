import Foundation
import HTTP
import Models
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("Rounds of a paid stage")
struct PaidRoundsTests {
  @Test("a limit on requests ends the stage cleanly, and the next run goes on")
  func limit() async throws {
    try await withPapers(6) { folder, path in
      let limits = SpendingLimits(maxRequests: 2)
      let model = ScriptedModel(ScriptedModel.good.answer)
      let first = try await run(model, in: path, limits: limits)
      #expect(model.prompts.count == 2)
      #expect(try folder.summaries.read().count == 2)
      #expect(first.problems.map(\.state) == Array(repeating: .postponed, count: 4))
      #expect(
        Set(first.problems.map(\.message))
          == ["summarize: not asked, because --max-requests 2 is reached"])
      // Ten dollars each, by the script's prices.
      #expect(first.stages[.summarize]?.leftUSD == 40)
      let second = try await run(model, in: path)
      #expect(second.problems == [])
      #expect(model.prompts.count == 6)
      #expect(second.summary.bills.usage.requests == 4)
      #expect(second.summary.weekBills.usage.requests == 6)
    }
  }

  @Test("a limit on money counts what a request can cost, before it is sent")
  func money() async throws {
    try await withPapers(6) { _, path in
      let model = ScriptedModel(ScriptedModel.good.answer)
      // A hundred dollars at most each, ten in the end.
      let report = try await run(model, in: path, limits: SpendingLimits(maxUSD: 125))
      #expect(model.prompts.count == 3)
      #expect(report.summary.bills.costUSD == 30)
    }
  }

  @Test("a paper that one model refuses goes to the next, and its provenance says why")
  func fallback() async throws {
    try await withPapers(3) { folder, path in
      let first = ScriptedModel { prompt in
        switch ScriptedModel.ids(in: prompt) {
        case ["2407.20000"]: ScriptedModel.reply("", .refused("not this"))
        case ["2407.20001"]: throw ModelError(.tooLong, status: 400, message: "too long")
        default: try await ScriptedModel.good.answer(prompt)
        }
      }
      let second = ScriptedModel(name: "other", ScriptedModel.good.answer)
      let report = try await run(first, second, in: path)
      #expect(report.problems == [])
      #expect(
        second.prompts.map { ScriptedModel.ids(in: $0)[0] }.sorted() == [
          "2407.20000", "2407.20001",
        ])
      let drafts = try folder.summaries.read()
      let reasons = try (0..<3).map { drafts[try Samples.id($0)]?.provenance.because }
      #expect(
        reasons == [
          "test: the model declined: not this",
          "test: the model's server answered 400 (the question is too long): too long", nil,
        ])
      #expect(drafts[try Samples.id(0)]?.provenance.profile == "other")
      // Both requests are on the paper's own account.
      #expect(drafts[try Samples.id(0)]?.provenance.usage.requests == 2)
      #expect(report.stages[.summarize]?.stale == 0)
    }
  }

  @Test("a profile that stands in and has a wrong key takes no other paper down")
  func brokenFallback() async throws {
    try await withPapers(3) { folder, path in
      let first = ScriptedModel { prompt in
        ScriptedModel.ids(in: prompt) == ["2407.20000"]
          ? ScriptedModel.reply("", .filtered) : try await ScriptedModel.good.answer(prompt)
      }
      let second = ScriptedModel(name: "other") { _ in throw ModelError(.badKey, status: 401) }
      let report = try await run(first, second, in: path)
      #expect(report.stages[.summarize]?.count == .init(done: 2, reused: 0, failed: 1))
      #expect(try folder.summaries.read().count == 3)
    }
  }

  @Test("three papers that are not taken in the same words, and none that is, end the stage")
  func everybodys() async throws {
    try await withPapers(9) { _, path in
      let model = ScriptedModel { _ in throw ModelError(.rejected, status: 400, message: "no") }
      await #expect(throws: PipelineError.self) { try await run(model, in: path, concurrency: 1) }
      #expect((3...4).contains(model.prompts.count))
    }
  }

  @Test("a model that writes no JSON at all is soon left alone")
  func babble() async throws {
    try await withPapers(60) { _, path in
      let model = ScriptedModel { _ in ScriptedModel.reply("はい。") }
      let report = try await run(model, in: path, concurrency: 1)
      #expect((20...22).contains(model.prompts.count))
      #expect(
        report.problems.contains {
          $0.message == "summarize: not asked, because 20 replies in a row could not be used"
        })
    }
  }

  @Test("a server that was never there ends the stage, and one that goes away does not")
  func outage() async throws {
    try await withPapers(4) { folder, path in
      let away = HTTPError.unreachable(host: "h", reason: "r")
      let never = ScriptedModel { _ in throw away }
      await #expect(throws: PipelineError.self) { try await run(never, in: path, concurrency: 1) }
      // There are two lanes: the third paper is asked about once the first or second is answered.
      let there = [[try Samples.id(0).text], [try Samples.id(1).text]]
      let once = ScriptedModel { prompt in
        guard there.contains(ScriptedModel.ids(in: prompt)) else { throw away }
        return try await ScriptedModel.good.answer(prompt)
      }
      let report = try await run(once, in: path, concurrency: 1)
      #expect(report.problems.map(\.state) == Array(repeating: .unanswered, count: 2))
      #expect(try folder.summaries.read().count == 2)
    }
  }

  @Test("a fallback that is in trouble is left alone by itself")
  func deadFallback() async throws {
    try await withPapers(40) { _, path in
      let first = ScriptedModel { _ in ScriptedModel.reply("", .filtered) }
      let second = ScriptedModel(name: "other") { _ in throw ModelError(.unavailable, status: 503) }
      _ = try await run(first, second, in: path, concurrency: 1)
      // The script does not know of the door that is shut; the stage's own profile is asked on.
      #expect(first.prompts.count == 40)
    }
  }

  @Test("a cut reply gets twice the room, and both are on the record")
  func cut() async throws {
    try await withPapers(1) { folder, path in
      let model = ScriptedModel { prompt in
        prompt.outputFactor == 1
          ? ScriptedModel.reply(#"{"id":"#, .truncated)
          : try await ScriptedModel.good.answer(prompt)
      }
      let report = try await run(model, in: path)
      #expect(report.problems == [])
      #expect(model.prompts.map(\.outputFactor) == [1, 2])
      let draft = try #require(try folder.summaries.read()[try Samples.id(0)])
      #expect(draft.earlier?.map(\.reply) == [#"{"id":"#])
      #expect(draft.earlier?.map(\.failure.code) == ["truncated-reply"])
      #expect(
        draft.provenance.usage
          == Usage(
            requests: 2, inputTokens: 20, cachedTokens: 2, outputTokens: 6))
    }
  }

  @Test("a model that repeats itself is a finding and not asked for more")
  func loop() async throws {
    try await withPapers(1) { folder, path in
      let text = #"{"id":"2407.20000","bullets":["# + String(repeating: #""同じ文だ","#, count: 50)
      let model = ScriptedModel { _ in ScriptedModel.reply(text, .truncated) }
      _ = try await run(model, in: path)
      #expect(model.prompts.count == 1)
      let draft = try folder.summaries.read()[try Samples.id(0)]
      #expect(draft?.failure?.code == "repeating-reply")
    }
  }

  @Test("an unusable reply is kept, and the model is shown it with the reason")
  func again() async throws {
    try await withPapers(1) { folder, path in
      let model = ScriptedModel { prompt in
        prompt.user.contains("\t")
          ? try await ScriptedModel.good.answer(prompt) : ScriptedModel.reply("すみません")
      }
      let report = try await run(model, in: path)
      #expect(report.problems == [])
      #expect(model.prompts.count == 2)
      let point =
        #"{"code":"undecodable-reply","field":"reply","message":"the reply holds no JSON object"}"#
      #expect(model.prompts.last?.user.hasSuffix("\t==========\(point)\tすみません") == true)
      let draft = try folder.summaries.read()[try Samples.id(0)]
      #expect(draft?.earlier?.map(\.reply) == ["すみません"])
    }
  }

  private func run(
    _ models: ScriptedModel..., in path: String, limits: SpendingLimits = SpendingLimits(),
    concurrency: Int = 2
  ) async throws -> RunReport {
    try await PipelineTests.run(
      in: path, models: models, concurrency: concurrency, limits: limits)
  }
}
