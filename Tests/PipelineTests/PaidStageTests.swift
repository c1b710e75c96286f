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
      #expect(asked.map(\.count) == [3, 1, 1])
      let lacking = titles[try Samples.id(1)]
      #expect(lacking?.provenance.usage.requests == 2)
      #expect(lacking?.earlier?.map(\.failure.code) == ["wrong-id", "wrong-id"])
      let second = ScriptedModel(ScriptedModel.good.answer)
      _ = try await run([.translate], in: path, model: second)
      #expect(second.prompts.map { ScriptedModel.ids(in: $0) } == [["2407.20001"]])
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
        search: pipeline.services.search, translators: [other], summarizers: [other],
        prompts: try Samples.prompts(), now: { Samples.later })
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

  /// A failure of the model's side, and whether it ends the stage.
  struct Failure: Sendable, CustomTestStringConvertible {
    let error: any Error & Sendable
    let stops: Bool
    var testDescription: String { "\(error)" }
  }

  @Test(
    "what every paper would meet ends the stage, and the rest is one paper's trouble",
    arguments: [
      Failure(error: ModelError(.badKey, status: 418), stops: true),
      Failure(error: ModelError(.forbidden, status: 418), stops: true),
      Failure(error: ModelError(.unknownModel, status: 418), stops: true),
      Failure(error: ModelError(.exhausted, status: 418), stops: true),
      Failure(error: ModelError(.badSetting, status: 418), stops: true),
      Failure(error: ModelError(.schemaRefused, status: 418), stops: true),
      Failure(error: ModelError(.boundsRefused, status: 418), stops: true),
      Failure(error: ModelError(.tooLong, status: 418), stops: false),
      Failure(error: ModelError(.filtered, status: 418), stops: false),
      Failure(error: ModelError(.rejected, status: 418), stops: false),
      Failure(error: ModelError(.rateLimited, status: 418), stops: false),
      Failure(error: ModelError(.overloaded, status: 418), stops: false),
      Failure(error: ModelError(.unavailable, status: 418), stops: false),
      Failure(error: ModelError(.badGeneration, status: 418), stops: false),
      Failure(error: ModelError(.unreadable, status: 418), stops: false),
      Failure(error: ModelError(.final, status: 418), stops: false),
      Failure(error: HTTPError.nameNotFound(host: "h", reason: "r"), stops: false),
      Failure(error: HTTPError.unreachable(host: "h", reason: "r"), stops: false),
      Failure(error: HTTPError.tlsFailed(host: "h", reason: "r"), stops: true),
      Failure(error: HTTPError.timedOut(host: "h", reason: "r"), stops: false),
      Failure(error: HTTPError.connectionLost(host: "h", reason: "r"), stops: false),
      Failure(error: HTTPError.noRecording(name: "n", folder: "f"), stops: false),
      Failure(error: HTTPError.recordingFailed(file: "f", reason: "r"), stops: true),
    ])
  func failures(failure: Failure) async throws {
    try await withPapers(6) { folder, path in
      let model = ScriptedModel { prompt in
        if ScriptedModel.ids(in: prompt) == ["2407.20002"] { throw failure.error }
        return try await ScriptedModel.good.answer(prompt)
      }
      if failure.stops {
        let error = await #expect(throws: PipelineError.self) {
          try await run([.summarize], in: path, model: model, concurrency: 1)
        }
        let saved = try folder.summaries.read().count
        #expect(
          error?.description
            == "summarize: \(failure.error). Of this stage, \(saved) requests were answered, and the "
            + "answers about \(saved) papers are saved"
        )
        // Two lanes: what was under way with the failing one, and nothing after it.
        #expect((2...3).contains(saved))
      } else {
        // One after the other: an outage is judged by whether the server has answered before.
        let report = try await run([.summarize], in: path, model: model, concurrency: 1)
        #expect(report.stages[.summarize]?.count == .init(done: 5, reused: 0, failed: 1))
        #expect(
          report.stages[.summarize]?.problems == [
            Problem(
              id: try Samples.id(2), state: .unanswered, message: "summarize: \(failure.error)")
          ])
        #expect(try folder.summaries.read().count == 5)
      }
    }
  }

  @Test("the counts of run.json add up whatever happened")
  func counts() async throws {
    try await withPapers(6) { folder, path in
      let model = ScriptedModel { prompt in
        switch ScriptedModel.ids(in: prompt) {
        case ["2407.20001"]: throw ModelError(.unreadable, status: 200, message: "x")
        case ["2407.20002"]: return ScriptedModel.reply("{}")
        default: return try await ScriptedModel.good.answer(prompt)
        }
      }
      let report = try await run(
        [.translate, .summarize, .validate, .render], in: path, model: model)
      #expect(report.summary.papers == 6)
      #expect(report.summary.accepted == 4)
      #expect(report.summary.rejected == 1)
      #expect(report.summary.pending == 1)
      #expect(report.pages == [path + "/site/_sd/2024-07-26.md"])
      let written = try Data(contentsOf: URL(filePath: folder.path + "/run.json"))
      #expect(Array(written) == report.summary.json)
    }
  }

  private func withPapers(
    _ count: Int, _ body: (_ folder: RunFolder, _ path: String) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { path in
      let folder = RunFolder(runs: path + "/runs", week: Samples.week)
      _ = try folder.lock()
      try folder.papers.replace(with: (0..<count).map { try Samples.paper($0) })
      try await body(folder, path)
    }
  }

  private func run(
    _ stages: [Stage], in path: String, model: ScriptedModel, concurrency: Int = 4
  ) async throws -> RunReport {
    let job = Samples.job(stages, in: path, concurrency: concurrency)
    return try await Pipeline.scripted(job, model: model).run()
  }
}
