import Foundation
import Pipeline
import Records

/// What to type after a redo that has left something open, so that nothing is paid for twice.
struct RedoNext {
  /// The stage that was redone.
  let stage: Stage
  /// What is wrong with papers, over all weeks.
  let problems: [Problem]
  /// What a run would do about papers that have no usable answer.
  let outlook: Outlook
  /// True where a week was broken off, and might come to its end next time.
  let isBrokenOff: Bool
  /// How often the model was asked again about a paper.
  let repairs: Int
  /// The command that goes on where this one has stopped.
  let resumed: TypedCommand

  /// The command, and what it does; nil where nothing is left of what was to be redone.
  var line: String? {
    if !ids(.postponed).isEmpty { return resumed.line + "  # goes on where the limit was reached" }
    if isBrokenOff || !ids(.unanswered).isEmpty {
      return resumed.line + "  # goes on where this one has stopped"
    }
    let kept = ids(.kept)
    if !kept.isEmpty { return again(kept) }
    let unusable = ids(.unusable)
    guard !unusable.isEmpty else { return nil }
    // The stage by itself goes on where its repairs have stopped, and asks about all that it lacks.
    guard Set(outlook.asks).isSubset(of: unusable) else { return again(unusable) }
    return goingOn(unusable)
  }

  /// The papers with a problem, each once, in their order.
  private func ids(_ state: Problem.State) -> [ArXivID] {
    var seen: Set<ArXivID> = []
    return problems.filter { $0.state == state }.map(\.id).filter { seen.insert($0).inserted }
  }

  /// Asks about papers once more, and about no others.
  private func again(_ ids: [ArXivID]) -> String {
    let edit = resumed.turned(into: .edit, ["\(ids[0])"]).line
    guard let more = ValidationEntry.more(after: repairs) else {
      return edit + "  # opens its texts in an editor"
    }
    return resumed.redoing(stage).with(Option.id.flag, each: ids.map(\.description))
      .with(Option.repairs.flag, "\(more)").line
      + "  # asks about \(OutlookText.list(ids)) only; or write it by hand: \(edit)"
  }

  private func goingOn(_ ids: [ArXivID]) -> String {
    let asks = resumed.turned(into: stage == .translate ? .translate : .summarize)
    guard outlook.asks.isEmpty else { return asks.line + "  # asks for these papers only" }
    guard let more = ValidationEntry.more(after: outlook.mostRepairs) else { return again(ids) }
    return asks.with(Option.repairs.flag, "\(more)").line
      + "  # asks again about \(OutlookText.list(ids))"
  }
}

extension RedoNext {
  /// Looks at what one week came to.
  init?(_ report: RunReport, job: Job, resumed: TypedCommand) {
    self.init([.ended(report)], job: job, resumed: resumed)
  }

  /// Looks at what the weeks came to; nil where nothing was to be redone.
  init?(_ outcomes: [WeekOutcome], job: Job, resumed: TypedCommand) {
    guard job.redo != nil, let stage = job.stages.first(where: \.isPaid) else { return nil }
    self.init(
      stage: stage, problems: outcomes.flatMap(\.problems),
      outlook: outcomes.map(\.outlook).reduce(Outlook(), +),
      isBrokenOff: outcomes.contains(where: \.isBrokenOff), repairs: job.repairs, resumed: resumed)
  }
}

extension Outlook {
  /// How often a model was asked again about the paper that it was asked about most.
  fileprivate var mostRepairs: Int { exhausted.map(\.repairs).max() ?? 0 }
}

extension WeekOutcome {
  fileprivate var problems: [Problem] {
    if case .ended(let report) = self { report.problems } else { [] }
  }

  /// True where the same command might fare better next time.
  fileprivate var isBrokenOff: Bool {
    guard case .failed(let error) = self else { return false }
    switch error as? PipelineError {
    case .noPapers, .nothingFound, .nothingBelieved: return false
    case .fetchFailed, .nothingFetched, .stopped, nil: return true
    }
  }
}

extension TypedCommand {
  /// The same redo, for what has not been asked about since it began.
  func resuming(from moment: Date) -> TypedCommand {
    let option = Option.before.flag
    return has(option) ? self : with(option, moment.formatted(.iso8601))
  }

  /// A redo of a stage for the same weeks, which does not say yet which papers are meant.
  func redoing(_ stage: Stage) -> TypedCommand {
    let words = [Option.id, .whereOption, .before].reduce(
      turned(into: .redo, [stage.rawValue])
    ) { $0.without($1.flag) }
    return [Option.rejected, .stale, .dryRun].reduce(words) { $0.without(switch: $1.flag) }
  }
}
