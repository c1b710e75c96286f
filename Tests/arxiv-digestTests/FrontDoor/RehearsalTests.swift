import TestSupport
import Testing

@Suite("Validating again")
struct RehearsalTests {
  private static let words = ["validate", "--week", "2024-07-26", "--topic", "sd"]
  private static let change =
    "2407.20001: accepted before, withheld now: bullet-count in bullets (there are 3 bullets, a page "
    + "shows four)\n"

  /// Takes a bullet from a summary on disk, as other rules might find one too few.
  private static func spoil(_ world: World) throws {
    let file = "runs/2024-07-26/summaries.jsonl"
    let text = try #require(world.read(file))
    let bullet = "記録の少ない港の潮位を扱う（\("2407.20001".inKana)）"
    try world.write(text.replacing("\"bullets\":[\"\(bullet)\",", with: "\"bullets\":["), to: file)
  }

  @Test("says what changed before it writes, and the next run repairs what is withheld now")
  func changes() async throws {
    try await withWorld { world in
      _ = try await world.run()
      world.forget()
      let same = try await world.run(Self.words)
      #expect(same.status == .exit(0))
      #expect(!same.errors.contains("before"))
      try Self.spoil(world)
      let outcome = try await world.run(Self.words)
      #expect(outcome.status == .exit(2))
      #expect(outcome.errors.hasPrefix(Self.change + "validate: 3 accepted, "), "\(outcome.errors)")
      #expect(outcome.errors.contains("\nvalidate: 1 verdict changed: 1 withheld now\n"))
      #expect(
        outcome.errors.hasSuffix(
          "next: arxiv-digest run --from translate --week 2024-07-26 --topic sd  # asks for these "
            + "papers only\n"))
      #expect(!(try await world.run(Self.words).errors.contains("before")))
      #expect(world.questions == [])

      let repaired = try await world.run()
      #expect(repaired.status == .exit(0))
      #expect(repaired.errors.contains("\n2407.20001: withheld before, accepted now\n"))
      #expect(repaired.errors.contains("\nvalidate: 1 verdict changed: 1 accepted now\n"))
      #expect(world.questions.map(\.ids) == [["2407.20001"]])
      #expect(world.questions.first?.findings?.count == 1)
    }
  }

  @Test("with --dry-run says the same with the same status, and writes nothing")
  func rehearsal() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try Self.spoil(world)
      let before = try world.files()
      world.forget()
      let rehearsed = try await world.run(Self.words + ["--dry-run"])
      #expect(rehearsed.status == .exit(2))
      #expect(try world.files() == before)
      #expect(
        rehearsed.errors
          == Self.change
            + """
            validate: 3 accepted, 1 withheld or waiting
            2407.20001: withheld: bullet-count in bullets (there are 3 bullets, a page shows four)
            validate: 1 verdict would change: 1 withheld now
            week 2024-07-26: 4 papers, 3 accepted, 1 withheld, 0 waiting
            next: arxiv-digest validate --week 2024-07-26 --topic sd  # writes these verdicts

            """)
      let weeks = ["validate", "--weeks", "2024-07-26..2024-08-02", "--dry-run"]
      let several = try await world.run(weeks)
      #expect(several.status == .exit(1))
      #expect(
        try world.files()["runs/2024-07-26/verdicts.jsonl"]
          == before["runs/2024-07-26/verdicts.jsonl"])
      #expect(
        several.errors.hasSuffix(
          "next: arxiv-digest validate --weeks 2024-07-26..2024-08-02  # writes these verdicts\n"))
      #expect(try await world.run(Self.words).status == .exit(2))
      #expect(try world.files() != before)
      #expect(world.questions == [])
    }
  }
}
