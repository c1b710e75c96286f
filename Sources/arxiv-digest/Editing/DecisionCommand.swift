import Foundation
import Pipeline
import Records

/// What the commands have in common that write down what a person decides about papers.
struct DecisionCommand: Sendable {
  /// The papers that were named, each once.
  let ids: [ArXivID]
  /// Finds the weeks of the papers.
  let search: PaperPlaces
  /// Where the command talks.
  let console: Console
  private let configuration: Configuration
  private let typed: TypedCommand

  /// Takes a command; throws `UsageError` for words that are no identifier.
  init(_ invocation: Invocation) throws {
    let settings = try invocation.settings()
    configuration = try invocation.configuration(settings)
    search = try PaperPlaces(invocation.arguments, settings, jobs: configuration.jobs)
    console = invocation.console
    typed = invocation.typed
    ids = try ArXivID.all(
      typed: invocation.arguments.operands, behind: invocation.arguments.command.rawValue)
  }

  /// Takes a week to decide about its papers.
  func desk(of folder: RunFolder) throws -> EditDesk {
    try EditDesk(folder, judgedBy: configuration.validator)
  }

  /// Judges a week anew, and tells what to type for its pages.
  func judge(_ folder: RunFolder) async throws -> ExitCode {
    let job = configuration.jobs[0].on(folder, stages: [.validate])
    let pipeline = Pipeline(
      job: job, services: configuration.services(note: { _ in }), tell: tell)
    let report = try await pipeline.run()
    console.say(ReportText.line(.validate, report.stages[.validate] ?? StageReport()))
    let render = typed.turned(into: .render).without("--week").with("--week", "\(folder.week)")
      .with(Option.topic.flag, each: try slugs(of: folder))
    console.say("next: \(render.line)  # writes the pages")
    return .done
  }

  /// The topics to write pages of: those that have one, lest others come into being; none is named
  /// where all of them are meant.
  private func slugs(of folder: RunFolder) throws -> [String] {
    let written = try folder.pages.read()
    guard written["all"] == nil else { return [] }
    return configuration.jobs[0].allTopics.map(\.slug).filter { written[$0] != nil }
  }

  private func tell(_ event: RunEvent) {
    switch event {
    case .changed, .note: console.tell(event)
    default: break
    }
  }
}
