import Models
import Pipeline
import Records

/// Puts into words why a run was broken off, and what to do next.
enum FailureText {
  /// The message, with the next step on its last line.
  static func text(for error: any Error, status: ExitCode, command: TypedCommand) -> String {
    let again = command.line
    switch status {
    case .usage:
      let topic = Command.named(by: command.words).map { " \($0.command.rawValue)" } ?? ""
      return "arxiv-digest: \(error)\nnext: \(command.program) help\(topic)"
    case .interrupted:
      return "arxiv-digest: interrupted; every answer that had arrived is on disk\nnext: \(again)"
    case .busy:
      return "arxiv-digest: \(error)\nnext: \(again)"
    case .done, .failed, .partial:
      let next = (error as? PipelineError)?.nextStage.map { command.run(from: $0.rawValue).line }
      return "arxiv-digest: \(error)\nnext: \(next ?? again)  # what is on disk is kept"
    }
  }
}
