import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The question before money is spent", .timeLimit(.minutes(5)))
struct ApprovalTests {
  private static let question = "which is more than $0.000000. Go on? [y/N]"

  /// What is typed, and how it goes on.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let act: @Sendable (TerminalProgram) -> Void
    let status: Int32
    /// What stands behind the question, and below it.
    let lines: [String]
  }

  private static let declined = [
    "arxiv-digest: not agreed to, so no model was asked and nothing was spent",
    "next: arxiv-digest run --week 2024-07-26 --topic sd --yes  # goes on without asking",
  ]
  private static let interrupted = [
    "arxiv-digest: interrupted; every answer that had arrived is on disk",
    "next: arxiv-digest run --week 2024-07-26 --topic sd",
  ]

  static let cases = [
    Case(
      testDescription: "y", act: { $0.type("y\n") }, status: 0,
      lines: ["y", "translate: 4 done, 0 reused, 0 failed"]),
    Case(
      testDescription: "YES with blanks", act: { $0.type("  YES \n") }, status: 0,
      lines: ["  YES", "translate: 4 done, 0 reused, 0 failed"]),
    Case(testDescription: "n", act: { $0.type("n\n") }, status: 1, lines: ["n"] + declined),
    Case(
      testDescription: "another word", act: { $0.type("はい\n") }, status: 1,
      lines: ["はい"] + declined),
    Case(testDescription: "nothing", act: { $0.type("\n") }, status: 1, lines: [""] + declined),
    Case(
      testDescription: "the end of input", act: { $0.press(.ctrlD) }, status: 1,
      lines: [""] + declined),
    Case(
      testDescription: "Ctrl-C", act: { $0.press(.ctrlC) }, status: 130,
      lines: ["^C"] + interrupted),
    Case(
      testDescription: "SIGTERM", act: { $0.kill(15) }, status: 130, lines: [""] + interrupted),
  ]

  @Test("is answered on a terminal", arguments: cases)
  func answered(test: Case) async throws {
    try await withWorld { world in
      try world.ask(aboveUSD: "0")
      let program = try world.startOnTerminal(columns: 400)
      try await eventually("it asks") {
        program.screen.lines.last?.hasSuffix(Self.question) == true
      }
      #expect(world.questions == [])
      test.act(program)
      let outcome = await program.wait()
      #expect(outcome.status == .exit(test.status))
      let said = outcome.screen.said
      let place = try #require(said.firstIndex { $0.contains(Self.question) })
      let behind = said[place].split(separator: Self.question, omittingEmptySubsequences: false)[1]
      // A blank stands between the question and what is typed.
      let answer = String(behind.dropFirst())
      #expect(Array(([answer] + said[(place + 1)...]).prefix(test.lines.count)) == test.lines)
      if test.status == 0 {
        #expect(world.published == 4)
      } else {
        #expect(said.count == place + test.lines.count)
        #expect(world.questions == [])
      }
    }
  }

  @Test("is not asked with --yes")
  func yes() async throws {
    try await withWorld { world in
      try world.ask(aboveUSD: "0")
      let outcome = try await world.startOnTerminal(World.runWords + ["--yes"]).wait()
      #expect(outcome.status == .exit(0))
      #expect(!outcome.transcript.contains("Go on?"))
    }
  }

  @Test(
    "is not asked where nobody can answer, or see it",
    arguments: [#""$@" <&-"#, #""$@" </dev/null"#, #""$@" 2>errors"#, #""$@" 2>&1 | cat"#])
  func nobody(line: String) async throws {
    try await withWorld { world in
      try world.ask(aboveUSD: "0")
      let outcome = try await world.shellOnTerminal(line).wait()
      #expect(outcome.status == .exit(0))
      #expect(!outcome.transcript.contains("Go on?"))
      #expect(world.published == 4)
    }
  }

  @Test("is asked in a quiet run as well, and as an object where objects are wanted")
  func manners() async throws {
    for words in [["--quiet"], ["--log-format", "json"]] {
      try await withWorld { world in
        try world.ask(aboveUSD: "0")
        let program = try world.startOnTerminal(World.runWords + words, columns: 400)
        try await eventually("it asks") { program.transcript.contains("Go on? [y/N] ") }
        program.type("y\n")
        let outcome = await program.wait()
        #expect(outcome.status == .exit(0))
        #expect(outcome.transcript.contains(#""event":"question""#) == (words.count == 2))
      }
    }
  }
}
