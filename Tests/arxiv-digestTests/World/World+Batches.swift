import Foundation
import Models
import TestSupport

extension World {
  /// Has the stages ask a provider that takes batches, and looks at them twenty times a second.
  func use(_ server: BatchServer, _ wire: BatchWire) throws {
    try write(
      """
      {
        "topics": [
          { "slug": "fl", "name": "連合学習", "query": "abs:\\"federated learning\\"" },
          { "slug": "sd", "name": "合成データ", "query": "abs:\\"synthetic data\\"" }
        ],
        "models": {
          "test": {
            "kind": "\(wire.kind)", "model": "test-model", "baseURL": "\(server.baseURL)",
            "limits": { "attempts": 3, "backoffSeconds": 0.01, "batchPollSeconds": 0.05,
              "batchGraceSeconds": 2 },
            "prices": { "asOf": "2024-07-26", "input": 1, "cachedInput": 0.5, "output": 10 }
          }
        },
        "use": { "translate": "test", "summarize": "test" }
      }
      """, to: "digest.json")
  }

  /// What the tests' model says to a question of a batch.
  static func reply(to question: ProviderQuestion) -> BatchReply {
    do {
      return .says(try FakeModel.said(to: FakeModel.Question(question.asked)))
    } catch { return .fails(.status(400)) }
  }

  /// The words of a run over the sample topic, in batches.
  static let batchWords = runWords + ["--lane", "batch"]
}

/// Makes a world for `body` whose models answer in batches, and ends it afterwards.
func withBatchWorld<Result>(
  _ wire: BatchWire, papers: [FakePaper] = FakePaper.week(4),
  pace: BatchServer.Pace = .looks(2), script: [[BatchSurprise]] = [],
  _ body: (World, BatchServer) async throws -> Result
) async throws -> Result {
  try await withWorld(papers: papers) { world in
    let server = try BatchServer(wire, pace: pace, script: script, model: World.reply)
    defer { server.stop() }
    try world.use(server, wire)
    return try await body(world, server)
  }
}
