import ArXiv
import HTTP
import Models
import Pipeline
import Records

/// Puts into words why a run was broken off, and what to do next.
enum FailureText {
  /// The message, with the next step on its last line.
  static func text(for error: any Error, status: ExitCode, command: TypedCommand) -> String {
    let again = command.line
    switch status {
    case .usage where isInSettings(error, command):
      return "arxiv-digest: \(error)\nnext: \(again)  # once that is mended"
    case .usage:
      let topic = Command.named(by: command.words).map { " \($0.command.rawValue)" } ?? ""
      return "arxiv-digest: \(error)\nnext: \(command.program) help\(topic)"
    case .interrupted:
      return "arxiv-digest: interrupted; \(left(by: command))\nnext: \(again)"
    case .busy:
      return "arxiv-digest: \(error)\nnext: \(again)"
    case .failed where error is PaperPlaces.NotOnDisk:
      let next = (error as? PaperPlaces.NotOnDisk).map { command.lookingUp($0.id).line }
      return "arxiv-digest: \(error); nothing was changed\nnext: \(next ?? again)"
    case .failed where error is CancelCommand.NoBatch:
      return "arxiv-digest: \(error)\nnext: \(command.turned(into: .batches).line)"
    case .failed where error is Approval.Declined:
      return "arxiv-digest: \(error)\nnext: \(again) --yes  # goes on without asking"
    case .done, .failed, .partial:
      let next = (error as? PipelineError)?.nextStage.map { command.run(from: $0.rawValue).line }
      return "arxiv-digest: \(error)\(otherWays(error, command))\(inquiry(error, command))"
        + "\nnext: \(next ?? again)"
        + "  # what is on disk is kept"
    }
  }

  /// The command that finds out what to do about a server that ended the run.
  private static func inquiry(_ error: any Error, _ command: TypedCommand) -> String {
    let check: TypedCommand
    switch error {
    case PipelineError.stopped(_, _, _, let cause)
    where cause is ModelError || (cause as? HTTPError)?.isOnTheWay == true:
      // What is not understood was not run, so that the profile that was typed is found.
      let model = (try? Arguments(command.words))?[.model]
      check = command.turned(into: .modelsCheck, [model].compactMap(\.self))
    case PipelineError.fetchFailed(let source as SourceError, _)
    where (source.cause as? HTTPError)?.isOnTheWay == true:
      check = command.turned(into: .doctor)
    default: return ""
    }
    return "\nTo find out what to do: \(check.line)"
  }

  /// True for a mistake in a file or a variable, which no help on the command would mend.
  ///
  /// Messages begin with the place, and quote a word of the command that is wrong.
  private static func isInSettings(_ error: any Error, _ command: TypedCommand) -> Bool {
    guard let error = error as? UsageError else { return true }
    let message = error.description
    guard !command.words.contains(where: { message.contains("'\($0)'") }) else { return false }
    let place = /(?:[^\s:]*\.(?:json|env|md)|[A-Z][A-Z0-9]*_[A-Z0-9_]+)(?::|\s)/
    return message.prefixMatch(of: place) != nil
  }

  /// What an interrupted command has left behind.
  private static func left(by command: TypedCommand) -> String {
    let asking: [Command] = [.run, .translate, .summarize, .redo]
    return Command.named(by: command.words).map { asking.contains($0.command) } ?? false
      ? "every answer that had arrived is on disk" : "no file is left half written"
  }

  /// What can be done meanwhile where arXiv refuses: its other interface has often answered when the
  /// search did not, and what is on disk can be published.
  static func otherWays(_ error: any Error, _ command: TypedCommand) -> String {
    guard case PipelineError.fetchFailed(let cause as SourceError, let onDisk) = error,
      cause.isRefusal
    else { return "" }
    let other = command.with("--source", "oai")
    var text = ""
    if other != command {
      text += "\nThe same papers can be had from arXiv's harvesting interface: \(other.line)"
    }
    if onDisk > 0, command.words.first == Command.run.rawValue {
      text +=
        "\nThe \(ReportText.number(onDisk, "paper")) on disk can be made into pages meanwhile: "
        + command.run(from: Stage.translate.rawValue).line
    }
    return text
  }
}

extension HTTPError {
  /// True where the way to a server is to blame.
  fileprivate var isOnTheWay: Bool {
    switch self {
    case .nameNotFound, .unreachable, .timedOut, .tlsFailed: true
    default: false
    }
  }
}
