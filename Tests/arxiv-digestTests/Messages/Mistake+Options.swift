extension Mistake {
  /// Options with values that make no sense, and options that exclude each other.
  static let ofOptions: [Mistake] =
    ofWeeks + ofAmounts + ofPlaces + ofRedo + ofLanes + ofSharding + ofShares

  private static let ofWeeks: [Mistake] = [
    .typed(
      ["run", "--week", "2024-02-30"], "--week 2024-02-30: no such day; write it as 2024-07-26"),
    .typed(
      ["run", "--week", "2024-08-09"],
      "--week 2024-08-09: the week of 2024-08-09 has not begun yet"),
    .typed(
      ["run", "--weeks", "2024-07-26"],
      "--weeks 2024-07-26: write the first and the last day as "
        + "2024-01-05..2024-03-29"
    ),
    .typed(
      ["run", "--weeks", "..2024-07-26"],
      "--weeks ..2024-07-26: write the first and the last day as "
        + "2024-01-05..2024-03-29"
    ),
    .typed(
      ["run", "--weeks", "2024-07-26.."],
      "--weeks 2024-07-26..: write the first and the last day as "
        + "2024-01-05..2024-03-29"
    ),
    .typed(
      ["run", "--weeks", "2024-08-02..2024-07-26"],
      "--weeks 2024-08-02..2024-07-26: the first week is after the last; turn them round"
    ),
    .typed(
      ["run", "--weeks", "2024-02-31..2024-07-26"],
      "--weeks 2024-02-31: no such day; write it as 2024-07-26"
    ),
    .typed(
      ["run", "--weeks", "2024-07-26..2999-01-01"],
      "--weeks 2999-01-01: the week of 2998-12-28 has not begun yet"
    ),
    .typed(
      ["run", "--weeks", "1990-01-01..2024-07-26"],
      "--weeks 1990-01-01..2024-07-26: 1805 weeks; at most 1043 go at once"
    ),
    .typed(["run", "--weeks"], "--weeks needs a value: --weeks A..B"),
    .typed(["run", "--recent", "0"], "--recent 0: a whole number of weeks from 1 to 52 is needed"),
    .typed(
      ["run", "--recent", "53"], "--recent 53: a whole number of weeks from 1 to 52 is needed"),
    .typed(
      ["run", "--recent", "three"], "--recent three: a whole number of weeks from 1 to 52 is needed"
    ),
    .typed(
      ["run", "--week", "2999-01-01"], "--week 2999-01-01: the week of 2998-12-28 has not begun yet"
    ),
    .typed(
      ["run", "--week", "26.7.2024"], "--week 26.7.2024: no such day; write it as 2024-07-26"),
    .typed(["run", "--week", "2024-07-26", "--week", "2024-07-19"], "--week is given twice"),
    .typed(
      ["run", "--recent", "2", "--week", "2024-07-26"],
      "--week and --recent exclude each other: both say which weeks to take"
    ),
    .typed(
      ["run", "--weeks", "2024-07-19..2024-07-26", "--week", "2024-07-26"],
      "--week and --weeks exclude each other: both say which weeks to take"
    ),
    .typed(
      ["run", "--recent", "2", "--weeks", "2024-07-19..2024-07-26"],
      "--weeks and --recent exclude each other: both say which weeks to take"
    ),
    .typed(
      run + ["--topic", "ds"], "--topic ds: no such topic in digest.json; known: sd"),
  ]

  private static let ofAmounts: [Mistake] = [
    .typed(
      run + ["--from", "paint"],
      "--from paint: no such stage; the stages are fetch, translate, summarize, validate, render"),
    .typed(
      run + ["--concurrency", "0"],
      "--concurrency 0: a whole number from 1 to 1024 is needed"),
    .typed(
      run + ["--max-cost", "much"],
      "--max-cost much: an amount of US dollars is needed, such as 0.50"),
    .typed(
      run + ["--max-cost", "-1"],
      "--max-cost -1: an amount of US dollars is needed, such as 0.50"),
    .typed(
      run + ["--max-cost", "1"],
      "--max-cost: the model profile 'm' names no prices for x; add them to digest.json, or use "
        + "--max-requests"),
    .typed(
      run + ["--max-cost", "1"],
      "--max-cost: the model profile 'm' names no prices for other; add them to digest.json, or "
        + "use --max-requests", ["MODEL_API_KEY": "sk-1", "MODEL_NAME": "other"]),
    .typed(
      run + ["--max-requests", "1.5"], "--max-requests 1.5: a whole number from 0 on is needed"),
    .typed(
      run + ["--max-requests", "-1"], "--max-requests -1: a whole number from 0 on is needed"),
    .typed(
      run + ["--repairs", "11"], "--repairs 11: a whole number from 0 to 10 is needed"),
    .typed(
      ["translate", "--repairs", "-1"], "--repairs -1: a whole number from 0 to 10 is needed"),
    .typed(
      ["summarize", "--repairs", "two"], "--repairs two: a whole number from 0 to 10 is needed"),
  ]

  private static let ofPlaces: [Mistake] = [
    .typed(
      run + ["--replay", "/nowhere/at/all"],
      "--replay /nowhere/at/all: no folder with a recording; make one with --record "
        + "/nowhere/at/all"),
    .typed(
      run + ["--record", "/dev/null/x"],
      "--record /dev/null/x: nothing can be written there; choose another folder"),
    .typed(
      run + ["--replay", "/", "--record", "x"], "--replay and --record exclude each other"),
    .typed(
      run + ["--source", "oaii"],
      "--source oaii: neither api nor oai, nor a file that can be read; did you mean 'oai'?"),
    .typed(
      run + ["--source", "/nowhere/at/all"],
      "--source /nowhere/at/all: neither api nor oai, nor a file that can be read"),
    .typed(
      run + ["--log-format", "jsn"],
      "--log-format jsn: no such format; it is text or json; did you mean 'json'?"),
    .typed(
      run + ["--log-format=xml"], "--log-format xml: no such format; it is text or json"),
    .typed(run + ["--quiet", "--verbose"], "--quiet and --verbose exclude each other"),
    .typed(run + ["--model", "n"], "digest.json: no model profile 'n'; known: m"),
  ]

  private static let ofRedo: [Mistake] = [
    .typed(
      ["redo", "titles", "--stale"],
      "redo titles: only stages that ask a model are redone; it is: redo translate or redo "
        + "summarize"),
    .typed(
      ["redo", "sumarize", "--stale"],
      "redo sumarize: only stages that ask a model are redone; did you mean 'summarize'?; it is: "
        + "redo translate or redo summarize"),
    .typed(
      ["redo", "summarize"],
      "redo asks again for what is paid for already: say which papers with --id, --rejected, "
        + "--stale, --where, --topic or --before"),
    .typed(
      ["redo", "summarize", "--before", "2026-02-31T00:00:00Z"],
      "--before 2026-02-31T00:00:00Z: write the moment in UTC, such as 2026-11-29T13:00:00Z"),
    .typed(
      ["redo", "summarize", "--before", "yesterday"],
      "--before yesterday: write the moment in UTC, such as 2026-11-29T13:00:00Z"),
    .typed(
      ["redo", "summarize", "--id", "paper"],
      "--id paper: no arXiv identifier; write it as 2407.20021"),
    .typed(
      ["redo", "summarize", "--where", "prompt"],
      "--where prompt: write it as prompt!=current; before it may stand prompt, model, abstract, "
        + "version, terms"
    ),
    .typed(
      ["redo", "summarize", "--where", "promt!=current"],
      "--where promt!=current: a question has no input 'promt'; did you mean 'prompt'?; known: "
        + "prompt, model, abstract, version, terms"),
  ]
}
