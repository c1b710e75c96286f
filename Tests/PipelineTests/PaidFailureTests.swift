import Foundation
import HTTP
import Models
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("Failures in the paid stages")
struct PaidFailureTests {
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
}
