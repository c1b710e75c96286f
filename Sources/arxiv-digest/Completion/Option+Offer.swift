import Pipeline

extension Option {
  /// What a shell offers for the option's value.
  var offer: Offer {
    switch self {
    case .topic: Offer(names: .topics)
    case .model: Offer(names: .models)
    case .from: .commands(Stage.allCases.compactMap { Command(rawValue: $0.rawValue) })
    case .source:
      Offer(
        words: [
          Offer.Word(text: "api", summary: "arXiv's search"),
          Offer.Word(text: "oai", summary: "arXiv's harvesting interface"),
        ], paths: .files)
    case .runs, .site, .replay, .record: Offer(paths: .folders)
    case .whereOption: .words(QuestionInput.allCases.map { "\($0.rawValue)!=current" })
    case .logFormat: .words(["text", "json"])
    case .lane: .words(Lane.allCases.map(\.rawValue))
    case .week, .weeks, .recent, .id, .concurrency, .repairs, .maxCost, .maxRequests, .explain,
      .before, .stopLoss, .shard, .share:
      Offer()
    case .noFetch, .noWait, .yes, .rejected, .stale, .undo, .overwrite, .fix, .force, .json, .quiet,
      .verbose, .dryRun:
      Offer()
    }
  }
}

extension Command {
  /// What a shell offers behind the command: its operand, or the second word of another command.
  var offer: Offer {
    switch self {
    case .models, .topics, .batches: Offer(words: secondWords)
    case .modelsCheck: Offer(names: .models)
    case .help: .commands(Self.firstWords)
    case .lint: Offer(paths: .files)
    case .redo:
      .commands(Stage.allCases.filter(\.isPaid).compactMap { Command(rawValue: $0.rawValue) })
    case .initialize: Offer(paths: .folders)
    case .completions: .words(Shell.allCases.map(\.rawValue))
    case .run, .fetch, .translate, .summarize, .validate, .render, .topicsCheck, .plan, .status,
      .batchesCancel, .show, .why, .edit, .hide, .pin, .adopt, .config, .doctor, .man:
      Offer()
    }
  }

  /// The commands of one word, in the order of the help.
  static var firstWords: [Command] {
    CommandGroup.allCases.flatMap(\.commands).filter { !$0.hasTwoWords }
  }

  /// The commands of two words.
  static var pairs: [Command] { allCases.filter(\.hasTwoWords) }

  /// True for a command such as `models check`.
  var hasTwoWords: Bool { rawValue.contains(" ") }

  /// What makes another command of this one, such as `check` behind `models`.
  private var secondWords: [Offer.Word] {
    Self.pairs.filter { $0.rawValue.hasPrefix("\(rawValue) ") }.map { command in
      Offer.Word(
        text: String(command.rawValue.dropFirst(rawValue.count + 1)), summary: command.summary)
    }
  }

  /// The flags that the command takes, that for its help included.
  var flags: [String] { options.map(\.flag) + (self == .help ? [] : ["--help"]) }
}
