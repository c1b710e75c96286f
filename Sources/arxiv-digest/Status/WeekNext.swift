import Pipeline
import Records

/// What to type next about one week.
struct WeekNext {
  /// How far it is.
  let week: WeekStanding
  /// What would be run.
  let job: Job
  /// What was typed.
  let typed: TypedCommand

  /// The command that was typed, for this week alone.
  var status: TypedCommand {
    typed.without("--weeks").without("--recent").without("--shard").pinned(to: [week.week])
  }

  /// The command, and what it does.
  var line: String { step ?? "nothing: all that is accepted is on its pages" }

  /// True where nothing is left to do; topics that were never fetched beside others are left out.
  var isDone: Bool { mending == nil && !isUntouched }

  /// True where no topic of the week was ever fetched.
  private var isUntouched: Bool {
    !week.unfetched.isEmpty && week.unfetched.count == job.topics.count
  }

  /// A run of the topics that were ever fetched: it does not begin with others unasked.
  private var run: TypedCommand {
    let run = status.turned(into: .run)
    let option = Option.topic.flag
    guard !week.unfetched.isEmpty, !isUntouched, !run.has(option) else { return run }
    return run.with(
      option, each: job.topics.map(\.slug).filter { !week.unfetched.contains($0) })
  }

  private var step: String? {
    if week.isUnderWay { return status.line + "  # a run is under way" }
    if let mending { return mending }
    guard isUntouched else { return nil }
    let topics =
      week.unfetched.count > 3
      ? ReportText.number(week.unfetched.count, "topic") : week.unfetched.joined(separator: ", ")
    return run.line + "  # fetches \(topics) for the first time"
  }

  /// What mends the week as far as it was fetched; nil where nothing is to be mended.
  private var mending: String? {
    let problems = week.report.problems.filter { $0.state != .withdrawn }
    if !week.report.doubts.isEmpty || !problems.isEmpty {
      return ReportText.next(week.report, job: job, command: run)
    }
    let shown = week.papers.filter { !$0.isHidden }
    if shown.contains(where: { $0.today != $0.verdict }) {
      return run.run(from: Stage.validate.rawValue).line + "  # judges the texts anew"
    }
    if let changed = week.pages.first(where: { $0.state == .changed }) {
      return status.adopting(changed, of: week.week).line
        + "  # takes what was changed into the records"
    }
    let due = week.pages.filter { $0.state == .missing || $0.state == .old }
    // Topics that were never fetched are no reason to write the page of all.
    if !due.isEmpty, week.unfetched.isEmpty || due.contains(where: { $0.slug != "all" }) {
      return run.run(from: Stage.render.rawValue).line + "  # writes the pages"
    }
    guard let stale = Stage.allCases.first(where: { week.stale(in: $0) > 0 }) else { return nil }
    return status.redoing(stale).line
      + " --stale  # has \(ReportText.number(week.stale(in: stale), "stale answer")) made anew"
  }
}
