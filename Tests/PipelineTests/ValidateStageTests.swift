import Foundation
import Models
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("The validate stage")
struct ValidateStageTests {
  @Test("tells which papers have another verdict than on disk, and nothing where none has")
  func changes() async throws {
    try await withPapers(5) { folder, path in
      _ = try await run([.translate, .summarize], in: path, model: .good)
      let bare = try await validate(in: path)
      #expect(bare.changes == [])

      // As other rules and other drafts have left them: two withheld, one gone, one as it is.
      let verdicts = try folder.verdicts.read()
      let error = Finding(code: "old", severity: .error, field: "title", message: "m")
      try folder.verdicts.replace(
        with: try [0, 1, 3, 4].map { number in
          let id = try Samples.id(number)
          return number > 1
            ? try #require(verdicts[id])
            : Verdict(id: id, findings: [error], title: "題", bullets: [], remark: "")
        })
      try Self.spoil(3, 4, in: folder)
      let report = try await validate(in: path)
      #expect(
        report.changes.map { "\($0.id): \($0)" } == [
          "2407.20000: withheld before, accepted now", "2407.20001: withheld before, accepted now",
          "2407.20003: accepted before, withheld now: bullet-count in bullets (there are 3 bullets, "
            + "a page shows four)",
          "2407.20004: accepted before, without an answer to judge now",
        ])
      #expect(try await validate(in: path).changes == [])
    }
  }

  @Test("says the same in a rehearsal, and leaves every file as it was")
  func rehearsal() async throws {
    try await withPapers(4) { folder, path in
      _ = try await run([.translate, .summarize, .validate], in: path, model: .good)
      try Self.spoil(1, 2, in: folder)
      let before = try Self.files(folder)
      let told = Told()
      let rehearsed = try await report(in: path, isRehearsal: true, told)
      #expect(try Self.files(folder) == before)
      let real = try await report(in: path, isRehearsal: false, Told())
      #expect(try Self.files(folder) != before)
      #expect(rehearsed == real)
      #expect(rehearsed.stages[.validate]?.changes.count == 2)
      #expect((rehearsed.summary.accepted, rehearsed.summary.rejected) == (2, 1))
      #expect(rehearsed.summary.pending == 1)
    }
  }

  @Test("leaves to a person what only stands against another paper, and asks nothing about it")
  func compared() async throws {
    try await withPapers(3) { _, path in
      let model = ScriptedModel { prompt in
        guard prompt.schema == .titles else { return try await ScriptedModel.good.answer(prompt) }
        let items = ScriptedModel.ids(in: prompt).map { id in
          #"{"id":"\#(id)","title":"論文\#(id == "2407.20002" ? "その三" : "")の題"}"#
        }
        return ScriptedModel.reply(#"{"titles":[\#(items.joined(separator: ","))]}"#)
      }
      let stages: [Stage] = [.translate, .summarize, .validate]
      for requests in [4, 4] {
        let report = try await run(stages, in: path, model: model)
        #expect(model.prompts.count == requests)
        #expect(report.outlook == Outlook(compared: try (0...1).map { try Samples.id($0) }))
        #expect(report.outlook.waitsForPerson)
        #expect(report.problems.map(\.state) == [.withheld, .withheld])
      }
    }
  }

  private func validate(in path: String) async throws -> StageReport {
    try #require(try await report(in: path, isRehearsal: false, Told()).stages[.validate])
  }

  private func report(in path: String, isRehearsal: Bool, _ told: Told) async throws -> RunReport {
    let job = Samples.job([.validate], in: path, isRehearsal: isRehearsal)
    return try await Pipeline.scripted(job, tell: told.hear).run()
  }

  /// Takes a bullet from one summary, and the other summary away.
  private static func spoil(_ one: Int, _ other: Int, in folder: RunFolder) throws {
    var drafts = try folder.summaries.read()
    let old = try #require(drafts[try Samples.id(one)])
    drafts[old.id] = SummaryDraft(
      id: old.id, bullets: old.bullets?.dropLast(), remark: old.remark, reply: old.reply,
      failure: nil, provenance: old.provenance)
    drafts[try Samples.id(other)] = nil
    try folder.summaries.replace(with: drafts.values.sorted { $0.id.text < $1.id.text })
  }

  /// Every file of the week by its name.
  private static func files(_ folder: RunFolder) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: try names.map {
        ($0, try Data(contentsOf: URL(filePath: "\(folder.path)/\($0)")))
      })
  }
}
