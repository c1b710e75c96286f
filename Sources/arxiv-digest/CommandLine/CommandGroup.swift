/// Commands that belong together, as the help shows them.
enum CommandGroup: CaseIterable {
  case make, look, change, setUp, rest

  /// What the commands are for.
  var title: String {
    switch self {
    case .make: "make a digest"
    case .look: "look"
    case .change: "change"
    case .setUp: "set up and check"
    case .rest: "the rest"
    }
  }

  /// The commands, in the order in which they are needed.
  var commands: [Command] {
    switch self {
    case .make: [.run, .fetch, .translate, .summarize, .validate, .render]
    case .look: [.plan, .status, .batches, .show, .why]
    case .change: [.redo, .batchesCancel, .edit, .hide, .pin, .adopt]
    case .setUp:
      [
        .initialize, .config, .doctor, .models, .modelsCheck, .topics, .topicsCheck, .lint,
      ]
    case .rest: [.completions, .man, .help]
    }
  }
}
