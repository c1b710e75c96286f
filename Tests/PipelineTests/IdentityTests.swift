import ArXiv
import Foundation
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("Versions of a paper")
struct IdentityTests {
  @Test(
    "a new version updates the record and says what became stale",
    arguments: [
      (FetchEntry(number: 1, version: 2), "title and abstract are the same", [0, 0]),
      (
        FetchEntry(number: 1, version: 2, title: "Another"),
        "with another title; what was made from the old one is stale", [1, 1]
      ),
      (
        FetchEntry(number: 1, version: 2, abstract: "Other"),
        "with another abstract; what was made from the old one is stale", [0, 1]
      ),
      (
        FetchEntry(number: 1, version: 2, title: "Another", abstract: "Other"),
        "with another title and abstract; what was made from the old one is stale", [1, 1]
      ),
    ])
  func version(entry: FetchEntry, words: String, stale: [Int]) async throws {
    try await withTemporaryFolder { folder in
      let arXiv = ScriptedClient([
        .page([1, 2]), .page(topic: "sd", [entry, FetchEntry(number: 2)]),
      ])
      let model = ScriptedModel(ScriptedModel.good.answer)
      let told = Told()
      for refetches in [false, true] {
        let job = Samples.job(Stage.allCases, refetches: refetches, in: folder)
        let report = try await Pipeline.scripted(
          job, arXiv: arXiv, model: model, tell: told.hear
        ).run()
        guard refetches else { continue }
        #expect([Stage.translate, .summarize].map { report.stages[$0]?.stale } == stale)
      }
      #expect(model.prompts.count == 3)
      #expect(
        told.notes.contains("2407.20001: version 2 takes the place of version 1, \(words)"))
      #expect(try Samples.weekFolder(folder).papers.read()[try Samples.id(1)]?.version == 2)
    }
  }

  @Test("an older version never takes the place of a newer one")
  func older() async throws {
    try await withTemporaryFolder { folder in
      let arXiv = ScriptedClient([
        .page(topic: "sd", [FetchEntry(number: 1, version: 3, title: "New")]), .page([1]),
      ])
      for refetches in [false, true] {
        let job = Samples.job([.fetch], refetches: refetches, in: folder)
        _ = try await Pipeline.scripted(job, arXiv: arXiv).run()
      }
      let paper = try Samples.weekFolder(folder).papers.read()[try Samples.id(1)]
      #expect(paper?.version == 3)
      #expect(paper?.title == "New")
    }
  }

  @Test("a withdrawn paper is not asked about, is withheld with a finding, and leaves the page")
  func withdrawn() async throws {
    try await withTemporaryFolder { folder in
      let comment = "This paper has been withdrawn by the authors"
      let arXiv = ScriptedClient([
        .page([1]),
        .page(
          topic: "sd",
          [
            FetchEntry(number: 1, version: 2, comment: comment), FetchEntry(number: 2),
            FetchEntry(number: 3, comment: comment),
          ]),
      ])
      let model = ScriptedModel(ScriptedModel.good.answer)
      let told = Told()
      var report: RunReport?
      for refetches in [false, true] {
        let job = Samples.job(Stage.allCases, refetches: refetches, in: folder)
        report = try await Pipeline.scripted(job, arXiv: arXiv, model: model, tell: told.hear).run()
      }
      let last = try #require(report)
      #expect(
        model.prompts.compactMap { ScriptedModel.ids(in: $0).first }.sorted()
          == ["2407.20001", "2407.20001", "2407.20002", "2407.20002"])
      let message = "withheld: withdrawn in comment (the paper was withdrawn: \(comment))"
      #expect(
        last.problems
          == (try [1, 3].map {
            Problem(id: try Samples.id($0), state: .withdrawn, message: message)
          }))
      #expect((last.summary.accepted, last.summary.rejected, last.summary.pending) == (1, 2, 0))
      #expect(last.isIncomplete)
      let verdict = try #require(
        try Samples.weekFolder(folder).verdicts.read()[try Samples.id(1)])
      #expect(verdict.status == .rejected)
      #expect(verdict.findings.map(\.code) == ["withdrawn"])
      #expect(verdict.bullets.count == 4)
      let page = try String(contentsOf: URL(filePath: last.pages[0]), encoding: .utf8)
      #expect(page.contains("2407.20002"))
      #expect(!page.contains("2407.20001") && !page.contains("2407.20003"))
      #expect(
        told.notes.filter { $0.contains("withdrawn, and so not published: \(comment)") }.count == 2)
    }
  }
}
