import Foundation
import TestSupport
import Testing

@Suite("Pages that were changed by hand, through the front door")
struct AdoptTests {
  private static let again = ["render", "--week", "2024-07-26", "--topic", "sd"]
  private static let file = "site/_sd/2024-07-26.md"

  @Test("are not written over: the run shows the difference and what can be done")
  func kept() async throws {
    try await withMadeWeek { world in
      try Self.change(world) { $0.replacingFirst("これは気になる論文だね", with: "手で直した一言だね") }
      let changed = world.page
      let outcome = try await world.run(Self.again)
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(2),
            errors: """
              render: 0 pages, 1 changed by hand and left alone
              \(Self.file): changed by hand, and not written over; - is what would be written, + the page
                - 22: これは気になる論文だね
                + 22: 手で直した一言だね
              week 2024-07-26: 4 papers, 4 accepted, 0 withheld, 0 waiting
              next: arxiv-digest adopt --week 2024-07-26 --topic sd  # keeps what was changed; or drop \
              it: arxiv-digest render --week 2024-07-26 --topic sd --overwrite

              """))
      #expect(world.page == changed)
      let over = try await world.run(Self.again + ["--overwrite"])
      #expect(over.status == .exit(0))
      #expect(world.page?.contains("手で直した一言だね") == false)
    }
  }

  @Test("are adopted: the texts are by hand from then on, and the records make the same page")
  func adopted() async throws {
    try await withMadeWeek { world in
      try Self.change(world) { $0.replacingFirst("これは気になる論文だね", with: "手で直した一言だね") }
      let changed = world.page
      let outcome = try await world.run(["adopt", "--week", "2024-07-26", "--topic", "sd"])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0), output: "\(Self.file)\n",
            errors: """
              \(Self.file): changed by hand, and not written over; - is what would be written, + the page
                - 22: これは気になる論文だね
                + 22: 手で直した一言だね
              2407.20000: remark taken from the page
              next: publish site/; the pages and the records agree

              """))
      #expect(world.page == changed)
      world.forget()
      let run = try await world.run()
      #expect(run.status == .exit(0) && world.questions == [])
      #expect(world.page == changed)
      let none = try await world.run(["adopt", "--week", "2024-07-26", "--topic", "sd"])
      #expect(
        none
          == RunningProgram.Outcome(
            status: .exit(0), errors: "week 2024-07-26: no page was changed by hand\n"))
    }
  }

  @Test("that lack a paper hide it, and what no record can hold is told and stays on the page")
  func parts() async throws {
    try await withMadeWeek { world in
      try Self.change(world) { page in
        var parts = page.components(separatedBy: "\n\n\n- - -")
        parts.removeLast()
        return parts.joined(separator: "\n\n\n- - -") + "\n編集後記\n"
      }
      let changed = world.page
      let outcome = try await world.run(["adopt", "--week", "2024-07-26", "--topic", "sd"])
      #expect(outcome.status == .exit(2))
      let lines = outcome.errors.split(separator: "\n").map(String.init)
      #expect(
        lines.contains(
          "2407.20003: taken off the page, so hidden; `hide 2407.20003 --undo` shows it again"))
      #expect(
        lines.suffix(3) == [
          "\(Self.file): still differs, and was not written over; - is what would be written, + the page",
          "  + 67: 編集後記",
          "next: mend the page and type arxiv-digest adopt --week 2024-07-26 --topic sd again; or drop "
            + "what is left: arxiv-digest render --week 2024-07-26 --topic sd --overwrite",
        ], "\(outcome.errors)")
      #expect(world.page == changed)
    }
  }

  @Test("with a text that cannot be published are not adopted, and stay as they are")
  func refused() async throws {
    try await withMadeWeek { world in
      try Self.change(world) {
        $0.replacingFirst("予測の外れを半減できると", with: "予測の外れを93%減らせると")
      }
      let changed = world.page
      let outcome = try await world.run(["adopt", "--week", "2024-07-26", "--topic", "sd"])
      #expect(outcome.status == .exit(2))
      #expect(
        outcome.errors.contains("\n2407.20000: not taken: number-not-in-abstract in bullets[3]: "),
        "\(outcome.errors)")
      #expect(world.page == changed)
      #expect(world.read("runs/2024-07-26/edits.jsonl") == nil)
    }
  }

  private static func change(_ world: World, _ change: (String) -> String) throws {
    try world.write(change(try #require(world.page)), to: file)
  }
}

extension String {
  /// The text with the first place of some words replaced.
  fileprivate func replacingFirst(_ words: String, with other: String) -> String {
    replacing(words, with: other, maxReplacements: 1)
  }
}
