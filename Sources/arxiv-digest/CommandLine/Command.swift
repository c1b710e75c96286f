import Pipeline

/// What the program can be asked to do.
enum Command: String, CaseIterable {
  case run
  case fetch
  case translate
  case summarize
  case validate
  case render
  case batches
  case batchesCancel = "batches cancel"
  case models
  case modelsCheck = "models check"
  case topics
  case topicsCheck = "topics check"
  case plan
  case status
  case show
  case why
  case redo
  case edit
  case hide
  case pin
  case adopt
  case lint
  case initialize = "init"
  case config
  case doctor
  case completions
  case man
  case help

  /// What the command does, in one line of the help.
  var summary: String {
    switch self {
    case .run: "make a week's digest pages: all five stages in order"
    case .fetch: "get the week's abstracts from arXiv, or get them again"
    case .translate: "have missing titles translated to Japanese"
    case .summarize: "have missing bullets and remarks written"
    case .validate: "judge every title, bullet and remark"
    case .render: "write the pages from what was accepted"
    case .batches: "list the batches of all weeks: state, age, counts, cost"
    case .batchesCancel: "have a provider stop a batch; what it has answered stays"
    case .models: "list the model profiles, and what a paper costs"
    case .modelsCheck: "ask models one small question, to see if they answer"
    case .topics: "list the topics: slug, name and query"
    case .topicsCheck: "hold the queries against a week's papers on disk"
    case .plan: "say what a run would do and cost, and send nothing"
    case .status: "show how far the weeks are, and what to do next"
    case .show: "show one paper through all stages, and what it cost"
    case .why: "say why a paper is stale, withheld or missing"
    case .redo: "have answers of a paid stage made anew"
    case .edit: "write a paper's texts by hand; they win over a model's"
    case .hide: "keep papers off the pages, and ask no model about them"
    case .pin: "keep papers' texts as they are, whatever else changes"
    case .adopt: "take what was changed by hand on a page into records"
    case .initialize: "write a commented digest.json, .env and the prompts"
    case .config: "show every setting and where it comes from"
    case .doctor: "look whether everything that a run needs is there"
    case .completions: "print what completes words in bash, zsh or fish"
    case .man: "print the manual page"
    case .lint: "look pages through for what a reader would see wrongly"
    case .help: "explain the program, or one command"
    }
  }

  /// The options that the command takes.
  var options: [Option] {
    let weeks: [Option] = [.week, .weeks, .recent]
    let talk: [Option] = [.quiet, .verbose, .logFormat]
    return switch self {
    case .run:
      weeks + [
        .topic, .from, .noFetch, .shard, .share, .source, .runs, .site, .model, .concurrency,
      ]
        + [.repairs, .lane, .stopLoss, .noWait, .maxCost, .maxRequests, .yes, .overwrite, .replay]
        + [.record] + talk
    case .fetch: weeks + [.topic, .id, .source, .runs, .replay, .record] + talk
    case .translate, .summarize:
      weeks + [.topic, .shard, .share, .runs, .model, .concurrency, .repairs, .lane, .stopLoss]
        + [.noWait, .maxCost, .maxRequests, .yes, .replay, .record] + talk
    case .validate: weeks + [.topic, .runs, .dryRun, .explain, .json] + talk
    case .render: weeks + [.topic, .runs, .site, .overwrite] + talk
    case .plan:
      weeks + [
        .topic, .from, .noFetch, .shard, .share, .source, .runs, .site, .model, .concurrency,
        .repairs, .lane, .replay, .json,
      ]
    case .status: weeks + [.topic, .shard, .runs, .site, .json]
    case .batches: weeks + [.runs, .json]
    case .batchesCancel: weeks + [.runs]
    case .show, .why: [.week, .runs, .site, .model, .json]
    case .redo:
      weeks + [.topic, .id, .rejected, .stale, .whereOption, .before, .share, .runs, .model]
        + [.concurrency, .repairs, .maxCost, .maxRequests, .dryRun, .yes, .replay, .record] + talk
    case .edit: [.week, .runs, .undo]
    case .hide, .pin: [.week, .runs, .undo]
    case .adopt: [.week, .topic, .runs, .site, .dryRun]
    case .topicsCheck: [.week, .topic, .runs, .json]
    case .lint: [.fix, .json]
    case .initialize: [.force]
    case .config, .doctor, .models, .topics: [.json]
    case .modelsCheck, .completions, .man, .help: []
    }
  }

  /// What may stand behind the command beside options; nil where nothing may.
  var operand: String? {
    switch self {
    case .modelsCheck: "PROFILE"
    case .batchesCancel: "BATCH"
    case .help: "COMMAND"
    case .lint: "PATH"
    case .show, .why, .edit, .hide, .pin: "ID"
    case .redo: "STAGE"
    case .initialize: "DIR"
    case .completions: "SHELL"
    default: nil
    }
  }

  /// True where one operand or more must stand behind the command.
  var takesSeveral: Bool { [.lint, .hide, .pin].contains(self) }

  /// True where the command makes no sense without its operand.
  var needsOperand: Bool {
    takesSeveral || [.show, .why, .edit, .redo, .completions, .batchesCancel].contains(self)
  }

  /// The command, as it is shown in the help.
  var usage: String {
    rawValue
      + (operand.map { takesSeveral ? " \($0)…" : needsOperand ? " \($0)" : " [\($0)]" } ?? "")
  }

  /// The command with all that may stand behind it.
  var synopsis: String { usage + (options.isEmpty ? "" : " [options]") }

  /// The command that words begin with, and the words behind it; nil where they begin with none.
  ///
  /// A command may have two words; the longer one counts.
  static func named(by words: some Collection<String>) -> (command: Command, rest: [String])? {
    for count in [2, 1] where words.count >= count {
      let name = words.prefix(count).joined(separator: " ")
      if let command = Command(rawValue: name) { return (command, Array(words.dropFirst(count))) }
    }
    return nil
  }

  /// The one stage that the command stands for; nil for the others.
  var stage: Stage? { Stage(rawValue: rawValue) }
}
