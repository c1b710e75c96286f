extension Mistake {
  /// Words that no command takes.
  static let ofArguments: [Mistake] = [
    .typed([], "no command was given"),
    .typed(["fecth"], "unknown command 'fecth'; did you mean 'fetch'?"),
    .typed(["publish"], "unknown command 'publish'"),
    .typed(["--week", "2024-07-26"], "the command comes first; '--week' is an option"),
    .typed(["run", "--wek", "x"], "unknown option '--wek'; did you mean '--week'?"),
    .typed(["run", "--zzzz"], "unknown option '--zzzz'"),
    .typed(["run", "-w", "x"], "unexpected word '-w'; 'run' takes only options"),
    .typed(["run", "2024-07-26"], "unexpected word '2024-07-26'; 'run' takes only options"),
    .typed(["run", "--week"], "--week needs a value: --week DATE"),
    .typed(["run", "--week="], "--week needs a value: --week DATE"),
    .typed(["run", "--record", "--topic", "sd"], "--record needs a value: --record DIR"),
    .typed(["--version", "x"], "'--version' stands alone; unexpected word 'x'"),
    .typed(["run", "--week", ""], "--week needs a value: --week DATE"),
    .typed(["run", "--week", "a", "--week", "b"], "--week is given twice"),
    .typed(["fetch", "--model", "x"], "'fetch' takes no --model"),
    .typed(["validate", "--from", "fetch"], "'validate' takes no --from"),
    .typed(["help", "me"], "there is no help on 'me'"),
    .typed(["help", "run", "fetch"], "there is no help on 'run fetch'"),
    .typed(
      ["models", "chekc"],
      "unexpected word 'chekc'; 'models' takes only options; did you mean 'models check'?"),
    .typed(["models", "groq"], "unexpected word 'groq'; 'models' takes only options"),
    .typed(["models", "--week", "x"], "'models' takes no --week"),
    .typed(
      ["topics", "chekc"],
      "unexpected word 'chekc'; 'topics' takes only options; did you mean 'topics check'?"),
    .typed(["topics", "--week", "x"], "'topics' takes no --week"),
    .typed(
      ["topics", "check", "sd"], "unexpected word 'sd'; 'topics check' takes only options"),
    .typed(
      ["models", "check", "a", "b"], "unexpected word 'b'; it is: models check [PROFILE]"),
    .typed(
      ["models", "check", ""], "unexpected word ''; it is: models check [PROFILE]"),
    .typed(["models", "check", "--model", "a"], "'models check' takes no --model"),
    .typed(["validate", "--dry-run=yes"], "--dry-run takes no value"),
    .typed(["validate", "--dry-run", "--dry-run"], "--dry-run is given twice"),
    .typed(
      ["validate", "--dry-run", "yes"], "unexpected word 'yes'; 'validate' takes only options"),
    .typed(
      ["validate", "--dryrun"], "unknown option '--dryrun'; did you mean '--dry-run'?"),
    .typed(["run", "--dry-run"], "'run' takes no --dry-run"),
    .typed(["run", "--repairs"], "--repairs needs a value: --repairs N"),
    .typed(
      ["summarize", "--repair", "1"], "unknown option '--repair'; did you mean '--repairs'?"),
    .typed(["validate", "--repairs", "1"], "'validate' takes no --repairs"),
    .typed(["lint", "a", "--fix", "--fix"], "--fix is given twice"),
    .typed(["lint", "--fix=a"], "--fix takes no value"),
    .typed(["run", "--fix"], "'run' takes no --fix"),
    .typed(["lint", "a", ""], "unexpected word ''; it is: lint PATH…"),
    .typed(["lint", "--topic", "sd"], "'lint' takes no --topic"),
    .typed(["run", "--max-cost"], "--max-cost needs a value: --max-cost USD"),
    .typed(
      ["run", "--max-costs", "1"], "unknown option '--max-costs'; did you mean '--max-cost'?"),
    .typed(["man", "x"], "unexpected word 'x'; 'man' takes nothing more"),
  ]
}
