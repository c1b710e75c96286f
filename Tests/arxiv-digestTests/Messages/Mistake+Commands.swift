extension Mistake {
  /// Words that a single command makes sense of, tried with the built program.
  static let ofCommands: [Mistake] = [
    .typed(["lint", "--fix"], "lint: PATH is missing; it is: lint PATH…"),
    .typed(["show", "paper"], "show paper: no arXiv identifier; write it as 2407.20021"),
    .typed(["why", "2407"], "why 2407: no arXiv identifier; write it as 2407.20021"),
    .typed(["show"], "show: ID is missing; it is: show ID"),
    .typed(["why"], "why: ID is missing; it is: why ID"),
    .typed(["hide"], "hide: ID is missing; it is: hide ID…"),
    .typed(["redo"], "redo: STAGE is missing; it is: redo STAGE"),
    .typed(
      ["why", "2407.20001", "2407.20002"], "unexpected word '2407.20002'; it is: why ID"),
    .typed(
      ["edit", "2407.20001", "2407.20002"], "unexpected word '2407.20002'; it is: edit ID"),
    .typed(["pin", "paper"], "pin paper: no arXiv identifier; write it as 2407.20021"),
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
      ["fetch", "--id", "2407.20021", "--week", "2024-07-26"],
      "--id and --week exclude each other: a paper's week is known by itself"),
    .typed(
      ["topics", "check", "--topic", "ds"], "--topic ds: no such topic in digest.json; known: sd"),
    .typed(
      ["topics", "check", "--week", "2024-13-01"],
      "--week 2024-13-01: no such day; write it as 2024-07-26"),
    .typed(["topics", "check", "--site", "x"], "'topics check' takes no --site"),
    .typed(
      ["redo", "summarise", "--stale"],
      "redo summarise: only stages that ask a model are redone; did you mean 'summarize'?; it is: "
        + "redo translate or redo summarize"),
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
    ofArguments + ofOptions + ofVariables + ofTasks + ofKeys + ofProfiles + ofDigest + ofJSON
    + ofFiles
}
