import ArXiv
import Foundation
import Pipeline
import Records

/// `arxiv-digest fetch --id`: adds single papers to their weeks.
struct LookUpCommand: Subcommand {
  private let configuration: Configuration
  private let ids: [ArXivID]
  private let topics: [Topic]
  private let weekday: Weekday
  private let runs: String
  private let console: Console
  let typed: TypedCommand

  /// Takes the command; throws `UsageError` for what is no identifier, and for options that make no
  /// sense beside it.
  init(_ invocation: Invocation) throws {
    let arguments = invocation.arguments
    let settings = try invocation.settings()
    let configuration = try invocation.configuration(settings)
    for option in [Option.week, .weeks, .recent] where arguments[option] != nil {
      throw UsageError(
        "--id and \(option.flag) exclude each other: a paper's week is known by itself")
    }
    ids = try ArXivID.all(typed: arguments.values[.id] ?? [], behind: Option.id.flag)
    self.configuration = configuration
    let job = configuration.jobs[0]
    topics = arguments.values[.topic] == nil ? [] : job.topics
    weekday = try Configuration.weekday(settings.file, path: settings.path)
    runs = job.folder.runs
    console = invocation.console
    typed = invocation.typed
  }

  /// Looks the papers up and tells where they went.
  func run() async throws -> ExitCode {
    let job = configuration.jobs[0]
    let (weekday, runs) = (weekday, runs)
    let services = configuration.services(note: { console.tell(.note($0)) })
    let lookUp = LookUp(
      ids: ids, topics: topics, source: services.source,
      job: { paper in
        let week = Week(containing: paper.published, startingOn: weekday)
        return job.fetching(in: RunFolder(runs: runs, week: week))
      }, tell: console.tell)
    let report = try await console.showingProgress { try await lookUp.run() }
    for problem in report.problems {
      console.say("\(problem.id): \(problem.message)", .warning, event: "paper")
    }
    console.say("next: \(next(report))")
    return report.problems.isEmpty ? .done : report.placed == 0 ? .failed : .partial
  }

  private func next(_ report: LookUp.Report) -> String {
    guard let first = report.weeks.first, let last = report.weeks.last else {
      return "\(typed.program) help fetch"
    }
    let run = typed.without("--id").without("--source").run(from: Stage.translate.rawValue)
    guard Week.from(first, through: last).count == report.weeks.count else {
      // Nobody wants all the weeks between two papers.
      let others = report.weeks.dropFirst().map(\.description).joined(separator: ", ")
      return run.pinned(to: [first]).line
        + "  # asks for the new papers only; then the same for \(others)"
    }
    return run.pinned(to: report.weeks).line + "  # asks for the new papers only"
  }
}
