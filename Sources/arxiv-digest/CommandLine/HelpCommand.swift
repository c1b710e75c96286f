/// `arxiv-digest help`, `--help` and `--version`.
struct HelpCommand: Subcommand {
  let typed: TypedCommand
  private let arguments: Arguments
  private let console: Console

  /// Takes the command.
  init(_ invocation: Invocation) {
    typed = invocation.typed
    arguments = invocation.arguments
    console = invocation.console
  }

  func run() -> ExitCode {
    console.print(arguments.wantsVersion ? Help.version : Help.text(on: arguments.helpTopic))
    return .done
  }
}
