import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The manual page")
struct ManualPageTests {
  @Test("is printed by the built program")
  func printed() async throws {
    #expect(
      try await Program.digest.run(["man"], in: "/")
        == RunningProgram.Outcome(status: .exit(0), output: ManualPage.text + "\n"))
  }

  @Test(
    "is read by groff and mandoc without a warning",
    arguments: [
      ["groff", "-man", "-Tutf8", "-ww", "-z"], ["mandoc", "-Tlint", "-Wwarning"],
    ])
  func warnings(words: [String]) async throws {
    let program = try #require(
      Program.installed(words[0]), "\(words[0]) is missing; `make shells` installs it")
    try await withTemporaryFolder { folder in
      try Data((ManualPage.text + "\n").utf8).write(to: URL(filePath: folder + "/page.1"))
      let outcome = try await program.run(words.dropFirst() + ["page.1"], in: folder)
      #expect(outcome == RunningProgram.Outcome(status: .exit(0)))
    }
  }

  @Test("shows what roff would take for its own as it is")
  func shown() async throws {
    let mandoc = try #require(Program.installed("mandoc"), "`make shells` installs it")
    var page = Roff(title: "A-B", day: "2026-11-29", source: "a-b 1", manual: "C \"D\" E")
    page.section("NAME")
    page.paragraph(#".dot 'quote' \back ^ ~ ` "double" --flag は が"#)
    page.example([".dot", "'quote", "  indented"])
    page.item("--x", value: "A..B", "'tis")
    try await withTemporaryFolder { folder in
      try Data((page.text + "\n").utf8).write(to: URL(filePath: folder + "/page.1"))
      let outcome = try await mandoc.run(
        ["-Tutf8", "-Owidth=72", "-Wwarning", "page.1"], in: folder)
      // A letter, a backspace and the letter again stand for bold type.
      let plain = outcome.output.replacing(try Regex(".\u{8}"), with: "")
      #expect(
        plain == """
          A-B(1)                           C "D" E                          A-B(1)

          NAME
                 .dot 'quote' \\back ^ ~ ` "double" --flag は が

                     .dot
                     'quote
                       indented

                 --x A..B
                        'tis

          a-b 1                          2026-11-29                         A-B(1)

          """)
      #expect(outcome.errors == "")
    }
  }

  @Test("has every command with its options, examples, and texts")
  func complete() throws {
    for command in Command.allCases {
      let text = try #require(part(on: command), "\(command.rawValue)")
      for option in command.options {
        #expect(text.contains(".TP\n\\fB\(Roff.escaped(option.flag))\\fR"), "\(option.flag)")
      }
      for example in command.examples { #expect(text.contains(Roff.escaped(example))) }
    }
    for code in ExitCode.allCases { #expect(ManualPage.text.contains("\\fB\(code.rawValue)\\fR")) }
  }

  @Test("tells of a command what its help tells")
  func whole() {
    #expect(
      part(on: .completions) == #"""
        .SS "arxiv\-digest completions SHELL"
        Print what completes words in bash, zsh or fish.
        .PP
        Prints a script for bash, zsh or fish to stdout, made from the same
        tables as this help: the commands, their options, and the values of
        those that have fixed ones. Topics and model profiles are asked from
        digest.json while you type: \(gacompletions topics\(ga and \(gacompletions
        models\(ga print them, each with what it is behind a tab.
        .PP
        \(gamake install\(ga puts the scripts where shells look for them. By hand
        they go to these places:
        .PP
        .RS 4
        .nf
        bash  \(ti/.local/share/bash\-completion/completions/arxiv\-digest
        zsh   a folder of $fpath, as _arxiv\-digest
        fish  \(ti/.config/fish/completions/arxiv\-digest.fish
        .fi
        .RE
        .PP
        Examples:
        .PP
        .RS 4
        .nf
        source <(arxiv\-digest completions bash)
        arxiv\-digest completions fish >\(ti/.config/fish/completions/arxiv\-digest.fish
        .fi
        .RE
        """#)
  }

  @Test("explains the variables in the words of .env.example, all of them, in its order")
  func variables() throws {
    let text = try String(contentsOfFile: Fixture.root + "/.env.example", encoding: .utf8)
    var explained: [ExplainedVariable] = []
    var comment: [String] = []
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("# ") {
        comment.append(String(line.dropFirst(2)))
      } else {
        if let sign = line.firstIndex(of: "=") {
          explained.append(
            ExplainedVariable(
              name: String(line[..<sign]), summary: comment.joined(separator: " ")))
        }
        comment = []
      }
    }
    #expect(explained == ExplainedVariable.all)
    let names = Set(explained.map(\.name))
    #expect(Variable.allCases.allSatisfy { names.contains($0.rawValue) })
  }

  /// The part of the page on a command.
  private func part(on command: Command) -> String? {
    let start = ".SS \"\(Roff.escaped("arxiv-digest \(command.synopsis)"))\"\n"
    guard let range = ManualPage.text.firstRange(of: start) else { return nil }
    let rest = ManualPage.text[range.upperBound...]
    let end = rest.firstRange(of: "\n.S")?.lowerBound ?? rest.endIndex
    return start + rest[..<end]
  }
}
