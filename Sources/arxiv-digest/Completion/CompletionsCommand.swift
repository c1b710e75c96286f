/// `arxiv-digest completions`: what completes words in a shell, and the names that it asks for.
struct CompletionsCommand: Subcommand {
  let typed: TypedCommand
  private let wanted: Wanted
  private let console: Console

  private enum Wanted {
    case script(Shell)
    case names(DigestNames)
  }

  /// Takes the command; throws `UsageError` for a shell that is not known.
  init(_ invocation: Invocation) throws(UsageError) {
    typed = invocation.typed
    console = invocation.console
    let word = invocation.arguments.operand ?? ""
    if let shell = Shell(rawValue: word) {
      wanted = .script(shell)
    } else if let names = DigestNames(rawValue: word) {
      wanted = .names(names)
    } else {
      let known = Shell.allCases.map(\.rawValue)
      throw UsageError(
        "completions \(word): no such shell\(nearest(word, known)); "
          + "known: \(known.joined(separator: ", "))")
    }
  }

  /// Prints what is wanted; throws `UsageError` for a `digest.json` that cannot be read.
  func run() throws -> ExitCode {
    switch wanted {
    case .script(let shell): console.print(shell.script)
    case .names(let names):
      for line in try names.lines(.standard()) { console.print(line) }
    }
    return .done
  }
}
