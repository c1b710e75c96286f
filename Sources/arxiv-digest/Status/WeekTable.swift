import Pipeline
import Records

/// Puts several weeks into a table, a line for each.
struct WeekTable {
  /// The weeks; nil where one cannot be read.
  let rows: [(week: Week, standing: WeekStanding?)]

  /// The table, at most 80 columns wide.
  var text: String {
    let headings = [
      "week", "papers", "accepted", "withheld", "waiting", "stale", "cost", "last run",
    ]
    return ProfileTable.aligned([headings] + rows.map(Self.cells), numbersFrom: 1)
  }

  private static func cells(_ week: Week, _ standing: WeekStanding?) -> [String] {
    guard let standing else {
      return ["\(week)"] + Array(repeating: "?", count: 6) + ["unreadable"]
    }
    let counts = standing.counts
    return [
      "\(week)", "\(counts.papers)", "\(counts.accepted)", "\(counts.withheld)",
      "\(counts.waiting)", "\(counts.stale)", cost(standing.bills),
      standing.isUnderWay
        ? "now" : standing.lastRunTrouble != nil ? "?" : standing.lastRun?.ended.day ?? "-",
    ]
  }

  private static func cost(_ bills: [Bill]) -> String {
    guard bills.usage.requests > 0 else { return "-" }
    return bills.costUSD.map(BillText.dollars) ?? "unknown"
  }
}
