import Foundation
import Pipeline
import Records

/// `arxiv-digest hide`, `pin`, and `--undo` of these and of `edit`: decisions that need no editor.
struct MarkCommand: Subcommand {
  let typed: TypedCommand
  private let decision: DecisionCommand
  private let command: Command
  private let isUndo: Bool

  /// Takes the command; throws `UsageError` for words that are no identifier.
  init(_ invocation: Invocation) throws {
    decision = try DecisionCommand(invocation)
    command = invocation.arguments.command
    isUndo = invocation.arguments.has(.undo)
    typed = invocation.typed
  }

  /// Writes all decisions down, and judges the weeks anew; one paper's trouble stops none of it.
  func run() async throws -> ExitCode {
    // Before anything is written, so that a slip of the pen changes nothing.
    let folders = try decision.ids.map { try decision.search.place(of: $0).folder }
    var weeks: [RunFolder] = []
    var failures = 0
    for (id, folder) in zip(decision.ids, folders) {
      guard try await mark(id, in: folder) else {
        failures += 1
        continue
      }
      if !weeks.contains(where: { $0.week == folder.week }) { weeks.append(folder) }
    }
    for folder in weeks { _ = try await decision.judge(folder) }
    return failures > 0 ? .failed : .done
  }

  /// Writes down what is decided about a paper, and says it; false where nothing can be decided.
  private func mark(_ id: ArXivID, in folder: RunFolder) async throws -> Bool {
    let desk = try decision.desk(of: folder)
    guard let sheet = desk.sheet(of: id) else { throw PaperPlaces.NotOnDisk(id: id) }
    let (edit, words) = choice(about: sheet, at: Date())
    if let edit { try await desk.save([edit]) }
    decision.console.say("\(id): \(words)")
    return edit != nil
  }

  private func choice(about sheet: EditSheet, at now: Date) -> (Edit?, String) {
    let isHidden = sheet.edit?.isHidden ?? false
    let edit = sheet.edit
    switch (command, isUndo) {
    case (.hide, false):
      return (
        sheet.hidden(true, at: now),
        isHidden ? "was hidden already" : "hidden: on no page, and no model is asked about it"
      )
    case (.hide, true):
      return (
        sheet.hidden(false, at: now), isHidden ? "shown again" : "was not hidden"
      )
    case (.pin, false):
      guard let edit = sheet.pinned(at: now) else {
        return (nil, "cannot be pinned: a title or a summary is missing; run the paid stages first")
      }
      return (edit, "pinned: its texts stay as they are, whatever else changes")
    case (.pin, true):
      return (
        sheet.unpinned(at: now),
        edit?.pinned.isEmpty ?? true ? "was not pinned" : "the model's texts count again"
      )
    default:
      return (
        sheet.undone(at: now),
        edit?.fields.isEmpty ?? true
          ? "there was nothing by hand" : "the model's texts count again"
      )
    }
  }
}
