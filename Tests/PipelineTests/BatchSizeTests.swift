import ArXiv
import Foundation
import Models
import Records
import TestSupport
import Testing
import Validation

@testable import Pipeline

@Suite("What sharing a request saves")
struct BatchSizeTests {
  @Test("sixteen titles to a request need a sixteenth of the requests and a fifth of the text")
  func saving() async throws {
    try await withTemporaryFolder { path in
      let folder = RunFolder(runs: path + "/runs", week: Samples.week)
      _ = try folder.lock()
      let papers = try (0..<64).map { try Self.paper($0) }
      try folder.papers.replace(with: papers)
      let prompts = try PromptBook { name in
        let file = Fixture.root + "/prompts/" + name
        return (file, try String(contentsOf: URL(filePath: file), encoding: .utf8))
      }
      let model = ScriptedModel { prompt in
        let ids = prompt.user.split(separator: "\n").filter { $0.hasPrefix("id: ") }
        let items = ids.map { #"{"id":"\#($0.dropFirst(4))","title":"論文の題"}"# }
        return ScriptedModel.reply(#"{"titles":[\#(items.joined(separator: ","))]}"#)
      }
      let job = Samples.job([.translate], in: path)
      let scripted = try Pipeline.scripted(job, model: model)
      let services = Services(
        source: scripted.services.source, translators: [model.client],
        summarizers: [model.client], prompts: prompts, validator: Samples.validator,
        now: { Samples.later })
      let report = try await Pipeline(job: job, services: services).run()
      #expect(report.stages[.translate]?.count == .init(done: 64, reused: 0, failed: 0))

      let alone = papers.map {
        prompts.titles(
          of: [Subject($0, words: $0.title, terms: []).titleAlone], named: "alone")
      }
      #expect(model.prompts.count == 4)
      let (shared, single) = (Self.bytes(model.prompts), Self.bytes(alone))
      #expect(Double(shared) / Double(single) < 0.2)
    }
  }

  private static func bytes(_ prompts: [Prompt]) -> Int {
    prompts.map { $0.system.utf8.count + $0.user.utf8.count }.reduce(0, +)
  }

  /// A paper with a title of usual length.
  private static func paper(_ number: Int) throws -> Paper {
    let paper = try Samples.paper(number)
    return Paper(
      id: paper.id, version: 1,
      title: "A study of number \(number): how titles of papers look in general",
      abstract: "", authors: [], comment: nil, categories: [], published: paper.published,
      updated: paper.updated, topics: ["sd"])
  }
}
