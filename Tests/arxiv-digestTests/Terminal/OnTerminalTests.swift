import TestSupport
import Testing

@testable import arxiv_digest

@Suite("A run on a terminal", .timeLimit(.minutes(5)))
struct OnTerminalTests {
  /// Runs until one summary is missing and the line says so, and then to the end.
  private func held(
    columns: Int, environment: [String: String] = [:]
  ) async throws -> (held: Screen, outcome: TerminalProgram.Outcome) {
    try await withWorld(papers: FakePaper.week(24)) { world in
      world.model.setFaults(["2407.20003": .hold])
      let program = try world.startOnTerminal(environment: environment, columns: columns)
      try await eventually("all but one are done") {
        program.screen.lines.last?.contains(" 23/24") == true
      }
      let screen = program.screen
      world.model.release()
      return (screen, await program.wait())
    }
  }

  /// Every line of progress that was drawn.
  private func drawn(_ outcome: TerminalProgram.Outcome) -> [String] {
    outcome.transcript.split { $0 == "\r" || $0 == "\r\n" }.map { $0.prefix { $0 != "\u{1B}" } }
      .map(String.init)
      .filter { $0.firstMatch(of: /^(fetch|translate|summarize) [\[0-9]/) != nil }
  }

  @Test(
    "shows one line for the stage that never wraps, and leaves none of it behind",
    arguments: [24, 40, 80, 400])
  func progress(columns: Int) async throws {
    let (held, outcome) = try await held(columns: columns)
    #expect(outcome.status == .exit(0))
    let lines = drawn(outcome)
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.columns < columns })
    #expect(held.lines.count { $0.contains("/24") } == 1)
    #expect(outcome.screen.lines.count { $0.contains("/24") } == 0)
    // Every redrawing is in one piece: nothing is erased that is not written again at once.
    #expect(Set(outcome.screen.sequences).isSubset(of: ["K", "0m", "1m"]))
  }

  @Test("says the same as off a terminal, with the pages where they were written")
  func same() async throws {
    let off = try await withWorld { try await $0.run() }
    let on = try await withWorld { world in
      try await world.startOnTerminal(columns: 400).wait()
    }
    var lines = off.errors.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex(of: "render: 1 page"))
    lines.insert("site/_sd/2024-07-26.md", at: place + 1)
    #expect(on.screen.said == lines)
    #expect(on.status == off.status)
  }

  @Test("shows no colour where NO_COLOR is set, and none in a file")
  func colour() async throws {
    try await withWorld { world in
      let plain = try await world.startOnTerminal(environment: ["NO_COLOR": "1"]).wait()
      #expect(plain.screen.sequences.allSatisfy { $0 == "K" })
      let empty = try await world.startOnTerminal(environment: ["NO_COLOR": ""]).wait()
      #expect(empty.screen.sequences.contains("1m"))
      let file = try await world.run()
      #expect(!file.errors.contains("\u{1B}"))
    }
  }

  @Test("tells a terminal that cannot do more than a printer nothing but lines")
  func dumb() async throws {
    try await withWorld { world in
      let outcome = try await world.startOnTerminal(environment: ["TERM": "dumb"]).wait()
      #expect(outcome.screen.sequences == [])
      #expect(!outcome.transcript.replacing("\r\n", with: "\n").contains("\r"))
      #expect(outcome.screen.lines.last?.hasPrefix("next: publish site/") == true)
    }
  }

  @Test("is interrupted by Ctrl-C, and says what to type where the progress stood")
  func interrupted() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20003": .hold])
      let program = try world.startOnTerminal(columns: 400)
      try await eventually("the line says that one is missing") {
        program.screen.lines.last?.contains(" 3/4") == true
      }
      program.press(.ctrlC)
      let outcome = await program.wait()
      world.model.release()
      #expect(outcome.status == .exit(130))
      #expect(
        Array(outcome.screen.said.suffix(2)) == [
          "arxiv-digest: interrupted; every answer that had arrived is on disk",
          "next: arxiv-digest run --week 2024-07-26 --topic sd",
        ])
      #expect(!outcome.screen.lines.contains { $0.contains(" 3/4") || $0.contains("^C") })
    }
  }
}
