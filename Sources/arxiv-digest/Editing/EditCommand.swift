import Foundation
import Pipeline
import Records

/// `arxiv-digest edit`: a paper's texts in the operator's editor; what is written wins from then on.
struct EditCommand: Subcommand {
  let typed: TypedCommand
  /// Ctrl-C belongs to the editor; before and after it nothing is half done.
  let isInterruptible = false
  private let decision: DecisionCommand
  private let id: ArXivID
  private let editor: Editor

  /// Takes the command; throws `UsageError` for what is no identifier, and where there is no editor.
  init(_ invocation: Invocation) throws {
    decision = try DecisionCommand(invocation)
    id = decision.ids[0]
    typed = invocation.typed
    editor = try Editor(
      ProcessInfo.processInfo.environment, isTerminal: TerminalInput.isThere)
  }

  func run() async throws -> ExitCode {
    let place = try decision.search.place(of: id)
    let console = decision.console
    let session = EditSession(
      folder: place.folder, id: id, editor: editor,
      desk: { [decision] in try decision.desk(of: place.folder) },
      ask: TerminalInput.isThere ? console.answer : nil, say: { console.say($0) })
    switch try await session.run(now: { Date() }) {
    case .unchanged:
      console.say("\(id): nothing was changed")
      return .done
    case .refused(let path):
      console.say(
        "\(id): not taken, because it could not be published; what was written is in \(path)\n"
          + "next: \(typed.line)  # goes on with it")
      return .partial
    case .taken(let fields):
      console.say(
        fields.isEmpty
          ? "\(id): the model's texts count again"
          : "\(id): \(fields.joined(separator: ", ")) by hand from now on")
      return try await decision.judge(place.folder)
    }
  }
}
