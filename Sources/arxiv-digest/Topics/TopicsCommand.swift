import ArXiv
import Foundation
import JSONText
import Records

/// `arxiv-digest topics` and `topics check`: what is searched for, and what that finds on disk.
struct TopicsCommand: Subcommand {
  private let arguments: Arguments
  private let settings: Settings
  private let console: Console
  let typed: TypedCommand

  /// Takes the command; throws `UsageError` for a mistake in the configuration.
  init(_ invocation: Invocation) throws {
    arguments = invocation.arguments
    settings = try invocation.settings()
    console = invocation.console
    typed = invocation.typed
  }

  /// Does what was asked for; throws `UsageError`, or `RecordError` for papers that cannot be read.
  func run() throws -> ExitCode {
    let topics = try Configuration.topics(settings.file, path: settings.path)
    return arguments.command == .topicsCheck ? try check(topics) : list(topics)
  }

  private func list(_ topics: [Topic]) -> ExitCode {
    if arguments.has(.json) {
      console.print(json: "topics") { $0.set("topics", topics.map { $0.write }) }
    } else {
      console.printText(Self.table(topics))
    }
    console.say("next: \(typed.program) topics check")
    return .done
  }

  private static func table(_ topics: [Topic]) -> String {
    let rows = topics.map { [$0.slug, line($0.name), line($0.query)] }
    return ProfileTable.aligned([["topic", "name", "query"]] + rows)
  }

  /// White space may be line ends, which a table has no room for.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func check(_ topics: [Topic]) throws -> ExitCode {
    let path = settings.path
    let weekday = try Configuration.weekday(settings.file, path: path)
    let week = try Configuration.weeks(arguments, startingOn: weekday, now: Date())[0]
    let chosen = try Configuration.chosen(arguments, from: topics, path: path)
    let runs = Configuration.directory(arguments, .runs, default: "runs")
    let folder = RunFolder(runs: runs, week: week)
    let papers = try folder.papersInOrder()
    guard !papers.isEmpty else {
      console.say(
        "arxiv-digest: topics check: no paper is on disk for the week of \(week) "
          + "(\(folder.papers.path)); fetch first\nnext: \(next("fetch", week, arguments.values[.topic]))"
      )
      return .failed
    }
    if arguments.has(.json) {
      let checks = try chosen.map { try TopicCheck($0, papers) }
      console.print(json: "topics check") { object in
        object.set("week", week.description)
        object.set("papers", papers.count)
        object.set("topics", checks.map { $0.write })
      }
    } else {
      try tell(of: chosen, papers, in: week)
    }
    console.say(
      "checked against the \(papers.count) papers on disk for the week of \(week)\n"
        + "next: \(next("run", week, arguments.values[.topic]))")
    return .done
  }

  private func tell(of topics: [Topic], _ papers: [Paper], in week: Week) throws {
    let searchable = papers.map { SearchablePaper($0) }
    for (number, topic) in topics.enumerated() {
      let text = TopicCheckText(
        topic: topic, papers: papers, fetch: next("fetch", week, [topic.slug]))
      console.printText((number == 0 ? "" : "\n") + (try text.text(of: searchable)))
    }
  }

  /// A command on topics of the week, or on all where none is named.
  private func next(_ command: String, _ week: Week, _ slugs: [String]?) -> String {
    let topics = (slugs ?? []).flatMap { ["--topic", $0] }
    let runs = arguments[.runs].map { ["--runs", $0] } ?? []
    return TypedCommand([typed.program, command, "--week", "\(week)"] + topics + runs).line
  }
}
