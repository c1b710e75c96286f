import Foundation
import Pipeline

/// Puts into words what a run would ask, and what that would take.
enum ForecastText {
  /// All of it in one line.
  static func line(_ forecast: Forecast) -> String {
    var parts = [ReportText.number(forecast.requests, "request")]
    let repairs = forecast.repairs.expected
    if repairs >= 0.5 { parts[0] += " and about \(whole(repairs)) repairs" }
    parts.append(cost(forecast.costUSD))
    if let standIns = fallbacks(forecast) { parts.append(standIns) }
    if forecast.isInBatches {
      parts.append("in batches")
    } else if let seconds = forecast.seconds, seconds > 0 {
      parts.append("about \(time(seconds))")
    }
    return parts.joined(separator: ", ")
  }

  /// A table of the stages, and what all of it takes.
  static func table(_ forecast: Forecast) -> String {
    let headings = ["stage", "done", "missing", "failed", "waiting", "stale", "requests"]
    let rows = forecast.stages.map { stage in
      let counts = [stage.done, stage.missing, stage.failed, stage.waiting, stage.staleCount]
      return [name(of: stage.stage)] + counts.map { "\($0)" }
        + [stage.stage.isPaid ? "\(stage.requests)" : "-"]
    }
    var lines = ["week \(forecast.week): \(papers(forecast))"]
    lines.append(ProfileTable.aligned([headings] + rows, numbersFrom: 1))
    lines += forecast.paid.compactMap(stale)
    return (lines + totals(forecast)).joined(separator: "\n")
  }

  private static func name(of stage: Stage) -> String {
    switch stage {
    case .fetch: "fetch (topics)"
    case .render: "render (pages)"
    default: stage.rawValue
    }
  }

  /// What several weeks take together.
  static func sum(_ forecasts: [Forecast]) -> String {
    let weeks = ReportText.number(forecasts.count, "week")
    let blind = forecasts.count(where: \.isBlind)
    guard blind < forecasts.count else { return "\n\(weeks): \(knownLater)" }
    let requests = forecasts.map(\.requests).reduce(0, +)
    let costs = forecasts.map(\.costUSD)
    let cost = costs.contains(nil) ? nil : costs.compactMap(\.self).reduce(.exactly(0), +)
    return "\n\(weeks): \(ReportText.number(requests, "request")), \(self.cost(cost))"
      + (blind > 0 ? "; of \(blind) of them, \(knownLater)" : "")
  }

  private static let knownLater = "what models are asked is known when arXiv has been asked"

  private static func papers(_ forecast: Forecast) -> String {
    var text = "\(ReportText.number(forecast.papers, "paper")) on disk"
    if forecast.withdrawn > 0 { text += ", \(forecast.withdrawn) withdrawn" }
    guard forecast.isBeforeFetch else { return text }
    return text + "; arXiv is to be asked first"
      + (forecast.usualPapers.map { ", and usually has \($0)" } ?? "")
  }

  /// What has changed since answers were given that are kept.
  private static func stale(_ stage: StageForecast) -> String? {
    guard stage.staleCount > 0 else { return nil }
    let reasons = QuestionInput.allCases.compactMap { input in
      stage.stale[input].map { "\(input.rawValue) of \($0)" }
    }
    return "\(stage.stage.rawValue): \(stage.staleCount) stale and kept; changed since: "
      + reasons.joined(separator: ", ")
  }

  private static func totals(_ forecast: Forecast) -> [String] {
    guard !forecast.paid.isEmpty else { return ["no stage of this asks a model"] }
    guard forecast.requests > 0 else {
      return [
        forecast.isBlind
          ? knownLater
          : "no model is asked, and nothing is spent"
      ]
    }
    let repairs = forecast.repairs
    var lines = [
      "requests  \(whole(Double(forecast.requests)))"
        + (repairs.high < 0.5
          ? "" : ", and \(whole(repairs.low)) to \(whole(repairs.high)) repairs"),
      "tokens    \(range(forecast.inputTokens)) in, \(range(forecast.outputTokens)) out",
      "cost      \(cost(forecast.costUSD))",
    ]
    if let most = forecast.mostUSD {
      lines.append("at most   \(BillText.dollars(most)) for the requests without repairs")
    }
    if let standIns = fallbacks(forecast) { lines.append("fallback  \(standIns)") }
    lines.append(
      forecast.isInBatches
        ? "time      in batches: within a day, most often within an hour"
        : "time      \(forecast.seconds.map { "about \(time($0))" } ?? "not known before a first run")"
    )
    lines.append(
      "learned   "
        + (forecast.learnedFrom > 0
          ? "from \(ReportText.number(forecast.learnedFrom, "answered request")) of weeks on disk"
          : "from nothing yet: no week on disk has asked this model"))
    return lines
  }

  /// What profiles that stand in may add; nil where there are none.
  private static func fallbacks(_ forecast: Forecast) -> String? {
    guard !forecast.fallbacks.isEmpty else { return nil }
    return
      "\(forecast.fallbackUSD.map { "\(BillText.dollars($0)) more" } ?? "an unknown amount more") if "
      + "\(forecast.fallbacks.joined(separator: ", ")) had to answer all"
  }

  private static func range(_ number: Estimate) -> String {
    "\(whole(number.expected)) (\(whole(number.low)) to \(whole(number.high)))"
  }

  /// What it costs, with bounds.
  static func cost(_ cost: Estimate?) -> String {
    guard let cost else { return "cost unknown (no prices)" }
    let bounds = "\(BillText.dollars(cost.low)) to \(BillText.dollars(cost.high))"
    return "about \(BillText.dollars(cost.expected)) (\(bounds))"
  }

  /// A number of seconds as people say it, such as `40 s`, `12 min` or `3 h 5 min`.
  static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(.up), 1e9))
    if whole < 90 { return "\(whole) s" }
    let minutes = (whole + 30) / 60
    if minutes < 90 { return "\(minutes) min" }
    return "\(minutes / 60) h \(minutes % 60) min"
  }

  /// A whole number with its thousands apart, such as `12,345`.
  static func whole(_ number: Double) -> String {
    let digits = String(Int(min(max(0, number.rounded()), 1e15)))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
