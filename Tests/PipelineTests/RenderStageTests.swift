import Foundation
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("The render stage")
struct RenderStageTests {
  @Test("a page that has not changed is not touched")
  func untouched() async throws {
    try await withVerdicts(accepted: [0, 1]) { _, path in
      _ = try await Pipeline.scripted(Samples.job([.render], in: path)).run()
      let page = path + "/site/_sd/2024-07-26.md"
      let old = Date(timeIntervalSince1970: 1_000_000_000)
      try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: page)
      let report = try await Pipeline.scripted(Samples.job([.render], in: path)).run()
      #expect(report.pages == [page])
      let date = try FileManager.default.attributesOfItem(atPath: page)[.modificationDate] as? Date
      #expect(date == old)
    }
  }

  @Test("a page that would be empty is not written, and an older one is left alone")
  func empty() async throws {
    try await withVerdicts(accepted: []) { _, path in
      let page = path + "/site/_sd/2024-07-26.md"
      try FileManager.default.createDirectory(
        atPath: path + "/site/_sd", withIntermediateDirectories: true)
      try Data("the page of last time".utf8).write(to: URL(filePath: page))
      let report = try await Pipeline.scripted(Samples.job([.render], in: path)).run()
      #expect(report.pages == [])
      #expect(try String(contentsOfFile: page, encoding: .utf8) == "the page of last time")
    }
  }

  @Test("a rejected paper and one without a verdict are on no page")
  func withheld() async throws {
    try await withVerdicts(accepted: [1]) { _, path in
      let job = Samples.job([.render], topics: Samples.topics, in: path)
      let report = try await Pipeline.scripted(job).run()
      // No paper of the first topic: its page is missing, and the page of all papers is there.
      #expect(
        report.pages == [
          path + "/site/_sd/2024-07-26.md", path + "/site/_all/2024-07-26.md",
        ])
      for page in report.pages {
        let text = try String(contentsOfFile: page, encoding: .utf8)
        #expect(text.split(separator: "### [").count == 2)
        #expect(text.contains("/abs/2407.20001)"))
      }
    }
  }

  /// Three papers: one accepted or rejected, one the other, one without a verdict.
  private func withVerdicts(
    accepted: Set<Int>, _ body: (_ folder: RunFolder, _ path: String) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { path in
      let folder = RunFolder(runs: path + "/runs", week: Samples.week)
      _ = try folder.lock()
      try folder.papers.replace(with: (0..<3).map { try Samples.paper($0) })
      try folder.verdicts.replace(
        with: (0..<2).map { number in
          let error = Finding(code: "c", severity: .error, field: "f", message: "m")
          return Verdict(
            id: try Samples.id(number), findings: accepted.contains(number) ? [] : [error],
            title: "題", bullets: ["一", "二", "三", "四"], remark: "ね")
        })
      try await body(folder, path)
    }
  }
}
