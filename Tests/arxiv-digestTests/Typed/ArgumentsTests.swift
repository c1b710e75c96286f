import Testing

@testable import arxiv_digest

@Suite("Arguments")
struct ArgumentsTests {
  @Test("an option's value follows it or stands behind an equals sign")
  func values() throws {
    let arguments = try Arguments(
      ["run", "--week", "2024-07-26", "--topic=sd", "--topic", "fl", "--site=a=b"])
    #expect(arguments.command == .run)
    #expect(
      arguments.values
        == [.week: ["2024-07-26"], .topic: ["sd", "fl"], .site: ["a=b"]])
    #expect(arguments[.week] == "2024-07-26")
    #expect(arguments[.runs] == nil)
  }

  @Test("a switch has no value, and the word behind it is the next option")
  func switches() throws {
    let arguments = try Arguments(["validate", "--dry-run", "--week", "2024-07-26"])
    #expect(arguments.has(.dryRun) && arguments.has(.week) && !arguments.has(.topic))
    #expect(arguments.values == [.dryRun: [], .week: ["2024-07-26"]])
    #expect(try !Arguments(["validate"]).has(.dryRun))
  }

  @Test(
    "help and version need nothing else",
    arguments: [
      (["--help"], Command?.none, false), (["-h"], nil, false), (["help"], nil, false),
      (["help", "run"], .run, false), (["run", "--help"], .run, false),
      (["fetch", "--week", "2024-07-26", "-h"], .fetch, false), (["--version"], nil, true),
      (["version"], nil, true), (["help", "models"], .models, false),
      (["help", "models", "check"], .modelsCheck, false),
      (["models", "check", "--help"], .modelsCheck, false), (["models", "-h"], .models, false),
      (["help", "topics"], .topics, false), (["help", "topics", "check"], .topicsCheck, false),
    ])
  func help(words: [String], topic: Command?, version: Bool) throws {
    let arguments = try Arguments(words)
    #expect(arguments.command == .help)
    #expect(arguments.helpTopic == topic)
    #expect(arguments.wantsVersion == version)
  }

  @Test(
    "a command may have two words, and a word of its own behind them",
    arguments: [
      (["models"], Command.models, String?.none), (["models", "check"], .modelsCheck, nil),
      (["models", "check", "groq"], .modelsCheck, "groq"), (["topics"], .topics, nil),
      (["topics", "check"], .topicsCheck, nil),
    ])
  func operands(words: [String], command: Command, operand: String?) throws {
    let arguments = try Arguments(words)
    #expect(arguments.command == command)
    #expect(arguments.operand == operand)
    #expect(arguments.values == [:])
  }

  @Test("a switch stands before or behind the words of its command")
  func switchesAndWords() throws {
    for words in [
      ["lint", "--fix", "a", "b"], ["lint", "a", "--fix", "b"], ["lint", "a", "b", "--fix"],
    ] {
      let arguments = try Arguments(words)
      #expect(arguments.has(.fix))
      #expect(arguments.operands == ["a", "b"])
    }
    let without = try Arguments(["lint", "a"])
    #expect(!without.has(.fix))
    #expect(without.operands == ["a"])
  }
}
