import Foundation
import Records

/// Puts into words what was asked of models, and what that cost.
enum BillText {
  /// A line for each stage and model where there are several, and one for the whole run.
  static func lines(_ summary: RunSummary, isReplay: Bool = false) -> String {
    let bills = summary.bills
    guard bills.usage.requests > 0 else { return "model: no request, nothing spent" }
    var lines = bills.count > 1 ? bills.map(line) : []
    let words = words(
      bills.usage, failed: bills.failed, unknown: bills.unknown, cost: bills.costUSD)
    lines.append((isReplay ? "model, replayed, nothing spent now: " : "model: ") + words)
    if bills.unknown > 0 {
      lines.append("unknown: \(doubt(bills))")
    }
    let week = summary.weekBills
    if week.usage.requests > bills.usage.requests, !isReplay {
      let cost = week.costUSD.map { ", \(dollars($0))" } ?? ""
      let doubt = week.unknown > 0 ? ", \(doubt(week))" : ""
      lines.append(
        "week so far: \(ReportText.number(week.usage.requests, "request"))\(cost)\(doubt)")
    }
    return lines.joined(separator: "\n")
  }

  /// What a killed run has left in doubt.
  static func lost(_ bills: [Bill]) -> String {
    "an earlier run of this week was cut off: \(doubt(bills))"
  }

  /// An amount of US dollars, with as many digits as it takes to be seen.
  static func dollars(_ amount: Double) -> String {
    String(format: amount < 0.01 ? "$%.6f" : "$%.4f", amount)
  }

  private static func line(_ bill: Bill) -> String {
    "\(bill.stage) with \(bill.profile) (\(bill.model)): "
      + words(bill.usage, failed: bill.failed, unknown: bill.unknown, cost: bill.costUSD)
  }

  private static func words(
    _ usage: Usage, failed: Int, unknown: Int, cost: Double?
  ) -> String {
    let doubts = [failed > 0 ? "\(failed) failed" : nil, unknown > 0 ? "\(unknown) unknown" : nil]
      .compactMap(\.self)
    return ReportText.number(usage.requests, "request")
      + (doubts.isEmpty ? "" : " (\(doubts.joined(separator: ", ")))")
      + ", \(usage.inputTokens) tokens in (\(cached(usage))), "
      + "\(usage.outputTokens) out, \(cost.map(dollars) ?? "cost unknown (no prices or no count)")"
  }

  /// What came from the provider's cache, in tokens and as a share.
  private static func cached(_ usage: Usage) -> String {
    let share = usage.inputTokens > 0 ? usage.cachedTokens * 100 / usage.inputTokens : 0
    return "\(usage.cachedTokens) cached" + (share > 0 ? ", \(share)%" : "")
  }

  /// How many requests were sent of which nobody knows what became of them.
  static func doubt(_ bills: [Bill]) -> String {
    let cost = bills.unknownUSD.map { ", at most \(dollars($0)) more" } ?? ""
    return "\(ReportText.number(bills.unknown, "request")) of unknown outcome\(cost)"
  }
}
