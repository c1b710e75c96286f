import Foundation
import JSONText
import Pipeline
import Records
import Validation

/// `arxiv-digest validate --explain`: one paper's texts with everything that is found in them.
///
/// Judges anew what is on disk, and writes nothing.
struct ExplainCommand: Subcommand {
  private let configuration: Configuration
  private let folders: [RunFolder]
  private let word: String
  private let id: ArXivID
  private let isJSON: Bool
  private let console: Console
  let typed: TypedCommand

  /// Takes the command; throws `UsageError` for what is no identifier.
  init(_ invocation: Invocation) throws {
    let arguments = invocation.arguments
    let settings = try invocation.settings()
    configuration = try invocation.configuration(settings)
    let word = arguments[.explain] ?? ""
    id = try ArXivID(typed: word, behind: Option.explain.flag)
    isJSON = arguments.has(.json)
    self.word = word
    folders = try PaperPlaces(arguments, settings, jobs: configuration.jobs).folders
    console = invocation.console
    typed = invocation.typed
  }

  /// Prints the explanation; throws `RecordError` for records that cannot be read.
  func run() throws -> ExitCode {
    for folder in folders {
      let papers = try folder.papersInOrder()
      guard let paper = papers.first(where: { $0.id == id }) else { continue }
      return try explain(paper, among: papers, in: folder)
    }
    console.say(
      "arxiv-digest: \(word): no week on disk has this paper\n"
        + "next: \(typed.lookingUp(id).line)")
    return .failed
  }

  /// What asks for the texts that a paper lacks.
  private func asks(about paper: Paper, in folder: RunFolder) -> TypedCommand {
    typed.without("--week").without("--weeks").without("--recent")
      .run(from: Stage.translate.rawValue).pinned(to: [folder.week])
      .choosing(paper, among: configuration.jobs[0].allTopics)
  }

  private func explain(
    _ paper: Paper, among papers: [Paper], in folder: RunFolder
  ) throws -> ExitCode {
    let titles = try folder.titles.read()
    let summaries = try folder.summaries.read()
    let edits = try folder.edits.read()
    // A hidden paper is compared with no other, and may be looked at all the same.
    let judged = papers.filter { $0.id == id || !(edits[$0.id]?.isHidden ?? false) }
    let verdicts = configuration.validator.verdicts(
      on: judged.map {
        Manuscript(
          paper: $0, title: titles[$0.id], summary: summaries[$0.id], edit: edits[$0.id])
      })
    guard let verdict = verdicts.first(where: { $0?.id == id }) ?? nil else {
      console.say(
        "arxiv-digest: \(id): a title or a summary is missing, so there is nothing to judge\n"
          + "next: \(asks(about: paper, in: folder).line)")
      return .failed
    }
    let explanation = configuration.validator.explanation(of: verdict, on: paper)
    if isJSON {
      console.print(json: "validate --explain") { object in
        object.set("week", folder.week.description)
        object.set("id", id.description)
        object.set("title", paper.title)
        object.set("status", verdict.status.rawValue)
        object.set("parts", explanation.parts.map { $0.write })
      }
    } else {
      console.printText(ExplanationText.text(of: explanation, on: paper, verdict))
    }
    return verdict.status == .accepted ? .done : .partial
  }
}
