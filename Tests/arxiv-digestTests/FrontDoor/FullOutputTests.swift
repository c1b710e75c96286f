import TestSupport
import Testing

@Suite("A stdout without room")
struct FullOutputTests {
  private static let lost =
    "arxiv-digest: stdout: cannot be written: No space left on device\nnext: arxiv-digest "

  @Test(
    "makes a command that looks end with status 1, and says so",
    arguments: [
      ["status", "--json"], ["status", "--week", "2024-07-26"],
      ["validate", "--week", "2024-07-26", "--explain", "2407.20001"], ["why", "2407.20001"],
      ["plan", "--week", "2024-07-26", "--json"], ["topics"], ["help"], ["man"],
    ])
  func looking(words: [String]) async throws {
    try await withWorld { world in
      _ = try await world.run()
      let outcome = try await world.shell(#""$@" >/dev/full"#, words)
      #expect(outcome.status == .exit(1))
      let again = words.joined(separator: " ")
      #expect(
        outcome.errors.hasSuffix("\(Self.lost)\(again)  # what is on disk is kept\n"),
        "\(outcome.errors)")
    }
  }

  @Test("takes nothing from a run: its pages and records are there, and then it is told")
  func run() async throws {
    try await withWorld { world in
      let outcome = try await world.shell(#""$@" >/dev/full"#)
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.errors.hasSuffix(
          Self.lost + World.runWords.joined(separator: " ") + "  # what is on disk is kept\n"))
      #expect(world.page != nil && world.run != nil)
      world.forget()
      #expect(try await world.run().status == .exit(0))
      #expect(world.questions == [])
    }
  }

  @Test("is no matter where nobody reads")
  func nobody() async throws {
    try await withWorld { world in
      _ = try await world.run()
      for line in [#""$@" >&-"#, #"{ "$@"; echo $? >status; } | :"#] {
        let outcome = try await world.shell(line, ["status", "--json"])
        #expect(outcome.status == .exit(0))
        #expect(!outcome.errors.contains("stdout"), "\(outcome.errors)")
      }
      #expect(world.read("status") == "0\n")
    }
  }
}
