import Pipeline
import Records

/// Puts one week into words: a table of its topics, and what else is to be known.
struct WeekText {
  /// The week.
  let week: WeekStanding
  /// The topics that are asked for.
  let job: Job

  /// All of it, at most 80 columns wide.
  var text: String {
    var lines = ["week \(week.week) to \(week.week.lastDay)"]
    if week.isUnderWay { lines.append("a run is under way; this is what is on disk") }
    lines += [topics, ""] + facts
    lines += unpublished
    return lines.joined(separator: "\n")
  }

  private static let width = 80

  private var topics: String {
    var rows = job.topics.map { topic in
      ("\(topic.slug) \(topic.name)", week.counts(of: topic), week.page(topic.slug))
    }
    if rows.count > 1 { rows.append(("all", week.counts, week.page("all"))) }
    let isAnyHidden = rows.contains { $0.1.hidden > 0 }
    let headings = ["papers", "title", "text", "accepted", "withheld", "waiting"]
    let hidden = isAnyHidden ? ["hidden"] : []
    let cells =
      [headings + hidden + ["page"]]
      + rows.map { _, counts, page in
        Self.cells(counts) + (isAnyHidden ? ["\(counts.hidden)"] : []) + [Self.word(page?.state)]
      }
    let widths = cells[0].indices.map { column in cells.map { $0[column].columns }.max() ?? 0 }
    let room = Self.width - widths.reduce(0) { $0 + $1 + 2 }
    let names = ["topic"] + rows.map { $0.0.fitted(columns: room) }
    return ProfileTable.aligned(zip(names, cells).map { [$0] + $1 }, numbersFrom: 1)
  }

  private static func cells(_ counts: PaperCounts) -> [String] {
    [
      counts.papers, counts.titled, counts.summarized, counts.accepted, counts.withheld,
      counts.waiting,
    ].map { "\($0)" }
  }

  private static func word(_ state: SitePage.State?) -> String {
    switch state {
    case .current: "written"
    case .old: "old"
    case .changed: "by hand"
    case .missing: "missing"
    case .empty, nil: "-"
    }
  }

  private var facts: [String] {
    var facts: [(String, String)] = []
    let stale = Stage.allCases.filter(\.isPaid).map { ($0, week.stale(in: $0)) }.filter { $1 > 0 }
    for (stage, count) in stale {
      facts.append(
        ("stale", "\(ReportText.number(count, "answer")) of \(stage.rawValue), kept"))
    }
    for bill in week.bills { facts.append(("cost", Self.words(on: bill))) }
    if week.bills.isEmpty { facts.append(("cost", "no model was asked, nothing spent")) }
    if week.bills.count > 1 {
      facts.append(("cost", "\(week.bills.costUSD.map(BillText.dollars) ?? "unknown") in all"))
    }
    if week.bills.unknown > 0 { facts.append(("unknown", BillText.doubt(week.bills))) }
    facts.append(("last run", LastRunText.line(week)))
    if !week.unfetched.isEmpty {
      facts.append(("not fetched", week.unfetched.joined(separator: ", ")))
    }
    facts += week.report.doubts.map { ("DOUBTFUL", $0) }
    facts += week.pages.filter { $0.state == .changed }.map {
      ("by hand", "\($0.path) was changed")
    }
    return facts.map { name, fact in
      name + String(repeating: " ", count: 13 - name.count)
        + fact.filled(columns: Self.width, indent: 13)
    }
  }

  private static func words(on bill: Bill) -> String {
    "\(bill.costUSD.map(BillText.dollars) ?? "unknown") for \(bill.stage): "
      + "\(ReportText.number(bill.usage.requests, "request")) to \(bill.profile) (\(bill.model))"
      + (bill.failed > 0 ? ", \(bill.failed) failed" : "")
  }

  /// So many papers are named that are not published.
  private static let most = 10

  private var unpublished: [String] {
    let problems = week.report.problems.filter { $0.state != .unasked }
    guard !problems.isEmpty else { return [] }
    var lines = problems.prefix(Self.most).map {
      "  \($0.id): \($0.message)".fittedBehindIndent(columns: Self.width)
    }
    if problems.count > Self.most { lines.append("  and \(problems.count - Self.most) more") }
    return ["", "not published (`why ID` says more):"] + lines
  }
}

extension String {
  /// The text cut to so many columns, its indent of two kept.
  fileprivate func fittedBehindIndent(columns: Int) -> String {
    "  " + fitted(columns: columns - 2)
  }
}

extension WeekStanding {
  /// The page of a slug; nil where the job has none.
  fileprivate func page(_ slug: String) -> SitePage? { pages.first { $0.slug == slug } }
}
