import JSONText
import Pipeline
import Records

/// `arxiv-digest plan`: what a run would do, and what that would take; sends and writes nothing.
struct PlanCommand: Subcommand {
  let typed: TypedCommand
  private let configuration: Configuration
  private let console: Console
  private let isJSON: Bool
  private let isWeekTyped: Bool
  private let hand: Configuration.Hand

  /// Takes the command; throws `UsageError` or `TemplateError` for what a run would not begin with.
  init(_ invocation: Invocation) throws {
    configuration = try invocation.configuration(invocation.settings())
    hand = configuration.deal()
    console = invocation.console
    typed = invocation.typed.pinned(to: configuration.jobs.map(\.week))
    isJSON = invocation.arguments.has(.json)
    isWeekTyped = invocation.arguments.namesWeeks
  }

  func run() async throws -> ExitCode {
    for line in ShardText.lines(configuration, hand) { console.say(line) }
    let services = configuration.services(note: { _ in })
    await tellPassedOver(services)
    var forecasts: [Forecast] = []
    for job in hand.jobs {
      forecasts.append(try await Pipeline(job: job, services: services).forecast())
    }
    if isJSON {
      console.print(json: "plan") { object in
        object.set("weeks", forecasts.map { forecast in { forecast.write(to: &$0) } })
      }
    } else if !forecasts.isEmpty {
      console.printText(forecasts.map(ForecastText.table).joined(separator: "\n\n"))
      if forecasts.count > 1 { console.printText(ForecastText.sum(forecasts)) }
    }
    console.say("next: \(next(forecasts))")
    return .done
  }

  private func tellPassedOver(_ services: Services) async {
    let notes = RedoNotes(
      jobs: configuration.jobs, services: services, typed: typed, isWeekTyped: isWeekTyped)
    for line in await notes.lines() { console.tell(.note(line)) }
  }

  private func next(_ forecasts: [Forecast]) -> String {
    guard !forecasts.isEmpty else { return ShardText.nextOfNone(typed) }
    let isRedo = typed.words.first == Command.redo.rawValue
    let run =
      isRedo ? typed.without(switch: Option.dryRun.flag).line : typed.turned(into: .run).line
    guard forecasts.contains(where: \.isBlind) else {
      return run + "  # does this"
    }
    return typed.turned(into: .fetch).without("--id").line
      + "  # costs nothing; the plan is exact after it"
  }
}
