import Foundation
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("A question whose reply is waited for")
struct AskedQuestionTests {
  @Test("is whole again when the reply is there", arguments: [1, 16])
  func whole(count: Int) async throws {
    try await withPapers { file, papers in
      let papers = Array(papers.shuffled().prefix(count))
      var question = Question(papers: papers)
      question.repeats = 1
      let asked = AskedQuestion(question, about: papers.map(Self.subject))
      let (whole, subjects) = try asked.whole(from: file.table())
      #expect(whole.papers == papers)
      #expect(whole.repeats == 1)
      #expect(subjects.map(\.paper) == papers)
      #expect(subjects.map(\.inputMark) == papers.map { Self.subject($0).inputMark })
    }
  }

  @Test("says so where its papers cannot be read any more")
  func lost() async throws {
    try await withPapers { file, papers in
      let table = try file.table()
      let asked = AskedQuestion(Question(papers: papers), about: papers.map(Self.subject))
      // Somebody writes over the file where it stands.
      try Data(repeating: 0x20, count: 5000).write(to: URL(filePath: file.path))
      #expect(throws: RecordError.self) { try asked.whole(from: table) }
    }
  }

  private static func subject(_ paper: Paper) -> Subject {
    Subject(paper, words: paper.title, terms: [])
  }

  private func withPapers(
    _ body: (RecordFile<Paper>, [Paper]) throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let file = RecordFile<Paper>(path: folder + "/papers.jsonl")
      let papers = try (0..<40).map { try Samples.paper($0) }
      try file.replace(with: papers)
      try body(file, papers)
    }
  }
}
