import Foundation
import Models
import TestSupport
import Testing

@Suite("The sample week, with nothing changed but .env,")
struct SixDialectsTests {
  /// Counts that a dialect has no word for.
  private static let untold: [String: [String]] = [
    "gemini": ["cacheWriteTokens"],
    "ollama": ["cachedTokens", "cacheWriteTokens", "reasoningTokens"],
    "bedrock": ["reasoningTokens"],
  ]

  @Test(
    "gives the same page, byte for byte, and the same counts through every dialect",
    arguments: FakeDialect.all)
  func same(dialect: FakeDialect) async throws {
    let week = try SampleWeek(dialect)
    try await withTemporaryFolder { folder in
      for name in ["digest.json", "prompts"] {
        try FileManager.default.copyItem(
          atPath: "\(Fixture.root)/\(name)", toPath: "\(folder)/\(name)")
      }
      let variables = """
        MODEL_KIND=\(dialect.kind)
        MODEL_BASE_URL=\(week.model.baseURL)\(dialect.base)
        MODEL_NAME=test-model
        MODEL_API_KEY=\(World.key)
        ARXIV_API_URL=\(week.arXiv.baseURL)/api/query
        ARXIV_INTERVAL_SECONDS=0
        """
      try Data(variables.utf8).write(to: URL(filePath: folder + "/.env"))
      let outcome = try await Program.digest.run(World.runWords, in: folder)
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      let page = try Data(contentsOf: URL(filePath: folder + "/site/_sd/2024-07-26.md"))
      #expect(Array(page) == (try Fixture.bytes("sample-week/site/_sd/2024-07-26.md")))
      let run = try Data(contentsOf: URL(filePath: folder + "/runs/2024-07-26/run.json"))
      let usage = try JSONDecoder().decode(JSON.self, from: run)["usage"]
      let untold = Self.untold[dialect.kind] ?? []
      #expect(usage == (try Self.usage(without: untold)))
    }
  }

  /// The counts of `run.json`: cached tokens are always told, and others where there are any.
  private static func usage(without untold: [String]) throws -> JSON {
    let counts = try SampleWeek.counts()
    var usage: [String: JSON] = [
      "requests": 9, "inputTokens": .integer(counts.input), "cachedTokens": .integer(counts.cached),
      "cacheWriteTokens": .integer(counts.written), "outputTokens": .integer(counts.output),
      "reasoningTokens": .integer(counts.reasoning),
    ]
    for name in untold { usage[name] = name == "cachedTokens" ? 0 : nil }
    return .object(usage)
  }
}
