import Foundation
import HTTP
import Models
import Records
import TestSupport
import Testing
import Validation

@testable import Pipeline

@Suite("What a person has decided about papers")
struct HandTextTests {
  @Test("a text by hand wins over the model's, is marked, and is never asked about again")
  func wins() async throws {
    try await withPapers(2) { folder, path in
      _ = try await run([.translate, .summarize], in: path, model: .good)
      let edit = Edit(
        on: try Samples.paper(0), title: "手で書いた題", remark: "手で書いた一言だね", origin: .editor,
        time: Samples.later)
      try await folder.edits.journal().append([edit])
      let silent = ScriptedModel(ScriptedModel.good.answer)
      let report = try await run(
        [.translate, .summarize, .validate, .render], in: path, model: silent)
      #expect(silent.prompts.isEmpty && report.problems == [])
      let draft = try #require(try folder.summaries.read()[Samples.id(0)])
      let verdicts = try folder.verdicts.read()
      #expect(
        try verdicts[Samples.id(0)]
          == Verdict(
            id: Samples.id(0), findings: [], byHand: ["title", "remark"], title: "手で書いた題",
            bullets: #require(draft.bullets), remark: "手で書いた一言だね"))
      #expect(try verdicts[Samples.id(1)]?.byHand == [])
      let page = try String(contentsOfFile: path + "/site/_sd/2024-07-26.md", encoding: .utf8)
      #expect(page.contains("**手で書いた題**") && page.contains("\n手で書いた一言だね\n"))
    }
  }

  @Test("what is wholly by hand costs no request, even where it is to be made anew")
  func free() async throws {
    try await withPapers(2) { folder, path in
      let edit = Edit(
        on: try Samples.paper(0), title: "手で書いた題", bullets: Self.bullets,
        remark: "手で書いた一言だね", origin: .editor, time: Samples.later)
      try await folder.edits.journal().append([edit])
      let model = ScriptedModel(ScriptedModel.good.answer)
      let report = try await run([.translate, .summarize, .validate], in: path, model: model)
      #expect(
        model.prompts.flatMap { ScriptedModel.ids(in: $0) } == ["2407.20001", "2407.20001"])
      #expect(report.stages[.summarize]?.count == .init(done: 1, reused: 1, failed: 0))
      #expect(report.summary.accepted == 2)
      let again = ScriptedModel(ScriptedModel.good.answer)
      let job = Samples.job([.summarize], in: path, redo: Redo())
      _ = try await Pipeline.scripted(job, model: again).run()
      #expect(again.prompts.map { ScriptedModel.ids(in: $0) } == [["2407.20001"]])
    }
  }

  @Test("a bad answer is mended by hand, and the model is not asked to repair it")
  func mended() async throws {
    try await withPapers(1) { folder, path in
      let bad = ScriptedModel { prompt in
        prompt.schema == .summary
          ? ScriptedModel.reply("はい。") : try await ScriptedModel.good.answer(prompt)
      }
      let first = try await run([.translate, .summarize, .validate], in: path, model: bad)
      #expect(first.summary.rejected == 1)
      let edit = Edit(
        on: try Samples.paper(0), bullets: Self.bullets, remark: "手で書いた一言だね",
        origin: .editor, time: Samples.later)
      try await folder.edits.journal().append([edit])
      let silent = ScriptedModel(ScriptedModel.good.answer)
      let report = try await run([.summarize, .validate], in: path, model: silent)
      #expect(silent.prompts.isEmpty && report.problems == [])
      #expect(report.outlook == Outlook())
    }
  }

  @Test("a hidden paper is on no page, in no count, and no model is asked about it")
  func hidden() async throws {
    try await withPapers(3) { folder, path in
      try await folder.edits.journal().append([
        Edit(on: try Samples.paper(1), isHidden: true, time: Samples.later)
      ])
      let model = ScriptedModel(ScriptedModel.good.answer)
      let report = try await run(
        [.translate, .summarize, .validate, .render], in: path, model: model)
      let asked = Set(model.prompts.flatMap { ScriptedModel.ids(in: $0) })
      #expect(asked == ["2407.20000", "2407.20002"])
      #expect((report.summary.papers, report.summary.accepted) == (2, 2))
      #expect(!report.isIncomplete)
      let page = path + "/site/_sd/2024-07-26.md"
      #expect(try !String(contentsOfFile: page, encoding: .utf8).contains("2407.20001"))
      // Shown again, it is as any other.
      try await folder.edits.journal().append([
        Edit(on: try Samples.paper(1), time: Samples.later)
      ])
      let whole = try await run(
        [.translate, .summarize, .validate, .render], in: path, model: model)
      #expect(whole.summary.accepted == 3)
      #expect(try String(contentsOfFile: page, encoding: .utf8).contains("2407.20001"))
    }
  }

  @Test("a paper that is hidden after it was judged leaves the page without being judged again")
  func hiddenLater() async throws {
    try await withPapers(2) { folder, path in
      _ = try await run([.translate, .summarize, .validate, .render], in: path, model: .good)
      try await folder.edits.journal().append([
        Edit(on: try Samples.paper(1), isHidden: true, time: Samples.later)
      ])
      _ = try await run([.render], in: path, model: .good)
      let page = path + "/site/_sd/2024-07-26.md"
      #expect(try !String(contentsOfFile: page, encoding: .utf8).contains("2407.20001"))
    }
  }

  @Test("where all are hidden nothing is asked, nothing fails, and our page leaves the site")
  func allHidden() async throws {
    try await withPapers(2) { folder, path in
      _ = try await run([.translate, .summarize, .validate, .render], in: path, model: .good)
      let page = path + "/site/_sd/2024-07-26.md"
      #expect(FileManager.default.fileExists(atPath: page))
      try await folder.edits.journal().append(
        (0..<2).map { Edit(on: try Samples.paper($0), isHidden: true, time: Samples.later) })
      let silent = ScriptedModel(ScriptedModel.good.answer)
      let report = try await run(
        [.translate, .summarize, .validate, .render], in: path, model: silent)
      #expect(silent.prompts.isEmpty && report.problems == [] && report.summary.papers == 0)
      #expect(!FileManager.default.fileExists(atPath: page))
    }
  }

  @Test("a text by hand stays when the abstract changes, and a person is told to look")
  func outdated() async throws {
    try await withPapers(1) { folder, path in
      let edit = Edit(
        on: try Samples.paper(0), title: "手で書いた題", bullets: Self.bullets,
        remark: "手で書いた一言だね", origin: .editor, time: Samples.later)
      try await folder.edits.journal().append([edit])
      let newer = try Samples.paper(0, version: 2)
      try await folder.papers.journal().append([
        Paper(
          id: newer.id, version: 2, title: newer.title, abstract: "It found something else.",
          authors: newer.authors, comment: nil, categories: newer.categories,
          published: newer.published, updated: newer.updated, topics: newer.topics)
      ])
      let notes = Locked<[String]>([])
      let job = Samples.job([.validate], in: path)
      let report = try await Pipeline.scripted(job) { event in
        if case .note(let note) = event { notes.withLock { $0.append(note) } }
      }.run()
      #expect(report.summary.accepted == 1)
      #expect(
        notes.withLock { $0 } == [
          "2407.20000: title or abstract has changed since the text was written by hand; "
            + "`edit 2407.20000` shows what it says now"
        ])
      let verdict = try folder.verdicts.read()[Samples.id(0)]
      #expect(verdict?.findings.map(\.code) == ["changed-since-edit"])
      #expect(verdict?.findings.map(\.severity) == [.warning])
    }
  }

  /// Bullets as a person may write them.
  private static let bullets = [
    "記録の少ない港の潮位を扱う", "観測の欠けた日に誤差が広がる", "隣町から借りた波形で補う学習法を示す",
    "予測の外れを半減できると実験で確かめた",
  ]
}
