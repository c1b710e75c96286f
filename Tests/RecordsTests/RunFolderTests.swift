import Foundation
@testable import Records
import TestSupport
import Testing

@Suite("Run folders")
struct RunFolderTests {
  @Test("one run at a time has a week, and the next has it afterwards")
  func lock() async throws {
    try await withTemporaryFolder { runs in
      let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
      let folder = RunFolder(runs: runs, week: week)
      let lock = try folder.lock()
      #expect {
        try folder.lock()
      } throws: { error in
        guard case RecordError.held(let held, let holder?) = error else { return false }
        return held == folder.path
          && holder.hasPrefix("process \(ProcessInfo.processInfo.processIdentifier) on ")
      }
      withExtendedLifetime(lock) {}
    }
    try await withTemporaryFolder { runs in
      let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
      let folder = RunFolder(runs: runs, week: week)
      _ = try folder.lock()
      _ = try folder.lock()
    }
  }

  @Test("a lock file says who holds it as long as somebody does, and may hold anything before")
  func holder() async throws {
    try await withTemporaryFolder { runs in
      let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
      let folder = RunFolder(runs: runs, week: week)
      let path = folder.path + "/.lock"
      func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
      for left in ["", "process 1 on a-machine-with-a-long-name since 2024-07-26T00:00:00Z\n", "{"]
      {
        try FileManager.default.createDirectory(
          atPath: folder.path, withIntermediateDirectories: true)
        try Data(left.utf8).write(to: URL(filePath: path))
        let lock = try folder.lock()
        #expect(
          try text().wholeMatch(of: /process \d+ on \S+ since [-0-9]{10}T[:0-9]{8}Z\n/) != nil)
        withExtendedLifetime(lock) {}
        _ = consume lock
        #expect(try text() == "")
      }
    }
  }

  @Test("a holder who says nothing is told as such")
  func silentHolder() async throws {
    try await withTemporaryFolder { runs in
      let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
      let folder = RunFolder(runs: runs, week: week)
      let lock = try folder.lock()
      try FileHandle(forWritingTo: URL(filePath: folder.path + "/.lock")).truncate(atOffset: 0)
      #expect(throws: RecordError.held(folder: folder.path)) { try folder.lock() }
      withExtendedLifetime(lock) {}
    }
  }

  @Test(
    "a file system that takes no locks is told apart from a file that cannot be written",
    arguments: [(ENOLCK, true), (EOPNOTSUPP, true), (ENOSYS, true), (EIO, false), (EBADF, false)])
  func refusal(code: Int32, isOfFileSystem: Bool) {
    let reason = SystemError.reason(code: code)
    #expect(
      RunLock.refusal(code, of: "runs/x/.lock")
        == (isOfFileSystem
          ? .unlockable(file: "runs/x/.lock", reason: reason)
          : .unwritable(file: "runs/x/.lock", reason: reason)))
  }

  @Test("papers are counted by their topics, each once")
  func paperCount() async throws {
    try await withTemporaryFolder { runs in
      let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
      let folder = RunFolder(runs: runs, week: week)
      #expect(try folder.paperCount(of: ["sd"]) == 0)
      try FileManager.default.createDirectory(
        atPath: folder.path, withIntermediateDirectories: true)
      let lines = [("2407.00001", ["sd"]), ("2407.00002", ["fl", "sd"]), ("2407.00003", ["fl"])]
        .map { id, topics in
          Paper(
            id: ArXivID(id)!, version: 1, title: "t", abstract: "a", authors: [], comment: nil,
            categories: [], published: week.start, updated: week.start, topics: topics)
        }
      try folder.papers.replace(with: lines + [lines[1]])
      #expect(try folder.paperCount(of: ["sd"]) == 2)
      #expect(try folder.paperCount(of: ["fl", "sd"]) == 3)
      #expect(try folder.paperCount(of: ["none"]) == 0)
    }
  }

  @Test("a folder that cannot be made is named")
  func unwritable() async throws {
    try await withTemporaryFolder { runs in
      let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
      try Data().write(to: URL(filePath: runs + "/2024-07-26"))
      #expect {
        try RunFolder(runs: runs, week: week).lock()
      } throws: { error in
        guard case RecordError.unwritable(let file, _) = error else { return false }
        return file == runs + "/2024-07-26"
      }
    }
  }
}

@Suite("Token counts")
struct UsageTests {
  @Test("a count that is shared out adds up to itself again", arguments: 1...17)
  func sharing(parts: Int) {
    let whole = Usage(requests: 1, inputTokens: 1003, cachedTokens: 16, outputTokens: 7)
    let shares = whole.shared(among: parts)
    #expect(shares.count == parts)
    #expect(shares.reduce(Usage(), +) == whole)
  }
}
