import Foundation
import TestSupport
import Testing

/// The tools that other tests rely on to run a program as an operator does.
@Suite("Running a program on a terminal", .timeLimit(.minutes(5)))
struct TerminalProgramTests {
  private let shell = Program(path: "/bin/sh")

  /// Runs a line of shell on a terminal, does something to it once it has written, and waits.
  private func run(
    _ line: String, environment: [String: String] = [:], columns: Int = 80,
    once written: String = "", _ act: (TerminalProgram) -> Void = { _ in }
  ) async throws -> TerminalProgram.Outcome {
    try await withTemporaryFolder { folder in
      let program = try shell.startOnTerminal(
        ["-c", line], environment: environment, in: folder, columns: columns)
      if !written.isEmpty {
        try await eventually("'\(written)' is written") { program.transcript.contains(written) }
      }
      act(program)
      return await program.wait()
    }
  }

  @Test("input, output and errors are the terminal, of the size that was asked for")
  func surroundings() async throws {
    let outcome = try await run(
      "for d in 0 1 2; do test -t $d && echo $d; done; stty size; echo $TERM >&2; exit 3",
      columns: 97)
    #expect(outcome.status == .exit(3))
    #expect(outcome.screen.lines == ["0", "1", "2", "24 97", "xterm"])
  }

  @Test("what is typed is read, and echoed where the program stands")
  func typed() async throws {
    let outcome = try await run("printf 'name? '; read a; echo hello $a", once: "name? ") {
      $0.type("abc\n")
    }
    #expect(outcome.screen.lines == ["name? abc", "hello abc"])
  }

  @Test("Ctrl-D ends the input, and Ctrl-C is a signal")
  func keys() async throws {
    let ended = try await run("echo go; cat; echo over", once: "go") { $0.press(.ctrlD) }
    #expect(ended.screen.lines == ["go", "over"])
    #expect(ended.status == .exit(0))
    let broken = try await run("echo go; exec cat", once: "go") { $0.press(.ctrlC) }
    #expect(broken.status == .signal(SIGINT))
  }

  @Test("a new size is told")
  func resized() async throws {
    let outcome = try await run("echo go; read a; stty size", once: "go") { program in
      program.resize(columns: 40, rows: 10)
      program.type("\n")
    }
    #expect(outcome.screen.lines == ["go", "", "10 40"])
  }

  @Test("it sees the given environment, and TERM may be another one")
  func environment() async throws {
    let outcome = try await run("echo $TERM $GIVEN", environment: ["TERM": "dumb", "GIVEN": "a"])
    #expect(outcome.transcript == "dumb a\r\n")
  }

  @Test("much output stops nothing")
  func muchOutput() async throws {
    let outcome = try await run("head -c 300000 /dev/zero | tr '\\0' x")
    #expect(outcome.transcript.utf8.count == 300_000)
    #expect(outcome.screen.wraps == 3749)
  }

  @Test("a program that does not exist is an error")
  func missing() {
    #expect(throws: (any Error).self) {
      try Program(path: "/nowhere/at/all").startOnTerminal([], in: "/")
    }
  }
}

@Suite("The screen of a terminal")
struct ScreenTests {
  @Test(
    "shows what an operator sees",
    arguments: [
      ("one\r\ntwo\r\n", ["one", "two"]), ("long line\rshort", ["shortline"]),
      ("long line\r\u{1B}[Kshort", ["short"]), ("long\u{1B}[2K\rnew", ["new"]),
      ("a\u{8}b", ["b"]), ("a\r\nb\u{1B}[Ac", ["ac", "b"]),
      ("\u{1B}[31mred\u{1B}[0m\r\n", ["red"]), ("論文\rx", ["x 文"]),
      ("か\u{3099}く", ["か\u{3099}く"]), ("a\r\nb\u{1B}[A\r\u{1B}[Jc", ["c"]),
    ])
  func shown(text: String, lines: [String]) {
    let screen = Screen(text)
    #expect(screen.lines == lines)
    #expect(screen.wraps == 0)
  }

  @Test("counts what runs over its edge, where a wide character does not fit as well")
  func wraps() {
    #expect(Screen("12345", columns: 5).wraps == 0)
    #expect(Screen("123456", columns: 5).lines == ["12345", "6"])
    #expect(Screen("1234論", columns: 5).lines == ["1234", "論"])
    #expect(Screen("1234論", columns: 5).wraps == 1)
  }
}
