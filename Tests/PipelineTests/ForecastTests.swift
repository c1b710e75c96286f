import Models
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("What is forecast, and what is agreed to")
struct ForecastTests {
  /// A request of the scripted model costs ten dollars.
  @Test(
    "no request begins once what was agreed to is spent, and the next run goes on there",
    arguments: [(0.0, 0), (1000, 6)])
  func agreed(amount: Double, asked: Int) async throws {
    try await withPapers(6) { folder, path in
      let model = ScriptedModel(ScriptedModel.good.answer)
      let job = Samples.job([.summarize], in: path, concurrency: 1)
      let report = try await Pipeline.scripted(job, model: model, approve: { _ in amount }).run()
      #expect(model.prompts.count == asked)
      #expect(report.problems.count { $0.state == .postponed } == 6 - asked)
      let rest = ScriptedModel(ScriptedModel.good.answer)
      _ = try await run([.summarize], in: path, model: rest)
      #expect(rest.prompts.count == 6 - asked)
    }
  }

  @Test("requests that are under way when it is spent come to their end, and no other begins")
  func underWay() async throws {
    try await withPapers(12) { _, path in
      let model = ScriptedModel(ScriptedModel.good.answer)
      let job = Samples.job([.summarize], in: path, concurrency: 1)
      let report = try await Pipeline.scripted(job, model: model, approve: { _ in 25 }).run()
      // Two lanes: one may have begun before the third request was paid for.
      #expect((3...4).contains(model.prompts.count))
      #expect(
        report.problems.allSatisfy {
          $0.message.contains("the $25.0000 that were agreed to are spent")
        })
      #expect(report.problems.count == 12 - model.prompts.count)
    }
  }

  @Test("a profile that stands in is named with what it may add, and asked for what waits for it")
  func fallbacks() async throws {
    try await withPapers(4) { _, path in
      let job = Samples.job([.summarize], in: path, repairs: 0)
      let refusing = ScriptedModel { _ in ScriptedModel.reply("お答えできません。", .refused("no")) }
      let spare = ScriptedModel(name: "spare", ScriptedModel.good.answer)
      let first = try await Pipeline.scripted(job, models: [refusing, spare]).forecast()
      #expect(first.requests == 4 && first.fallbacks == ["spare"])
      // The answers of the first profile are on disk, and only the other one is left to ask.
      _ = try await Pipeline.scripted(job, models: [refusing]).run()
      let second = try await Pipeline.scripted(job, models: [refusing, spare]).forecast()
      #expect(second.requests == 4 && second.fallbacks == [])
    }
  }

  @Test("repairs are never more than may be asked for", arguments: [0, 1, 2])
  func repairs(most: Int) async throws {
    try await withPapers(3) { _, path in
      let job = Samples.job([.summarize], in: path, repairs: most)
      let forecast = try await Pipeline.scripted(job).forecast()
      #expect(forecast.requests == 3)
      #expect(forecast.repairs.high <= Double(3 * most))
    }
  }
}
