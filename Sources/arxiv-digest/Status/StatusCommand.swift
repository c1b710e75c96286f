import Foundation
import JSONText
import Pipeline
import Records

/// `arxiv-digest status`: how far the weeks on disk are, and what to do next.
///
/// Sends and writes nothing, and takes no week from a run.
struct StatusCommand: Subcommand {
  private let configuration: Configuration
  private let folders: [RunFolder]
  private let hand: Configuration.Hand
  private let isNamed: Bool
  private let isJSON: Bool
  private let console: Console
  let typed: TypedCommand

  /// Takes the command; throws `UsageError` for a mistake in the configuration.
  init(_ invocation: Invocation) throws {
    let arguments = invocation.arguments
    let settings = try invocation.settings()
    configuration = try invocation.configuration(settings)
    isNamed = [Option.week, .weeks, .recent].contains { arguments.has($0) }
    hand = configuration.deal()
    let own = hand.jobs.map(\.folder)
    let weekday = try Configuration.weekday(settings.file, path: settings.path)
    folders =
      isNamed
      ? own.reversed()
      : RunFolder.all(in: configuration.jobs[0].folder.runs, startingOn: weekday)
    isJSON = arguments.has(.json)
    console = invocation.console
    typed = invocation.typed
  }

  /// A week that was looked at.
  fileprivate struct Seen {
    let job: Job
    let result: Result<WeekStanding, RecordError>
  }

  /// Prints the weeks that can be read, and names what keeps the others from it.
  func run() async throws -> ExitCode {
    for line in ShardText.lines(configuration, hand) { console.say(line) }
    let services = configuration.services(note: { _ in })
    var seen: [Seen] = []
    for folder in folders {
      try Task.checkCancellation()
      let job = configuration.jobs[0].on(folder)
      let pipeline = Pipeline(job: job, services: services)
      do { seen.append(Seen(job: job, result: .success(try await pipeline.weekStanding()))) } catch
      {
        guard let error = error as? RecordError else { throw error }
        seen.append(Seen(job: job, result: .failure(error)))
      }
    }
    show(seen)
    let errors = seen.compactMap(\.error)
    for error in errors { console.say("arxiv-digest: \(error)") }
    console.say("next: \(next(seen))")
    return errors.isEmpty ? .done : .failed
  }

  private func show(_ seen: [Seen]) {
    if isJSON {
      console.print(json: "status") { object in
        object.set("weeks", seen.map { week in { week.write(to: &$0) } })
      }
    } else if seen.isEmpty, configuration.shard == nil {
      console.say("no week is on disk under \(configuration.jobs[0].folder.runs)/")
    } else if isNamed, seen.count == 1, case .success(let week) = seen[0].result {
      console.printText(WeekText(week: week, job: seen[0].job).text)
    } else if !seen.isEmpty {
      let table = WeekTable(rows: seen.map { ($0.job.week, try? $0.result.get()) })
      console.printText(table.text)
    }
  }

  private func next(_ seen: [Seen]) -> String {
    guard !seen.isEmpty else {
      return configuration.shard == nil
        ? typed.turned(into: .run).line : ShardText.nextOfNone(typed)
    }
    guard seen.allSatisfy({ $0.error == nil }) else { return "\(typed.line)  # when it is mended" }
    let weeks = seen.compactMap { seen in
      // Damaged weeks are told already.
      (try? seen.result.get()).map { WeekNext(week: $0, job: seen.job, typed: typed) }
    }
    guard weeks.count > 1 else { return weeks[0].line }
    guard let open = weeks.first(where: { !$0.isDone }) else {
      return "nothing: every week is as it should be"
    }
    return open.status.line + "  # says what to do"
  }
}

extension StatusCommand.Seen {
  fileprivate var error: RecordError? {
    if case .failure(let error) = result { error } else { nil }
  }

  fileprivate func write(to object: inout JSONObject) {
    object.set("week", job.week.description)
    switch result {
    case .success(let week): week.write(to: &object, topics: job.topics)
    case .failure(let error): object.set("unreadable", "\(error)")
    }
  }
}
