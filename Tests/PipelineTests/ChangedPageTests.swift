import Foundation
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("A page that was changed by hand on the site")
struct ChangedPageTests {
  @Test("is left alone, told with its difference, and makes the run incomplete")
  func leftAlone() async throws {
    try await withSite { folder, path in
      try Self.change(path) { $0.replacing("これは気になる論文だね", with: "手で直した一言だね") }
      let changed = try Self.page(path)
      let report = try await run([.render], in: path, model: .good)
      #expect(try Self.page(path) == changed)
      #expect(report.isIncomplete && report.pages == [])
      #expect(report.stages[.render]?.count == .init(done: 0, reused: 0, failed: 1))
      let page = try #require(report.changedPages.first)
      #expect((page.slug, page.path) == ("sd", path + "/site/_sd/2024-07-26.md"))
      #expect(
        page.difference.lines == [
          .init(isOnSite: false, number: 22, text: "これは気になる論文だね"),
          .init(isOnSite: true, number: 22, text: "手で直した一言だね"),
          .init(isOnSite: false, number: 42, text: "これは気になる論文だね"),
          .init(isOnSite: true, number: 42, text: "手で直した一言だね"),
        ])
    }
  }

  @Test("is written over where that is asked for")
  func overwritten() async throws {
    try await withSite { _, path in
      let ours = try Self.page(path)
      try Self.change(path) { $0 + "\n手で足した一行\n" }
      let job = Samples.job([.render], in: path, overwrites: true)
      let report = try await Pipeline.scripted(job).run()
      #expect(report.pages.count == 1 && !report.isIncomplete)
      #expect(try Self.page(path) == ours)
    }
  }

  @Test("is told from an older one of ours, which is written over, and from one nobody knows")
  func older() async throws {
    try await withSite { folder, path in
      let first = try Self.page(path)
      try await folder.edits.journal().append([
        Edit(on: try Samples.paper(0), title: "二つ目の題", origin: .editor, time: Samples.later)
      ])
      _ = try await run([.validate, .render], in: path, model: .good)
      let second = try Self.page(path)
      #expect(first != second)
      // As after a checkout of last week's site.
      try Data(first.utf8).write(to: URL(filePath: Self.file(path)))
      let report = try await run([.render], in: path, model: .good)
      let now = try Self.page(path)
      #expect(report.changedPages == [] && now == second)
      // Records that were lost cannot tell whose the page is.
      try FileManager.default.removeItem(atPath: folder.pages.path)
      try Self.change(path) { _ in first }
      let lost = try await run([.render], in: path, model: .good)
      #expect(lost.changedPages.map(\.slug) == ["sd"])
      #expect(try Self.page(path) == first)
    }
  }

  @Test("that already says what would be written is no difference, whoever wrote it")
  func same() async throws {
    try await withSite { folder, path in
      try FileManager.default.removeItem(atPath: folder.pages.path)
      let report = try await run([.render], in: path, model: .good)
      #expect(report.changedPages == [] && report.pages.count == 1)
      #expect(try folder.pages.read()["sd"]?.papers.map(\.id) == [Samples.id(0), Samples.id(1)])
    }
  }

  @Test(
    "says by its sections what records do not",
    arguments: [
      Adopted("nothing", change: { $0 }, changes: [], missing: []),
      Adopted(
        "a remark", change: { $0.replacing("**論文", with: "**紙") },
        changes: [("2407.20000", ["title"]), ("2407.20001", ["title"])], missing: []),
      Adopted(
        "an escape is no other text", change: { $0.replacing("学習法を", with: "学習法&#x3092;") },
        changes: [], missing: []),
      Adopted(
        "a bullet less", change: { $0.replacing(/- 記録.*\n/, with: "") },
        changes: [("2407.20000", ["bullets"]), ("2407.20001", ["bullets"])], missing: []),
      Adopted(
        "a paper less",
        change: { page in
          String(
            page[
              ..<(page.range(of: "\n\n\n- - -", options: .backwards)?.lowerBound ?? page.endIndex)])
        },
        changes: [], missing: ["2407.20001"]),
      Adopted(
        "a line that is no text of a paper", change: { $0 + "\n手で足した一行\n" }, changes: [],
        missing: []),
    ])
  func adoption(_ adopted: Adopted) async throws {
    try await withSite { _, path in
      try Self.change(path, adopted.change)
      let adoptions = try await Pipeline.scripted(Samples.job([.render], in: path)).adoptions()
      let one = adoptions.first?.adoption
      #expect((one?.changes ?? []).map { "\($0.id) \($0.fields)" } == adopted.changes)
      #expect((one?.missing ?? []).map(\.text) == adopted.missing)
    }
  }

  @Test(
    "and what it still says as it was written is no person's, though records say something newer")
  func untouched() async throws {
    try await withSite { folder, path in
      try await folder.edits.journal().append([
        Edit(on: try Samples.paper(1), remark: "新しい一言だね", origin: .editor, time: Samples.later)
      ])
      try Self.change(path) { page in
        page.replacing("これは気になる論文だね", with: "手で直した一言だね", maxReplacements: 1)
      }
      _ = try await run([.validate], in: path, model: .good)
      let adoptions = try await Pipeline.scripted(Samples.job([.render], in: path)).adoptions()
      #expect(adoptions.first?.adoption.changes.map(\.id) == [try Samples.id(0)])
      #expect(adoptions.first?.adoption.changes.map(\.fields) == [["remark"]])
    }
  }

  @Test("a page that tells of no paper is no reason to hide them all", arguments: ["", "hello\n"])
  func emptied(text: String) async throws {
    try await withSite { _, path in
      try Self.change(path) { _ in text }
      let adoptions = try await Pipeline.scripted(Samples.job([.render], in: path)).adoptions()
      let adoption = try #require(adoptions.first?.adoption)
      #expect(adoption.isUnreadable && adoption.missing == [] && adoption.changes == [])
    }
  }

  /// A change of a page, and what it comes to.
  struct Adopted: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (String) -> String
    let changes: [String]
    let missing: [String]

    init(
      _ name: String, change: @escaping @Sendable (String) -> String,
      changes: [(String, [String])], missing: [String]
    ) {
      testDescription = name
      self.change = change
      self.changes = changes.map { "\($0.0) \($0.1)" }
      self.missing = missing
    }
  }

  private static func file(_ path: String) -> String { path + "/site/_sd/2024-07-26.md" }

  private static func page(_ path: String) throws -> String {
    try String(contentsOfFile: file(path), encoding: .utf8)
  }

  private static func change(_ path: String, _ change: (String) -> String) throws {
    try Data(change(page(path)).utf8).write(to: URL(filePath: file(path)))
  }

  /// A week of two papers with its page.
  private func withSite(
    _ body: (_ folder: RunFolder, _ path: String) async throws -> Void
  ) async throws {
    try await withPapers(2) { folder, path in
      _ = try await run([.translate, .summarize, .validate, .render], in: path, model: .good)
      try await body(folder, path)
    }
  }
}
