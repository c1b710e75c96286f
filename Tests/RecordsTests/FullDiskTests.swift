import Foundation
import Records
import TestSupport
import Testing

/// Each test is a process of its own, which may let no file grow past a size.
///
/// That is as near to a full disk as a test comes without one, and it holds for a whole process.
@Suite("A disk without room")
struct FullDiskTests {
  @Test("every record that was acknowledged can be read, and every other append is an error")
  func nothingAcknowledgedIsLost() async {
    await #expect(processExitsWith: .success) {
      limitFiles(toBytes: 20_000)
      // Again and again: which task waits for which group is chance.
      for _ in 0..<40 {
        try await withTemporaryFolder { folder in
          let file = RecordFile<Coverage>(path: folder + "/coverage.jsonl")
          let journal = try file.journal()
          let outcomes = await withTaskGroup(of: (Int, Bool).self) { group in
            for number in 0..<400 {
              group.addTask {
                do {
                  try await journal.append([receipt(number)])
                  return (number, true)
                } catch { return (number, false) }
              }
            }
            return await group.reduce(into: []) { $0.append($1) }
          }
          let acknowledged = Set(outcomes.filter(\.1).map(\.0))
          let onDisk = try Set(file.read().values.map(\.total))
          precondition(!acknowledged.isEmpty && acknowledged.count < 400)
          precondition(onDisk == acknowledged)
          // What was half written is gone, so another program can append at once.
          let bytes = try Data(contentsOf: URL(filePath: file.path))
          precondition(bytes.last == 0x0A)
        }
      }
    }
  }

  @Test("the error names the file, the reason and what to do")
  func message() async {
    await #expect(processExitsWith: .success) {
      limitFiles(toBytes: 100)
      try await withTemporaryFolder { folder in
        let path = folder + "/coverage.jsonl"
        let journal = try RecordFile<Coverage>(path: path).journal()
        do {
          try await journal.append([receipt(90)])
          preconditionFailure("the append fits")
        } catch let error as RecordError {
          precondition(error == .unwritable(file: path, reason: "File too large"))
          precondition(
            error.description
              == "\(path): cannot be written: File too large. Every answer acknowledged before is on "
              + "disk; make room, fix the permissions or choose another folder, then run the same "
              + "command again")
        }
      }
    }
  }

  @Test("a file that cannot be replaced keeps its old bytes")
  func compaction() async {
    await #expect(processExitsWith: .success) {
      try await withTemporaryFolder { folder in
        let file = RecordFile<Coverage>(path: folder + "/coverage.jsonl")
        try await file.journal().append((0..<100).map(receipt))
        let before = try Data(contentsOf: URL(filePath: file.path))
        limitFiles(toBytes: 100)
        do {
          try file.compact(order: ["topic-99"])
          preconditionFailure("the new file fits")
        } catch RecordError.unwritable {
          let after = try Data(contentsOf: URL(filePath: file.path))
          precondition(after == before)
        }
      }
    }
  }
}

/// Lets no file of this process grow past a size, and no signal end the process for trying.
private func limitFiles(toBytes count: UInt) {
  signal(SIGXFSZ, SIG_IGN)
  var limit = rlimit(rlim_cur: count, rlim_max: count)
  precondition(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
}

/// A receipt that is told from the others by its total.
@Sendable private func receipt(_ number: Int) -> Coverage {
  Coverage(
    id: "topic-\(number)", query: String(repeating: "q", count: number % 97), pages: 1,
    total: number, papers: 0, dropped: [], fetched: Samples.time)
}
