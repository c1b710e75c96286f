import Foundation

/// One call of the program: what was typed, and where it talks.
struct Invocation {
  /// What was typed, made sense of.
  let arguments: Arguments
  /// What was typed, word by word.
  let typed: TypedCommand
  /// Where the command talks.
  let console: Console

  /// `digest.json`, the environment and `.env`; throws `UsageError` with the place of a mistake.
  func settings() throws -> Settings {
    try Settings(
      places: .standard(), environment: ProcessInfo.processInfo.environment, dotEnv: ".env")
  }

  /// Everything that a run needs; throws `UsageError` or `TemplateError`.
  func configuration(_ settings: Settings) throws -> Configuration {
    try Configuration(arguments, settings, now: Date())
  }

  /// The command, ready to run; throws `UsageError` where what it needs is missing or wrong.
  func subcommand() throws -> any Subcommand {
    let arguments = arguments
    if ![.help, .man, .completions].contains(arguments.command) { try GoneFolder.check() }
    if arguments.command.needsOperand, arguments.operand == nil {
      throw UsageError(
        "\(arguments.command.rawValue): \(arguments.command.operand ?? "") is missing; it is: \(arguments.command.usage)"
      )
    }
    return switch arguments.command {
    case .fetch where arguments.has(.id): try LookUpCommand(self)
    case .validate where arguments.has(.explain): try ExplainCommand(self)
    case .redo where arguments.has(.dryRun): try PlanCommand(self)
    case .run, .fetch, .translate, .summarize, .redo, .validate, .render: try WeekRuns(self)
    case .models, .modelsCheck: try ModelsCommand(self)
    case .topics, .topicsCheck: try TopicsCommand(self)
    case .lint: try LintCommand(self)
    case .plan: try PlanCommand(self)
    case .status: try StatusCommand(self)
    case .batches: try BatchesCommand(self)
    case .batchesCancel: try CancelCommand(self)
    case .show: try ShowCommand(self)
    case .why: try WhyCommand(self)
    case .edit where !arguments.has(.undo): try EditCommand(self)
    case .edit, .hide, .pin: try MarkCommand(self)
    case .adopt: try AdoptCommand(self)
    case .initialize: try InitCommand(self)
    case .config: try ConfigCommand(self)
    case .doctor: DoctorCommand(self)
    case .completions: try CompletionsCommand(self)
    case .man: ManCommand(self)
    case .help: HelpCommand(self)
    }
  }
}

/// A command, ready to run.
protocol Subcommand: Sendable {
  /// The command to type again: as it was typed, or with what must not mean something else tomorrow.
  var typed: TypedCommand { get }

  /// True where Ctrl-C ends the command in order; false where it leaves that to another program.
  var isInterruptible: Bool { get }

  /// Does what was asked for; throws what stopped it.
  func run() async throws -> ExitCode
}

extension Subcommand {
  var isInterruptible: Bool { true }
}
