import Foundation
import Records
import TestSupport
import Testing

@Suite("The log of requests")
struct RequestLogTests {
  @Test("a request stands there before it is sent, and its end replaces it")
  func beginAndSettle() async throws {
    try await withFolder { folder in
      let log = try folder.requestLog()
      let sent = try log.begin { Samples.request($0, .sent) }
      #expect(try folder.requests.read() == ["1": Samples.request(1, .sent)])
      var settled = sent
      settled.state = .failed
      try log.settle(settled)
      #expect(try folder.requests.read() == ["1": Samples.request(1, .failed)])
    }
  }

  @Test("what a killed run left under way counts as unknown, once")
  func lost() async throws {
    try await withFolder { folder in
      let first = try folder.requestLog()
      for state in [PaidRequest.State.answered, .sent, .failed, .sent] {
        _ = try first.begin { Samples.request($0, state) }
      }
      let unknown = [Samples.request(2, .unknown), Samples.request(4, .unknown)]
      #expect(try folder.requestLog().lost == unknown)
      #expect(try folder.requestLog().lost == [])
      #expect(try folder.requestLog().begin { Samples.request($0) }.id == "5")
    }
  }

  @Test("a torn last line is cut off, and its number given again")
  func torn() async throws {
    try await withFolder { folder in
      _ = try folder.requestLog().begin { Samples.request($0) }
      let whole = try Data(contentsOf: URL(filePath: folder.requests.path))
      try (whole + Data(#"{"id":"2","sta"#.utf8)).write(to: URL(filePath: folder.requests.path))
      #expect(try folder.requestLog().begin { Samples.request($0) }.id == "2")
      #expect(try folder.requests.read().count == 2)
    }
  }

  @Test("the log is compacted in the order of the requests")
  func compacted() async throws {
    try await withFolder { folder in
      let log = try folder.requestLog()
      for _ in 1...11 {
        let request = try log.begin { Samples.request($0, .sent) }
        try log.settle(Samples.request(request.number))
      }
      try folder.compactRequests()
      let text = try String(contentsOf: URL(filePath: folder.requests.path), encoding: .utf8)
      let lines = (1...11).map { String(decoding: Samples.request($0).line, as: UTF8.self) }
      #expect(text == lines.joined())
    }
  }

  private func withFolder(_ body: (RunFolder) async throws -> Void) async throws {
    try await withTemporaryFolder { path in
      let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
      let folder = RunFolder(runs: path, week: week)
      _ = try folder.lock()
      try await body(folder)
    }
  }
}
