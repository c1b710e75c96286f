import Foundation
import Pipeline
import Records

/// Finds the paper that `show` and `why` are about, over all weeks on disk.
struct PaperSearch {
  private let configuration: Configuration
  private let folders: [RunFolder]
  private let isWeekNamed: Bool
  private let word: String
  private let id: ArXivID
  private let typed: TypedCommand
  private let console: Console

  /// Takes the command; throws `UsageError` for what is no identifier.
  init(_ invocation: Invocation) throws {
    let arguments = invocation.arguments
    let settings = try invocation.settings()
    configuration = try invocation.configuration(settings)
    word = arguments.operand ?? ""
    id = try ArXivID(typed: word, behind: arguments.command.rawValue)
    isWeekNamed = arguments.has(.week)
    folders = try PaperPlaces(arguments, settings, jobs: configuration.jobs).folders
    typed = invocation.typed
    console = invocation.console
  }

  /// All that is known of the paper; where no week has it, says so and returns nil.
  ///
  /// A week that cannot be read is named, and the others are looked through. Throws `RecordError` where
  /// it is the paper's own.
  func dossier() async throws -> (dossier: Dossier, job: Job)? {
    var isDamaged = false
    for folder in folders {
      try Task.checkCancellation()
      do {
        guard try folder.papers.table().contains(id) else { continue }
      } catch {
        console.say("arxiv-digest: \(error)")
        isDamaged = true
        continue
      }
      let job = configuration.jobs[0].on(folder)
      let services = configuration.services(note: { _ in })
      return try await Pipeline(job: job, services: services).dossier(on: id).map { ($0, job) }
    }
    console.say("arxiv-digest: \(word): \(absence(isDamaged))\nnext: \(next)")
    return nil
  }

  private func absence(_ isDamaged: Bool) -> String {
    if isDamaged { return "no week that can be read has this paper" }
    guard isWeekNamed else {
      return "no week on disk has this paper: no topic's query has found it, or its week was never "
        + "fetched"
    }
    return "the week of \(folders[0].week) does not have this paper"
  }

  private var next: String {
    isWeekNamed
      ? typed.without("--week").line + "  # looks through all weeks"
      : typed.turned(into: .fetch).with("--id", "\(id)").line
  }
}
