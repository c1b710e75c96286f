import JSONText
import Pipeline
import Records

/// `arxiv-digest why`: what keeps a paper off its page, or makes it stale, and what to type.
struct WhyCommand: Subcommand {
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

  /// Prints the reasons; throws `RecordError` for records that cannot be read.
  func run() async throws -> ExitCode {
    guard let (dossier, job) = try await search.dossier() else { return .failed }
    let next = PaperNext(dossier: dossier, week: job.week, typed: typed, topics: job.allTopics).line
    if isJSON {
      console.print(json: "why") { object in
        object.set("week", job.week.description)
        dossier.standing.write(to: &object)
        object.set("pages", dossier.pages.map { $0.write })
        object.set("reasons", WhyText.lines(dossier))
      }
    } else {
      console.printText(WhyText.text(dossier))
    }
    console.say("next: \(next)")
    return .done
  }
}
