import Foundation
import TestSupport
import Testing

@Suite("edit on a terminal", .timeLimit(.minutes(5)))
struct EditOnTerminalTests {
  /// Leaves a bullet in English when it is called first, and a good one from then on.
  private static let wavering = """
    if [ -e called ]; then other='観測の欠けた日に弱い'; else other='It breaks on many days'; fi
    touch called
    sed -i "s/^- \\(観測\\|It breaks\\).*/- $other/" "$1"
    """

  @Test("asks whether to go on where a text cannot be published", arguments: ["\n", "y\n"])
  func again(answer: String) async throws {
    try await withMadeWeek { world in
      try world.write(Self.wavering, to: "editor.sh")
      let program = try world.startOnTerminal(
        ["edit", "2407.20001"], environment: ["EDITOR": "sh editor.sh"])
      try await eventually("it asks") { program.screen.lines.last == "Edit again? [Y/n]" }
      program.type(answer)
      let outcome = await program.wait()
      #expect(outcome.status == .exit(0))
      #expect(
        outcome.screen.lines.contains("2407.20001: bullets by hand from now on"),
        "\(outcome.transcript)")
      #expect(world.read("runs/2024-07-26/edits.jsonl")?.contains("観測の欠けた日に弱い") == true)
    }
  }

  @Test("keeps what was written for an operator who has had enough")
  func enough() async throws {
    try await withMadeWeek { world in
      try world.write(Self.wavering, to: "editor.sh")
      let program = try world.startOnTerminal(
        ["edit", "2407.20001"], environment: ["EDITOR": "sh editor.sh"])
      try await eventually("it asks") { program.screen.lines.last == "Edit again? [Y/n]" }
      program.type("n\n")
      #expect(await program.wait().status == .exit(2))
      #expect(
        world.read("runs/2024-07-26/edit-2407.20001.txt")?.contains("It breaks on many days")
          == true)
      #expect(world.read("runs/2024-07-26/edits.jsonl") == nil)
    }
  }

  @Test("leaves Ctrl-C to the editor, and goes on when that has ended")
  func interrupted() async throws {
    try await withMadeWeek { world in
      try world.write(
        """
        trap 'echo caught' INT
        echo ready
        until read line; do :; done
        """, to: "editor.sh")
      let program = try world.startOnTerminal(
        ["edit", "2407.20001"], environment: ["EDITOR": "sh editor.sh"])
      try await eventually("the editor is there") { program.screen.lines.contains("ready") }
      program.press(.ctrlC)
      try await eventually("the editor has heard it") { program.transcript.contains("caught") }
      program.press(.enter)
      let outcome = await program.wait()
      #expect(outcome.screen.lines.last == "2407.20001: nothing was changed")
      #expect(outcome.status == .exit(0))
    }
  }
}
