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

  /// Words, and what is said of them.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let words: [String]
    let message: String
    var testDescription: String { words.joined(separator: " ") }

    init(_ words: [String], _ message: String) {
      self.words = words
      self.message = message
    }
  }

  @Test(
    "a mistake is named, with what was probably meant",
    arguments: [
      Mistake([], "no command was given"),
      Mistake(["fecth"], "unknown command 'fecth'; did you mean 'fetch'?"),
      Mistake(["publish"], "unknown command 'publish'"),
      Mistake(["--week", "2024-07-26"], "the command comes first; '--week' is an option"),
      Mistake(["run", "--wek", "x"], "unknown option '--wek'; did you mean '--week'?"),
      Mistake(["run", "--zzzz"], "unknown option '--zzzz'"),
      Mistake(["run", "-w", "x"], "unexpected word '-w'; 'run' takes only options"),
      Mistake(["run", "2024-07-26"], "unexpected word '2024-07-26'; 'run' takes only options"),
      Mistake(["run", "--week"], "--week needs a value: --week DATE"),
      Mistake(["run", "--week="], "--week needs a value: --week DATE"),
      Mistake(["run", "--record", "--topic", "sd"], "--record needs a value: --record DIR"),
      Mistake(["--version", "x"], "'--version' stands alone; unexpected word 'x'"),
      Mistake(["run", "--week", ""], "--week needs a value: --week DATE"),
      Mistake(["run", "--week", "a", "--week", "b"], "--week is given twice"),
      Mistake(["fetch", "--model", "x"], "'fetch' takes no --model"),
      Mistake(["validate", "--from", "fetch"], "'validate' takes no --from"),
      Mistake(["help", "me"], "there is no help on 'me'"),
      Mistake(["help", "run", "fetch"], "there is no help on 'run fetch'"),
      Mistake(
        ["models", "chekc"],
        "unexpected word 'chekc'; 'models' takes only options; did you mean 'models check'?"),
      Mistake(["models", "groq"], "unexpected word 'groq'; 'models' takes only options"),
      Mistake(["models", "--week", "x"], "'models' takes no --week"),
      Mistake(
        ["topics", "chekc"],
        "unexpected word 'chekc'; 'topics' takes only options; did you mean 'topics check'?"),
      Mistake(["topics", "--week", "x"], "'topics' takes no --week"),
      Mistake(
        ["topics", "check", "sd"], "unexpected word 'sd'; 'topics check' takes only options"),
      Mistake(
        ["models", "check", "a", "b"], "unexpected word 'b'; it is: models check [PROFILE]"),
      Mistake(
        ["models", "check", ""], "unexpected word ''; it is: models check [PROFILE]"),
      Mistake(["models", "check", "--model", "a"], "'models check' takes no --model"),
      Mistake(["validate", "--dry-run=yes"], "--dry-run takes no value"),
      Mistake(["validate", "--dry-run", "--dry-run"], "--dry-run is given twice"),
      Mistake(
        ["validate", "--dry-run", "yes"], "unexpected word 'yes'; 'validate' takes only options"),
      Mistake(
        ["validate", "--dryrun"], "unknown option '--dryrun'; did you mean '--dry-run'?"),
      Mistake(["run", "--dry-run"], "'run' takes no --dry-run"),
      Mistake(["run", "--repairs"], "--repairs needs a value: --repairs N"),
      Mistake(
        ["summarize", "--repair", "1"], "unknown option '--repair'; did you mean '--repairs'?"),
      Mistake(["validate", "--repairs", "1"], "'validate' takes no --repairs"),
      Mistake(["lint", "a", "--fix", "--fix"], "--fix is given twice"),
      Mistake(["lint", "--fix=a"], "--fix takes no value"),
      Mistake(["run", "--fix"], "'run' takes no --fix"),
      Mistake(["lint", "a", ""], "unexpected word ''; it is: lint PATH…"),
      Mistake(["lint", "--topic", "sd"], "'lint' takes no --topic"),
      Mistake(["run", "--max-cost"], "--max-cost needs a value: --max-cost USD"),
      Mistake(
        ["run", "--max-costs", "1"], "unknown option '--max-costs'; did you mean '--max-cost'?"),
    ])
  func mistakes(mistake: Mistake) {
    #expect(throws: UsageError(mistake.message)) { try Arguments(mistake.words) }
  }
}
