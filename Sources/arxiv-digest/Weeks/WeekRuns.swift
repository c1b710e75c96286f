import Foundation
import JSONText
import Pipeline
import Records

/// Runs the weeks of a command, the oldest first; one week's failure does not stop the others.
struct WeekRuns: Subcommand {
  /// What was typed and set.
  let configuration: Configuration
  /// Where is talked.
  let console: Console
  private let command: TypedCommand
  private let isWeekTyped: Bool
  let typed: TypedCommand
  /// Who does the work, for all weeks.
  let services: Services
  /// Asks before much is spent; nil where nobody can be asked.
  let approval: Approval?
  private let isJSON: Bool
  /// True where batches are waited for.
  let waits: Bool
  /// The weeks that are this machine's, with their papers.
  let hand: Configuration.Hand

  /// Opens the services that all weeks share.
  ///
  /// Throws `UsageError` or `TemplateError` for what has to be put right before.
  init(_ invocation: Invocation) throws {
    let began = Date()
    configuration = try invocation.configuration(invocation.settings())
    console = invocation.console
    hand = configuration.deal()
    command = invocation.typed.sharded(by: configuration.shard)
    isJSON = invocation.arguments.has(.json)
    waits = !invocation.arguments.has(.noWait)
    // Typed again on another day, the command must not mean another week.
    let pinned = command.pinned(to: configuration.jobs.map(\.week))
    // Nor must a redo ask again about what it has redone.
    typed = invocation.arguments.command == .redo ? pinned.resuming(from: began) : pinned
    isWeekTyped = invocation.arguments.namesWeeks
    services = configuration.services(note: { [console] in console.tell(.note($0)) })
    approval = Self.approval(configuration, console)
  }

  /// Asks whoever sits before the terminal; nil where nobody does, as in a job of cron's, whose bounds
  /// are those that were typed.
  private static func approval(_ configuration: Configuration, _ console: Console) -> Approval? {
    guard let limit = configuration.askAboveUSD, TerminalInput.isThere else { return nil }
    return Approval(
      aboveUSD: limit, mostUSD: configuration.jobs[0].purse.limits.maxUSD,
      ask: { try await console.answer(to: $0) })
  }

  /// Runs every week and tells how it went; throws where a single one fails, and `CancellationError`.
  func run() async throws -> ExitCode {
    for line in ShardText.lines(configuration, hand) { console.say(line) }
    guard !hand.jobs.isEmpty else {
      console.say("next: \(ShardText.nextOfNone(command))")
      return .done
    }
    await tellPassedOver()
    guard configuration.jobs.count > 1 else { return try await runOnly(configuration.jobs[0]) }
    var outcomes: [(week: Week, outcome: WeekOutcome)] = []
    for (index, job) in hand.jobs.enumerated() {
      try Task.checkCancellation()
      console.say("== week \(job.week) (\(index + 1) of \(hand.jobs.count))")
      outcomes.append((job.week, try await outcome(of: job)))
    }
    try await waitForBatches(&outcomes)
    return close(outcomes)
  }

  /// Names the papers that a redo does not ask about, although they were typed.
  private func tellPassedOver() async {
    let notes = RedoNotes(
      jobs: configuration.jobs, services: services, typed: command, isWeekTyped: isWeekTyped)
    for line in await notes.lines() { console.tell(.note(line)) }
  }

  private func runOnly(_ job: Job) async throws -> ExitCode {
    let report = try await afterBatches(try await work(on: job), job)
    tell(report, on: job)
    printJSON([(job.week, .ended(report))])
    console.say("next: \(ReportText.next(report, job: job, command: typed))")
    return ExitCode(report)
  }

  /// Runs a week.
  private func work(on job: Job) async throws -> RunReport {
    let pipeline = Pipeline(
      job: job, services: services, tell: console.tell,
      approve: { [approval] in try await approval?.agree(to: $0) })
    return try await console.showingProgress { try await pipeline.run() }
  }

  /// Tells what a week came to.
  func tell(_ report: RunReport, on job: Job) {
    for page in report.pages { console.print(page) }
    console.say(
      ReportText.closing(
        report, job: job, isReplay: configuration.traffic.isReplay, command: command))
  }

  private func outcome(of job: Job) async throws -> WeekOutcome {
    try await outcome(of: job) {
      let report = try await work(on: job)
      tell(report, on: job)
      return report
    } ?? .empty
  }

  /// What a week comes to that is worked on in some way, whatever goes wrong; nil where nobody knows.
  func outcome(
    of job: Job, _ work: () async throws -> RunReport?
  ) async throws -> WeekOutcome? {
    do {
      return try await work().map { .ended($0) }
    } catch let error as CancellationError {
      throw error
    } catch let error as Approval.Declined {
      // Who does not want one week to be paid for is not asked about the next.
      throw error
    } catch PipelineError.nothingFound(let week) {
      console.say("week \(week): no paper, and so no page")
      return .empty
    } catch {
      console.say("week \(job.week): \(error)\(FailureText.otherWays(error, command))", .error)
      return .failed(error)
    }
  }

  private func close(_ outcomes: [(week: Week, outcome: WeekOutcome)]) -> ExitCode {
    printJSON(outcomes)
    var lines = ["== \(ReportText.number(outcomes.count, "week"))"]
    lines += outcomes.map { "\($0.week): \($0.outcome.words)" }
    let statuses = Set(outcomes.map(\.outcome.status))
    let status = [ExitCode.failed, .busy, .partial].first(where: statuses.contains) ?? .done
    lines.append("next: \(next(outcomes, status))")
    console.say(lines.joined(separator: "\n"))
    return status
  }

  /// Prints what validation came to, where another program is to read it.
  private func printJSON(_ outcomes: [(week: Week, outcome: WeekOutcome)]) {
    guard isJSON else { return }
    let isRehearsal = configuration.jobs[0].isRehearsal
    console.print(json: "validate") { object in
      object.set("dryRun", isRehearsal)
      object.set("weeks", outcomes.map { week, outcome in { outcome.write(to: &$0, week) } })
    }
  }

  private func next(
    _ outcomes: [(week: Week, outcome: WeekOutcome)], _ status: ExitCode
  ) -> String {
    var asks = command.pinned(to: outcomes.map(\.week))
    if configuration.jobs[0].isRehearsal {
      return asks.without(switch: Option.dryRun.flag).line + "  # writes these verdicts"
    }
    if configuration.jobs[0].redo != nil { return nextRedo(outcomes) }
    guard status != .done else { return nextStep }
    if outcomes.contains(where: { !$0.outcome.batches.isEmpty }) {
      return asks.line + BatchText.next
    }
    let stages = configuration.jobs[0].stages
    let outlook = outcomes.map(\.outcome.outlook).reduce(Outlook(), +)
    if status == .partial, outlook.waitsForPerson,
      !outcomes.contains(where: { $0.outcome.wantsFetch })
    {
      return OutlookText.next(outlook, stages: stages, command: asks)
    }
    if outcomes.allSatisfy({ $0.outcome.wantsAdoption || $0.outcome.status == .done }) {
      return ChangedPageText.next(command: asks)
    }
    let fetches = stages.contains(.fetch)
    if !fetches, outcomes.contains(where: { $0.outcome.wantsFetch }) {
      asks = asks.run(from: Stage.fetch.rawValue)
      guard asks.words.first == Command.run.rawValue else {
        return "\(asks.line)  # in one place; then the same command again"
      }
    }
    return "\(asks.line)  # asks for what is missing only"
  }

  private func nextRedo(_ outcomes: [(week: Week, outcome: WeekOutcome)]) -> String {
    let outcomes = outcomes.map(\.outcome)
    if let next = RedoNext(outcomes, job: configuration.jobs[0], resumed: typed)?.line {
      return next
    }
    guard outcomes.contains(where: \.wantsFetch) else { return nextStep }
    return typed.turned(into: .fetch).without("--id").line + "  # asks arXiv about the weeks again"
  }

  private var nextStep: String {
    let last = configuration.jobs[0].stages.last ?? .render
    guard last == .render else {
      let isRedo = configuration.jobs[0].redo != nil
      let later = isRedo ? .validate : last.andLater.dropFirst().first ?? .render
      let weeks = configuration.jobs.map(\.week)
      return command.pinned(to: weeks).run(from: later.rawValue).line
    }
    guard configuration.shard == nil else { return ShardText.nextOfDone(command) }
    return "publish \(configuration.jobs[0].site)/; the same command again asks for nothing twice"
  }
}
