import Foundation
import HTTP
import Models
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("Asking anew about papers that have an answer")
struct RedoTests {
  @Test("a new answer that is good takes the place of the old one, which stays on record")
  func replaced() async throws {
    try await withPapers(3) { folder, path in
      _ = try await run([.summarize], in: path, model: .good)
      let before = try folder.summaries.read()
      let model = ScriptedModel { prompt in
        let answer = try await ScriptedModel.good.answer(prompt)
        return ScriptedModel.reply(answer.text.replacing("港", with: "湾"))
      }
      let report = try await redo(Redo(ids: [Samples.id(1)]), in: path, model)
      #expect(model.prompts.map(\.name) == ["summarize-2407.20001"])
      #expect(report.problems == [])
      #expect(report.stages[.summarize]?.count == .init(done: 1, reused: 2, failed: 0))
      let after = try folder.summaries.read()
      let (old, new) = try (#require(before[Samples.id(1)]), #require(after[Samples.id(1)]))
      #expect(new.bullets?.first?.contains("湾") == true)
      #expect(new.earlier?.map(\.reply) == [old.reply])
      #expect(new.earlier?.map(\.failure.code) == ["replaced"])
      #expect(new.provenance.usage.requests == 2)
      #expect(try after[Samples.id(0)] == before[Samples.id(0)])
    }
  }

  @Test("a new answer that cannot be used leaves the old one in place, and is on record")
  func kept() async throws {
    try await withPapers(2) { folder, path in
      _ = try await run([.summarize], in: path, model: .good)
      let old = try #require(try folder.summaries.read()[Samples.id(1)])
      let model = ScriptedModel { _ in ScriptedModel.reply("はい。") }
      let report = try await redo(Redo(ids: [Samples.id(1)]), in: path, model)
      // The first question, and two repairs.
      #expect(model.prompts.count == 3)
      let kept = try #require(try folder.summaries.read()[Samples.id(1)])
      #expect(kept.bullets == old.bullets && kept.remark == old.remark)
      #expect(kept.reply == old.reply && kept.failure == nil && kept.repairs == nil)
      #expect(kept.earlier?.map(\.reply) == ["はい。", "はい。", "はい。"])
      #expect(kept.provenance.usage.requests == 4)
      #expect(report.stages[.summarize]?.count == .init(done: 0, reused: 2, failed: 0))
      #expect(report.problems.map(\.state) == [.kept])
      #expect(report.problems[0].message.hasSuffix("; the answer from before stays"))
      // It was asked about, although its answer is the old one.
      #expect(kept.provenance.retried == Samples.later)
      let later = ScriptedModel(ScriptedModel.good.answer)
      _ = try await redo(Redo(ids: [Samples.id(1)], before: Samples.later), in: path, later)
      #expect(later.prompts.isEmpty)
      // The next run has nothing to mend.
      let silent = ScriptedModel(ScriptedModel.good.answer)
      let next = try await run(in: path, models: [silent])
      #expect(silent.prompts.isEmpty && next.problems == [])
    }
  }

  @Test("a repair that succeeds takes the old answer's place after all")
  func repaired() async throws {
    try await withPapers(1) { folder, path in
      _ = try await run([.summarize], in: path, model: .good)
      let replies = Locked(0)
      let model = ScriptedModel { prompt in
        let turn = replies.withLock { count in
          count += 1
          return count
        }
        return turn == 1
          ? ScriptedModel.reply("はい。") : try await ScriptedModel.good.answer(prompt)
      }
      let report = try await redo(Redo(), in: path, model)
      #expect(report.problems == [])
      #expect(report.stages[.summarize]?.repaired == 1)
      let draft = try #require(try folder.summaries.read()[Samples.id(0)])
      #expect(draft.earlier?.map(\.failure.code) == ["undecodable-reply", "replaced"])
    }
  }

  @Test("a run that is killed after a bad new answer has not lost the old one")
  func killed() async throws {
    try await withPapers(1) { folder, path in
      _ = try await run([.summarize], in: path, model: .good)
      let old = try #require(try folder.summaries.read()[Samples.id(0)])
      let replies = Locked(0)
      let model = ScriptedModel { _ in
        // The first answer is on disk when the second question comes.
        let turn = replies.withLock { count in
          count += 1
          return count
        }
        guard turn == 1 else { throw CancellationError() }
        return ScriptedModel.reply("はい。")
      }
      await #expect(throws: CancellationError.self) {
        try await redo(Redo(), in: path, model)
      }
      let draft = try #require(try folder.summaries.read()[Samples.id(0)])
      #expect(draft.bullets == old.bullets)
      // A redo that goes on asks about it again.
      #expect(draft.provenance.retried == nil)
    }
  }

  @Test("titles are asked about together again")
  func titles() async throws {
    try await withPapers(4) { _, path in
      _ = try await run([.translate], in: path, model: .good)
      let model = ScriptedModel(ScriptedModel.good.answer)
      _ = try await redo(Redo(), in: path, model, stage: .translate)
      #expect(model.prompts.map { ScriptedModel.ids(in: $0).count } == [4])
    }
  }

  /// Which papers of three are meant: the first is as it was asked, of the second the abstract is
  /// another one by now, and the third has a bad answer.
  @Test(
    "only the papers that are meant are asked about",
    arguments: [
      (Redo(), [0, 1, 2]), (Redo(rejected: true), [2]), (Redo(stale: true), [1]),
      (Redo(rejected: true, stale: true), [1, 2]), (Redo(inputs: [.abstract]), [1]),
      (Redo(inputs: [.version]), [1]), (Redo(inputs: [.prompt]), []), (Redo(inputs: [.model]), []),
      (Redo(inputs: [.terms]), []), (Redo(before: Samples.later), []),
      (Redo(rejected: true, stale: true, before: Samples.later), []),
      (Redo(stale: true, before: Samples.later.addingTimeInterval(1)), [1]),
    ])
  func choice(redo choice: Redo, papers: [Int]) async throws {
    try await withPapers(3) { folder, path in
      let bad = try Samples.id(2).text
      _ = try await run(
        in: path,
        models: [
          ScriptedModel { prompt in
            ScriptedModel.ids(in: prompt) == [bad]
              ? ScriptedModel.reply("いいえ。") : try await ScriptedModel.good.answer(prompt)
          }
        ], repairs: 0)
      let newer = try Samples.paper(1, version: 2).with(abstract: "Now paper 1 found more.")
      try await folder.papers.journal().append([newer])
      let model = ScriptedModel(ScriptedModel.good.answer)
      _ = try await redo(choice, in: path, model)
      let asked = model.prompts.flatMap { ScriptedModel.ids(in: $0) }.sorted()
      #expect(asked == (try papers.map { try Samples.id($0).text }))
    }
  }

  @Test("a record of the first versions cannot tell the terms from the abstract")
  func older() throws {
    let stage = try Pipeline.scripted(Samples.job([.summarize], in: "/nowhere")).summarizing
    let paper = try Samples.paper(0)
    func draft(text: Fingerprint?, version: Int?) -> SummaryDraft {
      SummaryDraft(
        id: paper.id, bullets: nil, remark: nil, reply: "", failure: nil,
        provenance: Provenance(
          profile: "test", model: "model-1", prompt: stage.promptMark, input: Fingerprint("old"),
          text: text, version: version, usage: Usage(), time: Samples.later))
    }
    func changes(_ text: Fingerprint?, _ version: Int?) -> [QuestionInput] {
      stage.changes(since: draft(text: text, version: version), of: paper)
    }
    #expect(changes(nil, nil) == [.abstract])
    #expect(changes(stage.subject(paper).textMark, 1) == [.terms])
    #expect(changes(Fingerprint("other"), 1) == [.abstract])
    #expect(changes(Fingerprint("other"), 3) == [.abstract, .version])
  }

  private func redo(
    _ redo: Redo, in path: String, _ model: ScriptedModel, stage: Stage = .summarize
  ) async throws -> RunReport {
    let job = Samples.job([stage], in: path, redo: redo)
    return try await Pipeline.scripted(job, model: model).run()
  }
}

extension Paper {
  /// The same paper with another abstract.
  fileprivate func with(abstract: String) -> Paper {
    Paper(
      id: id, version: version, title: title, abstract: abstract, authors: authors,
      comment: comment, categories: categories, published: published, updated: updated,
      topics: topics)
  }
}
