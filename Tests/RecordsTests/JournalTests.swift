import Foundation
import Records
import TestSupport
import Testing

@Suite("Journals")
struct JournalTests {
  @Test("what is appended is on disk when the call returns")
  func durable() async throws {
    try await withFile { file in
      let journal = try file.journal()
      try await journal.append([Self.receipt(1), Self.receipt(2)])
      #expect(try file.read().count == 2)
      try await journal.append([Self.receipt(3)])
      #expect(try file.read().count == 3)
    }
  }

  @Test("records of many tasks stay whole")
  func concurrent() async throws {
    try await withFile { file in
      let journal = try file.journal()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<500 {
          group.addTask { try await journal.append([Self.receipt(number)]) }
        }
        try await group.waitForAll()
      }
      #expect(try Set(file.read().values.map(\.total)) == Set(0..<500))
    }
  }

  @Test("records longer than what is written at a time keep their places among others")
  func long() async throws {
    try await withFile { file in
      let records = (0..<40).map { Self.receipt($0, length: $0 % 3 == 1 ? 300_000 : 20_000) }
      try await file.journal().append(records)
      #expect(try bytes(of: file) == String(decoding: records.flatMap(\.line), as: UTF8.self))
    }
  }

  @Test("a task whose records are on disk before it waits is not kept waiting")
  func crowd() async throws {
    try await withFile { file in
      let journal = try file.journal()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for lane in 0..<64 {
          group.addTask {
            for number in 0..<20 { try await journal.append([Self.receipt(lane * 20 + number)]) }
          }
        }
        try await group.waitForAll()
      }
      #expect(try Set(file.read().values.map(\.total)) == Set(0..<1280))
    }
  }

  @Test("a torn last line is cut off before anything is appended")
  func torn() async throws {
    let whole = String(decoding: Self.receipt(1).line, as: UTF8.self)
    try await withFile(whole + whole.prefix(40)) { file in
      try await file.journal().append([Self.receipt(2)])
      #expect(try bytes(of: file) == whole + String(decoding: Self.receipt(2).line, as: UTF8.self))
    }
  }

  @Test("a last line that only lacks its line end is kept")
  func withoutLineEnd() async throws {
    let whole = String(decoding: Self.receipt(1).line, as: UTF8.self)
    try await withFile(String(whole.dropLast())) { file in
      try await file.journal().append([Self.receipt(2)])
      #expect(try bytes(of: file) == whole + String(decoding: Self.receipt(2).line, as: UTF8.self))
    }
  }

  private static func receipt(_ number: Int, length: Int? = nil) -> Coverage {
    Coverage(
      id: "topic-\(number)", query: String(repeating: "q", count: length ?? number % 97), pages: 1,
      total: number, papers: 0, dropped: [], fetched: Samples.time)
  }

  private func withFile(
    _ text: String = "", _ body: (RecordFile<Coverage>) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/coverage.jsonl"
      if !text.isEmpty { try Data(text.utf8).write(to: URL(filePath: path)) }
      try await body(RecordFile(path: path))
    }
  }

  private func bytes(of file: RecordFile<Coverage>) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: file.path)), as: UTF8.self)
  }
}
