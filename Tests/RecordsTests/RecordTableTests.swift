import Foundation
import Records
import TestSupport
import Testing

@Suite("Tables of records")
struct RecordTableTests {
  @Test("every record of many is found by its id, and no other")
  func many() async throws {
    let count = 30_000
    try await withFile((0..<count).map { record("topic-\($0)", $0) }.joined()) { file in
      let table = try file.table()
      #expect(table.count == count)
      // So many ids share what is kept of their hashes now and then.
      for number in 0..<count {
        try #require(try table["topic-\(number)"]?.total == number)
        try #require(try table.id(at: number) == "topic-\(number)")
      }
      for number in 0..<count { try #require(try !table.contains("topic-\(number)x")) }
    }
  }

  @Test("of lines with the same id the last counts, and stands where it stands")
  func repeated() async throws {
    let first = (0..<2000).map { record("topic-\($0)", $0) }
    let again = stride(from: 1, to: 2000, by: 2).map { record("topic-\($0)", -$0) }
    try await withFile((first + again).joined()) { file in
      let table = try file.table()
      #expect(table.count == 2000)
      let expected =
        stride(from: 0, to: 2000, by: 2).map { $0 }
        + stride(from: 1, to: 2000, by: 2).map { 0 - $0 }
      let value1 = try file.list().map(\.total)
      #expect(value1 == expected)
      let value2 = try table.place(of: "topic-0")
      #expect(value2 == 0)
      let value3 = try table.place(of: "topic-1")
      #expect(value3 == 1000)
      let value4 = try table["topic-1"]?.total
      #expect(value4 == -1)
    }
  }

  @Test(
    "ids are the same however they are written",
    arguments: [
      (#"tab\tle"#, "tab\tle"), (#"\u0061b"#, "ab"), ("ü", "u\u{308}"), (#"\"q\""#, "\"q\""),
      ("", ""), ("\u{212A}", "K"),
    ])
  func spelling(written: String, id: String) async throws {
    let other = String(decoding: try JSONEncoder().encode(id).dropFirst().dropLast(), as: UTF8.self)
    try await withFile(record(written, 1) + record("other", 2)) { file in
      let record = try file.table()[id]
      #expect(record?.total == 1)
    }
    try await withFile(record(written, 1) + record(other, 2)) { file in
      let totals = try file.list().map(\.total)
      #expect(totals == [2])
    }
  }

  @Test("an id that does not come first in its line is found")
  func elsewhere() async throws {
    let line = record("a", 1)
    let moved = line.replacing(#""id":"a","#, with: "").replacing(
      "}\n", with: #","id":"a"}"# + "\n")
    try await withFile(moved + record("b", 2)) { file in
      let table = try file.table()
      let value5 = try table["a"]?.total
      #expect(value5 == 1)
      let value6 = try table.id(at: 0)
      #expect(value6 == "a")
    }
    try await withFile(moved + record("a", 3)) { file in
      let totals = try file.list().map(\.total)
      #expect(totals == [3])
    }
  }

  @Test("lines of any length are read whole", arguments: [4000, 5000, 70_000, 400_000])
  func long(length: Int) async throws {
    let query = String(repeating: "q", count: length)
    let text = (0..<5).map { record("topic-\($0)", $0).replacing(#""q""#, with: "\"\(query)\"") }
    // The last one lacks its line end.
    try await withFile(String(text.joined().dropLast())) { file in
      let value7 = try file.list().map(\.query.count)
      #expect(value7 == Array(repeating: length, count: 5))
      let value8 = try file.table()["topic-4"]?.total
      #expect(value8 == 4)
    }
  }

  @Test("a table says what the file was, when lines are added or another file takes its place")
  func later() async throws {
    try await withFile(record("a", 1) + record("b", 2)) { file in
      let table = try file.table()
      let journal = try file.journal()
      try await journal.append(try file.list().filter { $0.id == "a" })
      let value9 = try table["a"]?.total
      #expect(value9 == 1)
      try file.compact(order: ["b"])
      let value10 = try table.place(of: "a")
      #expect(value10 == 0)
      let value11 = try table["b"]?.total
      #expect(value11 == 2)
      let value12 = try file.table().place(of: "a")
      #expect(value12 == 1)
    }
  }

  @Test("a line that somebody has written over since is told with file and line")
  func overwritten() async throws {
    try await withFile("\n" + record("a", 1) + record("b", 2)) { file in
      let table = try file.table()
      let handle = try FileHandle(forUpdating: URL(filePath: file.path))
      try handle.seek(toOffset: UInt64(record("a", 1).utf8.count + 1))
      try handle.write(contentsOf: Data("?".utf8))
      #expect(
        throws: RecordError.damaged(file: file.path, line: 3, reason: "no valid JSON")
      ) { _ = try table["b"] }
      let value13 = try table["a"]?.total
      #expect(value13 == 1)
    }
  }

  @Test("requests are put in the order of their numbers")
  func byNumber() async throws {
    try await withFile(["10", "9", "2", "10"].map { record($0, 1) }.joined()) { file in
      try file.compact(by: { Int($0) ?? 0 })
      let value14 = try file.list().map(\.id)
      #expect(value14 == ["2", "9", "10"])
      let before = try Data(contentsOf: URL(filePath: file.path))
      try file.compact(by: { Int($0) ?? 0 })
      let value15 = try Data(contentsOf: URL(filePath: file.path))
      #expect(value15 == before)
    }
  }

  private func record(_ id: String, _ total: Int) -> String { RecordFileTests.record(id, total) }

  private func withFile(
    _ text: String, _ body: (RecordFile<Coverage>) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/coverage.jsonl"
      try Data(text.utf8).write(to: URL(filePath: path))
      try await body(RecordFile(path: path))
    }
  }
}
