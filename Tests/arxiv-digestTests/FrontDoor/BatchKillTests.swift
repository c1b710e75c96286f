import Foundation
import TestSupport
import Testing

@Suite("A run in batches that is killed")
struct BatchKillTests {
  /// A provider, which of its kills, and what else goes wrong with the first batch.
  struct Kill: Sendable, CustomTestStringConvertible {
    let wire: BatchWire
    let number: Int
    var testDescription: String { "\(wire.kind) \(number)" }
    static let all = BatchWire.all.flatMap { wire in (0..<25).map { Kill(wire: wire, number: $0) } }

    /// What goes wrong; nothing for every fifth.
    var surprises: [BatchSurprise] {
      [
        [], [.createHangsUp], [.createAnswers(500), .hiddenFor(looks: 2)],
        [.shuffled, .doubled, .foreignLine, .garbage], [.emptyFileNames, .resultsFail(times: 1)],
      ][number % 5]
    }
  }

  /// How long a run takes that nobody kills, and the page that it writes.
  private static let whole = Task {
    try await withBatchWorld(.openAIChat) { world, _ in
      let start = ContinuousClock.now
      _ = try await world.run(World.batchWords)
      return (time: ContinuousClock.now - start, page: try #require(world.page))
    }
  }

  @Test(
    "at any instant sends no batch twice, pays for no paper twice, and makes the same page",
    arguments: Kill.all)
  func kill(_ kill: Kill) async throws {
    let whole = try await Self.whole.value
    try await withBatchWorld(kill.wire, script: [kill.surprises]) { world, server in
      let program = try world.start(World.batchWords)
      // Spread over the whole run, and never twice at the same instant.
      let share = (Double(kill.number) + Double.random(in: 0..<1)) / 25
      try await Task.sleep(for: whole.time * share)
      program.kill()
      _ = await world.outcome(of: program)

      let outcome = try await world.run(World.batchWords)
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      #expect(world.page == whole.page)
      #expect(server.creations == 2)
      #expect(Set(server.batches.flatMap(\.questionKeys)).count == 5)
      #expect(server.onlineQuestions.isEmpty)
      // One answer with all titles, and one summary for each of four papers.
      #expect(server.servings.count == 5)
      let requests = (world.read("runs/2024-07-26/requests.jsonl") ?? "").split(separator: "\n")
      #expect(requests.count == 5)
    }
  }
}
