/// `arxiv-digest man`: the manual page.
struct ManCommand: Subcommand {
  let typed: TypedCommand
  private let console: Console

  /// Takes the command.
  init(_ invocation: Invocation) {
    typed = invocation.typed
    console = invocation.console
  }

  func run() -> ExitCode {
    console.print(ManualPage.text)
    return .done
  }
}
