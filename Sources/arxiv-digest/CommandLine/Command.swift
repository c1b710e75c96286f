import Pipeline

/// What the program can be asked to do.
enum Command: String, CaseIterable {
  case run
  case fetch
  case translate
  case summarize
  case validate
  case render
  case models
  case modelsCheck = "models check"
  case topics
  case topicsCheck = "topics check"
  case lint
  case help

  /// What the command does, in one line of the help.
  var summary: String {
    switch self {
    case .run: "make the digest pages of a week: all five stages in order"
    case .fetch: "get the week's abstracts from arXiv, again if they are there already"
    case .translate: "have missing titles translated to Japanese"
    case .summarize: "have missing bullets and remarks written"
    case .validate: "judge every title, bullet and remark"
    case .render: "write the pages from what was accepted"
    case .models: "list the model profiles: what each costs, and which are in use"
    case .modelsCheck: "ask models one small question, to see whether they answer"
    case .topics: "list the topics: slug, name and query"
    case .topicsCheck: "hold the queries against a week's papers on disk, and show what matched"
    case .lint: "look pages through, ours or anyone's, for what a reader would see wrongly"
    case .help: "explain the program, or one command"
    }
  }

  /// The options that the command takes.
  var options: [Option] {
    switch self {
    case .run: Option.allCases.filter { ![.id, .dryRun, .explain, .fix].contains($0) }
    case .fetch: [.week, .weeks, .recent, .topic, .id, .source, .runs, .replay, .record]
    case .translate, .summarize:
      [
        .week, .weeks, .recent, .topic, .runs, .model, .concurrency, .repairs, .maxCost,
        .maxRequests, .replay, .record,
      ]
    case .validate: [.week, .weeks, .recent, .topic, .runs, .dryRun, .explain]
    case .render: [.week, .weeks, .recent, .topic, .runs, .site]
    case .topicsCheck: [.week, .topic, .runs]
    case .lint: [.fix]
    case .models, .modelsCheck, .topics, .help: []
    }
  }

  /// What may stand behind the command beside options; nil where nothing may.
  var operand: String? {
    switch self {
    case .modelsCheck: "PROFILE"
    case .help: "COMMAND"
    case .lint: "PATH"
    default: nil
    }
  }

  /// True where one operand or more must stand behind the command.
  var takesSeveral: Bool { self == .lint }

  /// The command, as it is shown in the help.
  var usage: String {
    rawValue + (operand.map { takesSeveral ? " \($0)…" : " [\($0)]" } ?? "")
  }

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

/// An option with a value, as `--name VALUE` or `--name=VALUE`, or a switch that has none.
enum Option: String, CaseIterable {
  case week
  case weeks
  case recent
  case topic
  case from
  case source
  case id
  case runs
  case site
  case model
  case concurrency
  case repairs
  case maxCost = "max-cost"
  case maxRequests = "max-requests"
  case replay
  case record
  case dryRun = "dry-run"
  case explain
  case fix

  /// How the option is typed.
  var flag: String { "--\(rawValue)" }

  /// True where the option may be given more than once.
  var isRepeatable: Bool { self == .topic || self == .id }

  /// True where the option has no value.
  var isSwitch: Bool { self == .dryRun || self == .fix }

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
    case .runs, .site, .replay, .record: "DIR"
    case .model: "PROFILE"
    case .concurrency, .repairs, .maxRequests, .recent: "N"
    case .maxCost: "USD"
    case .dryRun, .fix: ""
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
    case .runs: "where the records are kept (default: runs)"
    case .site: "where the pages are written (default: site)"
    case .model: "the model profile of digest.json to use"
    case .concurrency: "requests to the model at the same time (default: 16)"
    case .repairs: "ask so often again about a paper whose answer was rejected (default: 2)"
    case .maxCost: "spend no more than so many dollars on models in this run, such as 0.50"
    case .maxRequests: "send no more than so many requests to models in this run"
    case .replay: "answer from this folder instead of the network; needs no key"
    case .record: "keep every exchange with arXiv and the model in this folder"
    case .dryRun: "say what would change, and write nothing"
    case .explain: "show this paper's texts with what is found in them, and write nothing"
    case .fix: "lint only: write what can safely be put right into the pages"
    }
  }
}
