import Foundation
import HTTP
import Models
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("The paid stages")
struct PaidStageTests {
  @Test("titles travel sixteen to a request, and their tokens are shared out")
  func batches() async throws {
    try await withPapers(20) { folder, path in
      let model = ScriptedModel(ScriptedModel.good.answer)
      let report = try await run([.translate], in: path, model: model)
      #expect(model.prompts.map { ScriptedModel.ids(in: $0).count }.sorted() == [4, 16])
      let names = Set(model.prompts.map { $0.name.prefix { $0 != "-" } })
      #expect(names == ["translate"])
      let titles = try folder.titles.read()
      #expect(titles.count == 20)
      #expect(
        titles.values.map(\.provenance.usage).reduce(Usage(), +)
          == Usage(requests: 2, inputTokens: 20, cachedTokens: 2, outputTokens: 6))
      #expect(report.stages[.translate]?.count == .init(done: 20, reused: 0, failed: 0))
      #expect(report.summary.bills.costUSD == 20)
    }
  }

  @Test("an answer that lacks a title costs that one only")
  func missingTitle() async throws {
    try await withPapers(3) { folder, path in
      let model = ScriptedModel { prompt in
        let ids = ScriptedModel.ids(in: prompt)
        let items = ids.filter { $0 != "2407.20001" }.map { #"{"id":"\#($0)","title":"題だ"}"# }
        return ScriptedModel.reply(#"{"titles":[\#(items.joined(separator: ","))]}"#)
      }
      let report = try await run([.translate], in: path, model: model)
      let titles = try folder.titles.read()
      #expect(titles[try Samples.id(0)]?.title == "題だ")
      #expect(titles[try Samples.id(1)]?.title == nil)
      #expect(
        report.stages[.translate]?.problems == [
          Problem(
            id: try Samples.id(1), state: .unusable,
            message: "translate: wrong-id in reply (title: the reply names no paper)")
        ])
      let asked = model.prompts.map { ScriptedModel.ids(in: $0) }
      #expect(asked.map(\.count) == [3, 1, 1, 1])
      let lacking = titles[try Samples.id(1)]
      #expect(lacking?.provenance.usage.requests == 3)
      #expect(lacking?.earlier?.map(\.failure.code) == ["wrong-id", "wrong-id", "wrong-id"])
      // It has been asked about again twice, and waits until more is allowed.
      let second = ScriptedModel(ScriptedModel.good.answer)
      for (repairs, asked) in [(2, []), (3, [["2407.20001"]])] as [(Int, [[String]])] {
        _ = try await PipelineTests.run(
          [.translate], in: path, models: [second], repairs: repairs)
        #expect(second.prompts.map { ScriptedModel.ids(in: $0) } == asked)
      }
    }
  }

  @Test("two titles under one id are nobody's")
  func doubledTitle() async throws {
    try await withPapers(2) { folder, path in
      let model = ScriptedModel { _ in
        ScriptedModel.reply(
          #"{"titles":[{"id":"2407.20000","title":"甲だ"},{"id":"2407.20000","title":"乙だ"}]}"#)
      }
      _ = try await run([.translate], in: path, model: model)
      let titles = try folder.titles.read()
      #expect(
        titles[try Samples.id(0)]?.failure
          == DraftFailure(
            code: "wrong-id", message: "the reply answers 2 times for this paper"))
      #expect(titles[try Samples.id(1)]?.failure?.code == "wrong-id")
    }
  }

  @Test("a draft on disk is kept when only its prompt or model has changed, and counted as stale")
  func stale() async throws {
    try await withPapers(2) { folder, path in
      _ = try await run([.summarize], in: path, model: .good)
      let silent = ScriptedModel { _ in throw CancellationError() }
      let job = Samples.job([.summarize], in: path)
      let other = ModelClient(profile: "test", model: "model-2", complete: silent.client.complete)
      let pipeline = try Pipeline.scripted(job)
      let services = Services(
        source: pipeline.services.source, translators: [other], summarizers: [other],
        prompts: try Samples.prompts(), validator: Samples.validator, now: { Samples.later })
      let report = try await Pipeline(job: job, services: services).run()
      #expect(report.stages[.summarize]?.count == .init(done: 0, reused: 2, failed: 0))
      #expect(report.stages[.summarize]?.stale == 2)
      #expect(silent.prompts == [])
      #expect(report.summary.bills.usage == Usage())
      _ = folder
    }
  }

  @Test("a title that spoils its batch is found by halves when the server refuses it")
  func refusedBatch() async throws {
    try await withPapers(16) { folder, path in
      let model = ScriptedModel { prompt in
        if ScriptedModel.ids(in: prompt).contains("2407.20005") {
          throw ModelError(.rejected, status: 400, message: "odd")
        }
        return try await ScriptedModel.good.answer(prompt)
      }
      let report = try await run([.translate], in: path, model: model)
      #expect(report.stages[.translate]?.problems.map(\.id) == [try Samples.id(5)])
      #expect(try folder.titles.read().count == 15)
      #expect(
        model.prompts.map { ScriptedModel.ids(in: $0).count } == [16, 8, 4, 4, 2, 1, 1, 2, 8])
    }
  }

  @Test("a title that spoils the answer about its batch is found by halves, and left for later")
  func spoiltBatch() async throws {
    try await withPapers(5) { folder, path in
      let model = ScriptedModel { prompt in
        let ids = ScriptedModel.ids(in: prompt)
        if ids.contains("2407.20002") { return ScriptedModel.reply("", .filtered) }
        return try await ScriptedModel.good.answer(prompt)
      }
      let first = try await run([.translate], in: path, model: model)
      #expect(first.stages[.translate]?.count == .init(done: 4, reused: 0, failed: 1))
      #expect(first.summary.bills.usage.requests == 5)
      _ = try await run([.translate], in: path, model: model)
      #expect(model.prompts.map { ScriptedModel.ids(in: $0).count } == [5, 2, 3, 1, 2, 1])
      #expect(try folder.titles.read().values.compactMap(\.title).count == 4)
    }
  }

  @Test("a paper without an abstract is not paid for, and waits")
  func noAbstract() async throws {
    try await withPapers(2) { folder, path in
      let bare = Paper(
        id: try Samples.id(1), version: 1, title: "A", abstract: "", authors: [], comment: nil,
        categories: [], published: Samples.week.start, updated: Samples.week.start, topics: ["sd"])
      try folder.papers.replace(with: [try Samples.paper(0), bare])
      let model = ScriptedModel(ScriptedModel.good.answer)
      let report = try await run([.summarize], in: path, model: model)
      #expect(model.prompts.map { ScriptedModel.ids(in: $0) } == [["2407.20000"]])
      #expect(
        report.stages[.summarize]?.problems == [
          Problem(
            id: bare.id, state: .unasked,
            message: "summarize: arXiv sent no abstract; fetch the week again")
        ])
    }
  }
}
