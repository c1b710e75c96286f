import Pipeline
import Records

/// Puts into words what the last run of a week came to.
enum LastRunText {
  /// All of it in one line.
  static func line(_ week: WeekStanding) -> String {
    if let trouble = week.lastRunTrouble { return "\(trouble); the next run writes it anew" }
    guard let run = week.lastRun else { return "none has ended yet" }
    return "\(run.ended.minute): \(ReportText.number(run.papers, "paper")), "
      + "\(run.accepted) accepted, \(run.rejected) withheld, \(run.pending) waiting, \(cost(run))"
  }

  /// What it cost, as far as anybody knows.
  static func cost(_ run: LastRun) -> String {
    guard !run.isReplay else { return "replayed, nothing spent" }
    guard let cost = run.costUSD else { return "cost unknown" }
    guard run.unknown > 0 else { return BillText.dollars(cost) }
    let doubt = "\(ReportText.number(run.unknown, "request")) of unknown outcome"
    return cost > 0 ? "\(BillText.dollars(cost)) and \(doubt)" : doubt
  }
}
