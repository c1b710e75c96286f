extension Mistake {
  /// Words that a single command makes sense of, tried with the built program.
  static let ofCommands: [Mistake] = [
    .typed(["lint"], "lint: PATH is missing; it is: lint PATH…"),
    .typed(["show", "paper"], "show paper: no arXiv identifier; write it as 2407.20021"),
    .typed(["why", "2407"], "why 2407: no arXiv identifier; write it as 2407.20021"),
    .typed(["hide", "paper"], "hide paper: no arXiv identifier; write it as 2407.20021"),
    .typed(
      ["validate", "--explain", "paper"],
      "--explain paper: no arXiv identifier; write it as 2407.20021"),
    .typed(
      ["fetch", "--id", "paper"], "--id paper: no arXiv identifier; write it as 2407.20021"),
    .typed(
      ["fetch", "--id", "2407.20021", "--recent", "2"],
      "--id and --recent exclude each other: a paper's week is known by itself"),
    .typed(
      ["edit", "2407.20021"], "edit: there is no terminal for vi; name an editor in EDITOR"),
    .typed(
      ["completions", "fissh"],
      "completions fissh: no such shell; did you mean 'fish'?; known: bash, zsh, fish"),
    .typed(
      ["models", "check", "opnai"], "digest.json: no model profile 'opnai'; known: m"),
  ]

  /// Every mistake that a run is kept from by what it reads, tried within the tests.
  static let ofRuns: [Mistake] =
    ofArguments + ofOptions + ofVariables + ofKeys + ofProfiles + ofDigest + ofJSON + ofFiles
}
