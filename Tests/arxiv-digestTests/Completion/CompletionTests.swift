import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("Completion of words")
struct CompletionTests {
  /// What is typed, and what every shell offers then.
  private static let lines: [(typed: String, offers: Set<String>)] = [
    ("", Set(Command.firstWords.map(\.rawValue))), ("re", ["render", "redo"]),
    ("--v", ["--version"]), ("run --fr", ["--from"]),
    ("run --from ", ["fetch", "translate", "summarize", "validate", "render"]),
    ("run --from=re", ["render"]), ("run --from=", Set(["fetch", "render"] + paid + ["validate"])),
    ("run --topic s", ["sd", "ssi"]), ("run --topic=z", ["zkp"]), ("run --topic nothing", []),
    ("run --model oll", ["ollama"]), ("run --week 2024-07-26 --we", ["--weeks"]),
    ("run --topic sd --top", ["--topic"]), ("run --week ", []), ("run --recent ", []),
    ("plan --rep", ["--repairs", "--replay"]), ("plan --fr", ["--from"]),
    ("fetch --log-format ", ["text", "json"]), ("models ", ["check"]), ("topics c", ["check"]),
    ("models check vl", ["vllm"]), ("topics check --j", ["--json"]), ("redo ", Set(paid)),
    ("redo --recent 4 ", Set(paid)),
    ("redo summarize --re", ["--recent", "--rejected", "--repairs", "--replay", "--record"]),
    ("completions ", ["bash", "zsh", "fish"]),
    ("help m", ["models", "man"]), ("lint --f", ["--fix"]), ("nothing ", []),
  ]
  private static let paid = ["translate", "summarize"]

  @Test("offers what can stand there, in every shell", arguments: Shell.allCases)
  func table(_ shell: Shell) async throws {
    try await withTemporaryFolder { home in
      let shell = try await TypingShell(shell, home: home)
      for (typed, offers) in Self.lines {
        #expect(try await shell.offers(typed) == offers, "\(shell.shell): '\(typed)'")
      }
    }
  }

  @Test("offers each command all of its options and no others", arguments: Shell.allCases)
  func options(_ shell: Shell) async throws {
    try await withTemporaryFolder { home in
      let shell = try await TypingShell(shell, home: home)
      for command in Command.allCases {
        let offers = try await shell.offers("\(command.rawValue) --")
        #expect(offers == Set(command.flags), "\(shell.shell): \(command.rawValue)")
      }
    }
  }

  @Test("offers files and folders as the shell itself does", arguments: Shell.allCases)
  func paths(_ shell: Shell) async throws {
    try await withTemporaryFolder { home in
      let folder = home + "/work"
      for path in ["a folder", "another"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(path)", withIntermediateDirectories: true)
      }
      try Data().write(to: URL(filePath: folder + "/a page.md"))
      let shell = try await TypingShell(shell, home: home)
      let folders = try await shell.offers("run --runs a", in: folder)
      let files = try await shell.offers("lint a", in: folder)
      switch shell.shell {
      case .bash: #expect((folders, files) == (["compopt -o dirnames"], ["compopt -o default"]))
      case .zsh:
        #expect(
          (folders, files) == (
            ["a\\ folder", "another"], ["a\\ folder", "another", "a\\ page.md"]
          ))
      case .fish:
        #expect(
          (folders, files)
            == (["a folder/", "another/"], ["a folder/", "another/", "a page.md"]))
      }
    }
  }

  @Test(
    "offers what an answer's input is called, and files beside words", arguments: Shell.allCases)
  func mixed(_ shell: Shell) async throws {
    try await withTemporaryFolder { home in
      try Data().write(to: URL(filePath: home + "/feed.xml"))
      let shell = try await TypingShell(shell, home: home)
      let inputs = try await shell.offers("redo summarize --where pr", in: home)
      #expect(inputs == [shell.shell == .zsh ? #"prompt\!=current"# : "prompt!=current"])
      let sources = try await shell.offers("run --source ", in: home)
      let files: Set<String> =
        shell.shell == .bash ? ["compopt -o default"] : ["_arxiv-digest", "feed.xml"]
      #expect(sources == files.union(["api", "oai"]))
    }
  }

  @Test("tells in fish what each word means")
  func meanings() async throws {
    try await withTemporaryFolder { home in
      let shell = try await TypingShell(.fish, home: home)
      for (typed, rows) in [
        ("wh", ["why\t\(Command.why.summary)"]),
        ("redo --id", ["--id\t\(Option.id.summary(for: .redo))"]),
        ("run --topic sd", ["sd\t合成データ"]),
        ("run --from v", ["validate\t\(Command.validate.summary)"]),
      ] {
        #expect(try await shell.rows(typed, in: Fixture.root) == rows)
      }
    }
  }

  @Test("never runs or breaks what digest.json names", arguments: Shell.allCases)
  func hostile(_ shell: Shell) async throws {
    try await withTemporaryFolder { home in
      let models = [
        "$(touch pwned)", "`touch pwned`", "a b", "x;y", "tab\\there", "line\\nend", "",
      ]
      .map { "\"\($0)\":{\"kind\":\"ollama\",\"model\":\"m\\n$(touch pwned)\",\"baseURL\":\"x\"}" }
      try Data(
        """
        {"topics":[],"models":{\(models.joined(separator: ","))},
         "use":{"translate":"m","summarize":"m"}}
        """.utf8
      ).write(to: URL(filePath: home + "/digest.json"))
      let shell = try await TypingShell(shell, home: home)
      let offers = try await shell.offers("run --model ", in: home)
      // Fish quotes a word when it is taken, the others when it is offered.
      let quoted: Set<String> =
        shell.shell == .fish
        ? ["$(touch pwned)", "`touch pwned`", "a b", "x;y"]
        : [#"\$\(touch\ pwned\)"#, #"\`touch\ pwned\`"#, #"a\ b"#, #"x\;y"#]
      #expect(offers == quoted)
      #expect(!FileManager.default.fileExists(atPath: home + "/pwned"))
    }
  }

  @Test(
    "offers no names where there is no digest.json, and says nothing", arguments: Shell.allCases)
  func nowhere(_ shell: Shell) async throws {
    try await withTemporaryFolder { home in
      let shell = try await TypingShell(shell, home: home)
      #expect(try await shell.offers("run --topic ", in: home) == [])
    }
  }

  @Test("comes as a script that the shell reads without complaint", arguments: Shell.allCases)
  func syntax(_ shell: Shell) async throws {
    try await withTemporaryFolder { home in
      let shell = try await TypingShell(shell, home: home)
      #expect(
        try await shell.run(["-n", shell.script], home) == RunningProgram.Outcome(status: .exit(0)))
    }
  }

  @Test("prints names for the scripts, and names the shell that was probably meant")
  func words() async throws {
    let topics = try await Program.digest.run(["completions", "topics"], in: Fixture.root)
    #expect(topics.output.hasPrefix("fl\t連合学習\nsd\t合成データ\n"))
    let models = try await Program.digest.run(["completions", "models"], in: Fixture.root)
    #expect(models.output.hasPrefix("anthropic\tclaude-haiku-5-5\nazure\tgpt-6-luna\n"))
    let unknown = try await Program.digest.run(["completions", "bsh"], in: "/")
      .replacing(Program.digest.path, with: "arxiv-digest")
    #expect(
      unknown
        == RunningProgram.Outcome(
          status: .exit(64),
          errors: """
            arxiv-digest: completions bsh: no such shell; did you mean 'bash'?; known: bash, zsh, fish
            next: arxiv-digest help completions

            """))
  }
}
