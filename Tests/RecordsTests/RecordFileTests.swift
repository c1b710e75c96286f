import Foundation
import Records
import TestSupport
import Testing

@Suite("Files of records")
struct RecordFileTests {
  @Test("a file that is not there has no records")
  func missing() async throws {
    try await withTemporaryFolder { folder in
      let file = RecordFile<Coverage>(path: folder + "/coverage.jsonl")
      let records = try file.read()
      #expect(records == [:])
    }
  }

  /// A file's text, and the identifiers and totals that are read from it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let totals: [String: Int]
  }

  @Test(
    "what is whole is read, and what is torn is not",
    arguments: [
      Case(testDescription: "an empty file", text: "", totals: [:]),
      Case(testDescription: "one line", text: record("a", 1), totals: ["a": 1]),
      Case(
        testDescription: "of two lines with one id the later counts",
        text: record("a", 1) + record("b", 2) + record("a", 3), totals: ["a": 3, "b": 2]),
      Case(
        testDescription: "a torn last line is no record",
        text: record("a", 1) + record("b", 2).dropLast(10), totals: ["a": 1]),
      Case(
        testDescription: "a last line that only lacks its line end is one",
        text: record("a", 1) + record("b", 2).dropLast(), totals: ["a": 1, "b": 2]),
      Case(
        testDescription: "blank lines are passed over",
        text: "\n" + record("a", 1) + "  \r\n", totals: ["a": 1]),
      Case(
        testDescription: "zero bytes after a crash are torn",
        text: record("a", 1) + "\0\0\0\0", totals: ["a": 1]),
      Case(
        testDescription: "an unknown field is passed over",
        text: record("a", 1, #","mood":"fine""#), totals: ["a": 1]),
      Case(
        testDescription: "the present format is read",
        text: record("a", 1, #","format":1"#), totals: ["a": 1]),
    ])
  func reading(_ test: Case) async throws {
    try await withFile(test.text) { file in
      let totals = try file.read().mapValues(\.total)
      #expect(totals == test.totals)
    }
  }

  @Test("a complete line that is no record stops with file and line, and the file is left alone")
  func damaged() async throws {
    let text = Self.record("a", 1) + "{\"id\":\"b\",\"total\":\"many\"}\n" + Self.record("c", 3)
    try await withFile(text) { file in
      let error = RecordError.damaged(
        file: file.path, line: 2, reason: "the field 'papers' is missing")
      #expect(throws: error) { try file.read() }
      #expect(throws: error) { try file.compact(order: []) }
      let after = try bytes(of: file)
      #expect(after == text)
    }
  }

  @Test("a line that is not JSON stops everything, compaction too")
  func notJSON() async throws {
    let text = Self.record("a", 1) + "hello\n"
    try await withFile(text) { file in
      let error = RecordError.damaged(file: file.path, line: 2, reason: "no valid JSON")
      #expect(throws: error) { try file.read() }
      #expect(throws: error) { try file.compact(order: []) }
      let after = try bytes(of: file)
      #expect(after == text)
      #expect(
        error.description
          == "\(file.path):2: not a record: no valid JSON. Mend the line, or delete it to have its "
          + "topic fetched again")
    }
  }

  @Test(
    "what is said of a damaged line is what its deletion would do",
    arguments: [
      ("papers", "Mend the line, or delete it to have its paper fetched again"),
      ("titles", "Mend the line, or delete it to have its paper done again"),
      ("summaries", "Mend the line, or delete it to have its paper done again"),
      ("verdicts", "Mend the line, or delete it to have its paper judged again"),
      ("coverage", "Mend the line, or delete it to have its topic fetched again"),
      ("edits", "Mend the line: without it, what was decided by hand about its paper is lost"),
      ("pages", "Mend the line, or delete it: then its page counts as changed by hand"),
      ("requests", "Mend the line: without it, its request is missing on the bill"),
    ])
  func mending(name: String, advice: String) {
    let file = "runs/2024-07-26/\(name).jsonl"
    #expect(
      RecordError.damaged(file: file, line: 3, reason: "why").description
        == "\(file):3: not a record: why. \(advice)")
  }

  @Test("a file of a newer program is refused and left alone")
  func newer() async throws {
    let text = Self.record("a", 1) + Self.record("b", 2, #","format":2"#)
    try await withFile(text) { file in
      let error = RecordError.newer(file: file.path, line: 2, format: 2)
      #expect(throws: error) { try file.read() }
      #expect(throws: error) { try file.compact(order: []) }
      let after = try bytes(of: file)
      #expect(after == text)
      #expect(
        error.description
          == "\(file.path):2: written in format 2 by a newer arxiv-digest; this one reads format 1. "
          + "Update the program, or use another --runs folder")
    }
  }

  @Test("a file that cannot be read is an error and not an empty file")
  func unreadable() async throws {
    try await withTemporaryFolder { folder in
      // A folder in the file's place: unlike permissions, it stops root as well.
      let path = folder + "/coverage.jsonl"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      let file = RecordFile<Coverage>(path: path)
      #expect(throws: RecordError.unreadable(file: path, reason: "Is a directory")) {
        try file.read()
      }
    }
  }

  @Test("compacting keeps the last line of each id, in the order that was asked for")
  func compaction() async throws {
    let text =
      Self.record("a", 1) + Self.record("z", 9) + Self.record("b", 2)
      + Self.record("a", 3, #","mood":"fine""#) + "{\"id\":\"torn"
    try await withFile(text) { file in
      try file.compact(order: ["b", "missing", "a", "b"])
      // What nobody asked for stays too, and so does a field that nobody knows.
      #expect(
        try bytes(of: file)
          == Self.record("b", 2) + Self.record("a", 3, #","mood":"fine""#) + Self.record("z", 9))
      let others = try FileManager.default.contentsOfDirectory(
        atPath: URL(filePath: file.path).deletingLastPathComponent().path)
      #expect(others == ["coverage.jsonl"])
    }
  }

  @Test("a file that was changed meanwhile is read anew, whoever has changed it, and how")
  func changed() async throws {
    try await withFile(Self.record("a", 1)) { file in
      #expect(try file.read().mapValues(\.total) == ["a": 1])
      // As long as before, in another file of the same name.
      try AtomicFile.write(Data(Self.record("a", 2).utf8), to: file.path)
      #expect(try file.read().mapValues(\.total) == ["a": 2])
      let handle = try FileHandle(forUpdating: URL(filePath: file.path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(Self.record("b", 3).utf8))
      #expect(try file.read().mapValues(\.total) == ["a": 2, "b": 3])
      try FileManager.default.removeItem(atPath: file.path)
      #expect(try file.read() == [:])
    }
  }

  @Test("a file that was compacted can be read, added to and compacted again")
  func compactedAgain() async throws {
    try await withFile(Self.record("a", 1) + Self.record("bb", 22) + Self.record("a", 3)) { file in
      try file.compact(order: ["bb", "a"])
      #expect(try file.list().map(\.total) == [22, 3])
      try file.compact(order: ["a", "bb"])
      #expect(try bytes(of: file) == Self.record("a", 3) + Self.record("bb", 22))
      let journal = try file.journal()
      try await journal.append(try file.list().filter { $0.id == "a" })
      #expect(try file.list().map(\.total) == [22, 3])
      try file.compact(order: [])
      #expect(try file.list().map(\.total) == [3, 22])
    }
  }

  /// A line of `coverage.jsonl`, with more fields at its end.
  static func record(_ id: String, _ total: Int, _ more: String = "") -> String {
    #"{"id":"\#(id)","query":"q","pages":1,"total":\#(total),"papers":1,"dropped":[],"#
      + #""fetched":"2024-07-29T13:57:40Z"\#(more)}"# + "\n"
  }

  private func withFile(
    _ text: String, _ body: (RecordFile<Coverage>) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/coverage.jsonl"
      try Data(text.utf8).write(to: URL(filePath: path))
      try await body(RecordFile(path: path))
    }
  }

  private func bytes(of file: RecordFile<Coverage>) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: file.path)), as: UTF8.self)
  }
}
