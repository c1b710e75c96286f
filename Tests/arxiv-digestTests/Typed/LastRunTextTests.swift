import Foundation
import Records
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("What the last run cost")
struct LastRunTextTests {
  @Test(
    "is told as far as run.json knows it",
    arguments: [
      (#""costUSD":0.25,"unknown":0"#, "$0.2500"), (#""costUSD":0"#, "$0.000000"),
      (#""unknown":1"#, "cost unknown"),
      (#""costUSD":0,"unknown":2"#, "2 requests of unknown outcome"),
      (#""costUSD":0.25,"unknown":1"#, "$0.2500 and 1 request of unknown outcome"),
      (#""replay":true,"costUSD":0.25"#, "replayed, nothing spent"),
    ])
  func cost(fields: String, words: String) async throws {
    try await withTemporaryFolder { runs in
      let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
      let folder = RunFolder(runs: runs, week: week)
      try FileManager.default.createDirectory(
        atPath: folder.path, withIntermediateDirectories: true)
      let json = #"{"papers":1,"accepted":1,"rejected":0,"pending":0,\#(fields)}"#
      try Data(json.utf8).write(to: URL(filePath: folder.path + "/run.json"))
      let run = try #require(try folder.lastRun())
      #expect(LastRunText.cost(run) == words)
    }
  }
}
