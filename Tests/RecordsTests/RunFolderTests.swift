import Foundation
import Records
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
      #expect(throws: RecordError.held(folder: runs + "/2024-07-26")) { try folder.lock() }
      withExtendedLifetime(lock) {}
    }
    try await withTemporaryFolder { runs in
      let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
      let folder = RunFolder(runs: runs, week: week)
      _ = try folder.lock()
      _ = try folder.lock()
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
