import JSONText
import Pipeline
import Records

/// `arxiv-digest show`: one paper through all stages.
struct ShowCommand: Subcommand {
  private let search: PaperSearch
  private let isJSON: Bool
  private let console: Console
  let typed: TypedCommand

  /// Takes the command; throws `UsageError` for what is no identifier.
  init(_ invocation: Invocation) throws {
    search = try PaperSearch(invocation)
    isJSON = invocation.arguments.has(.json)
    console = invocation.console
    typed = invocation.typed
  }

  /// Prints all that is known; throws `RecordError` for records that cannot be read.
  func run() async throws -> ExitCode {
    guard let (dossier, job) = try await search.dossier() else { return .failed }
    if isJSON {
      console.print(json: "show") { object in
        object.set("week", job.week.description)
        dossier.write(to: &object)
      }
    } else {
      console.printText(ShowText(dossier: dossier, job: job).text)
    }
    console.say(
      "next: \(PaperNext(dossier: dossier, week: job.week, typed: typed, topics: job.allTopics).line)"
    )
    return .done
  }
}
