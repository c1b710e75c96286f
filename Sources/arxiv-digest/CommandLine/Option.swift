import Pipeline

/// An option with a value, as `--name VALUE` or `--name=VALUE`, or a switch that has none.
enum Option: String, CaseIterable {
  case week
  case weeks
  case recent
  case topic
  case from
  case noFetch = "no-fetch"
  case shard
  case share
  case source
  case id
  case runs
  case site
  case model
  case concurrency
  case repairs
  case lane
  case stopLoss = "stop-loss"
  case noWait = "no-wait"
  case maxCost = "max-cost"
  case maxRequests = "max-requests"
  case replay
  case record
  case yes
  case rejected
  case stale
  case whereOption = "where"
  case before
  case dryRun = "dry-run"
  case explain
  case undo
  case overwrite
  case fix
  case force
  case json
  case quiet
  case verbose
  case logFormat = "log-format"

  /// How the option is typed.
  var flag: String { "--\(rawValue)" }

  /// True where the option may be given more than once.
  var isRepeatable: Bool { self == .topic || self == .id }

  /// True where the option has no value.
  var isSwitch: Bool { placeholder.isEmpty }

  /// The option with what stands for its value, as it is shown in the help.
  var usage: String { isSwitch ? flag : "\(flag) \(placeholder)" }

  /// What stands for the value in the help; empty for a switch.
  var placeholder: String {
    switch self {
    case .week: "DATE"
    case .weeks: "A..B"
    case .source: "SOURCE"
    case .id, .explain: "ID"
    case .topic: "SLUG"
    case .from: "STAGE"
    case .shard: "I/N"
    case .share: "1/N"
    case .runs, .site, .replay, .record: "DIR"
    case .model: "PROFILE"
    case .concurrency, .repairs, .maxRequests, .recent: "N"
    case .maxCost: "USD"
    case .whereOption: "INPUT!=current"
    case .before, .stopLoss: "TIME"
    case .lane: "LANE"
    case .logFormat: "FORMAT"
    case .noFetch, .noWait, .yes, .rejected, .stale, .dryRun, .undo, .overwrite, .fix, .force,
      .json,
      .quiet, .verbose:
      ""
    }
  }

  /// What the option does, in one line of the help.
  var summary: String {
    switch self {
    case .week: "the week that contains this day, such as 2024-07-26 (default: the last full week)"
    case .weeks: "all weeks from one day to another, such as 2024-01-05..2024-03-29, oldest first"
    case .recent: "the last so many full weeks, with what was announced late"
    case .source: "where papers come from: api (default), oai, or a saved feed or metadata file"
    case .id: "a paper to add to its week, such as 2407.20021; give it again for more"
    case .topic: "a topic of digest.json; give it again for more (default: all)"
    case .from: "begin at this stage: \(Stage.allCases.map(\.rawValue).joined(separator: ", "))"
    case .noFetch: "take the papers that are on disk, and leave arXiv alone"
    case .shard: "of the weeks only one of N parts, such as 2/4; /4 in a task of an array"
    case .share: "keep to one of N parts of every limit: requests, tokens, cost, lanes"
    case .runs: "where the records are kept (default: runs)"
    case .site: "where the pages are written (default: site)"
    case .model: "the model profile of digest.json to use"
    case .concurrency: "requests to the model at the same time (default: 16)"
    case .repairs: "ask so often again about a paper whose answer was rejected (default: 2)"
    case .lane: "how models are asked: online (default), or batch, later and at half the price"
    case .stopLoss: "stop a batch after so long, such as 3h, and ask online for what is missing"
    case .noWait: "do not wait for batches; the same command fetches their answers later"
    case .maxCost: "spend no more than so many dollars on models in this run, such as 0.50"
    case .maxRequests: "send no more than so many requests to models in this run"
    case .replay: "answer from this folder instead of the network; needs no key"
    case .record: "keep every exchange with arXiv and the model in this folder"
    case .yes: "spend without asking, however much the plan says"
    case .rejected: "only papers whose answer validation withholds"
    case .stale: "only papers whose prompt, model or abstract has changed since"
    case .whereOption: "only papers whose prompt, model, abstract or version is not today's"
    case .before: "only answers older than this moment, such as 2026-11-29T13:00:00Z"
    case .undo: "take back what the command did to the paper"
    case .overwrite: "write pages over what was changed by hand on the site"
    case .force: "write over files that are there already"
    case .json: "print one JSON object instead of text"
    case .quiet: "say only what is wrong, and what to do next"
    case .verbose: "say more: every request, every wait"
    case .logFormat: "how lines on stderr are written: text (default) or json"
    case .dryRun: "say what would change, and write nothing"
    case .explain: "show this paper's texts with what is found in them, and write nothing"
    case .fix: "write what can safely be put right into the pages"
    }
  }
}

extension Option {
  /// What the option does for a command, where that is not what it does for most.
  func summary(for command: Command) -> String {
    switch (command, self) {
    case (.redo, .id): "only this paper, such as 2407.20021; give it again for more"
    case (.batches, .week), (.batchesCancel, .week):
      "only the week that contains this day (default: all)"
    case (.plan, .lane): "plan for this lane: online (default), or batch, at half the price"
    case (.plan, .replay): "plan as a run would that this folder answers"
    default: summary
    }
  }
}
