import Foundation
import JSONText
import Pipeline
import Records

/// Puts what happened into words.
enum ReportText {
  /// One line for a stage that has ended.
  static func line(_ stage: Stage, _ report: StageReport) -> String {
    let count = report.count
    let parts: [String] =
      switch stage {
      case .fetch:
        ["\(number(count.done, "topic")) fetched", "\(count.reused) on disk already"]
          + (count.failed > 0 ? ["\(count.failed) not to their end"] : [])
          + (report.coverage.isEmpty ? [] : ["\(number(report.added, "new paper"))"])
      case .translate, .summarize:
        ["\(count.done) done", "\(count.reused) reused", "\(count.failed) failed"]
          + (report.inBatches > 0 ? ["\(report.inBatches) in batches"] : [])
          + (report.repaired > 0 ? ["\(report.repaired) repaired"] : [])
          + (report.stale > 0 ? ["\(report.stale) stale"] : [])
      case .validate:
        ["\(count.done) accepted", "\(count.failed) withheld or waiting"]
      case .render:
        [number(count.done, "page")]
          + (report.changedPages.isEmpty
            ? [] : ["\(report.changedPages.count) changed by hand and left alone"])
      }
    return "\(stage.rawValue): \(parts.joined(separator: ", "))"
  }

  /// The closing messages of a run.
  static func closing(
    _ report: RunReport, job: Job, isReplay: Bool, command: TypedCommand
  ) -> [Message] {
    let summary = report.summary
    var messages: [Message] = []
    for stage in report.ran where stage.isPaid {
      let stale = report.stages[stage]?.stale ?? 0
      guard stale > 0 else { continue }
      messages.append(
        Message(
          "\(stage.rawValue): \(number(stale, "answer")) stale (prompt, model or paper has changed) "
            + "and kept; to have them made anew: "
            + command.pinned(to: [job.week]).redoing(stage).line + " --stale", event: "stale"))
    }
    messages += problems(report).map(\.line)
    messages += OutlookText.lines(report.outlook).map { Message($0, .warning, event: "outlook") }
    messages += changes(report.stages[.validate]?.changes ?? [], isRehearsal: job.isRehearsal)
      .map { Message($0, event: "changes") }
    messages += report.ran.compactMap { postponed($0, report.stages[$0]) }
      .map { Message($0, .warning, event: "postponed") }
    messages += report.doubts.map { Message("DOUBTFUL: \($0)", .warning, event: "doubt") }
    messages += report.changedPages.flatMap(ChangedPageText.lines)
      .map { Message($0, .warning, event: "changed-page") }
    messages.append(week(summary))
    if report.ran.contains(where: \.isPaid) {
      messages += bill(summary, isReplay: isReplay)
    }
    return messages
  }

  private static func week(_ summary: RunSummary) -> Message {
    Message("week \(summary.week): \(counts(summary))", event: "week") {
      $0.set("week", summary.week.description)
      $0.set("papers", summary.papers)
      $0.set("accepted", summary.accepted)
      $0.set("rejected", summary.rejected)
      $0.set("pending", summary.pending)
    }
  }

  private static func bill(_ summary: RunSummary, isReplay: Bool) -> [Message] {
    Message.lines(BillText.lines(summary, isReplay: isReplay), event: "bill") {
      $0.set("requests", summary.bills.usage.requests)
      $0.set("costUSD", summary.bills.costUSD?.inMillionths)
    }
  }

  /// How many papers a week has, and how far they are.
  static func counts(_ summary: RunSummary) -> String {
    "\(number(summary.papers, "paper")), \(summary.accepted) accepted, "
      + "\(summary.rejected) withheld, \(summary.pending) waiting"
  }

  /// How many verdicts are not what they were on disk; nothing where all are.
  private static func changes(_ changes: [VerdictChange], isRehearsal: Bool) -> [String] {
    guard !changes.isEmpty else { return [] }
    let accepted = changes.count { $0.now?.status == .accepted }
    let withheld = changes.count { $0.now?.status == .rejected }
    let parts = [(accepted, "accepted now"), (withheld, "withheld now")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let gone = changes.count - accepted - withheld
    return [
      "validate: \(number(changes.count, "verdict")) \(isRehearsal ? "would change" : "changed"): "
        + (parts + (gone > 0 ? ["\(gone) without an answer now"] : [])).joined(separator: ", ")
    ]
  }

  /// How many papers the run's own limit on spending has left, and what they would cost.
  private static func postponed(_ stage: Stage, _ report: StageReport?) -> String? {
    let left = report?.problems.filter { $0.state == .postponed } ?? []
    guard let first = left.first else { return nil }
    let cost = report?.leftUSD.map { "; they would cost about \(BillText.dollars($0))" } ?? ""
    return "\(first.message); \(number(left.count, "paper")) left\(cost)"
  }

  /// What is wrong with each paper in trouble, and nothing twice.
  private static func problems(_ report: RunReport) -> [Problem] {
    let all = report.problems
    let causes: [Problem.State] = [.unasked, .unanswered, .postponed]
    let told = Set(all.filter { causes.contains($0.state) }.map(\.id))
    return all.filter { problem in
      switch problem.state {
      case .unasked, .unanswered, .kept, .withheld, .withdrawn: true
      // Told once for all of them.
      case .postponed: false
      // The verdict says it again, and more.
      case .unusable: report.stages[.validate] == nil
      // Why an answer is missing says more than that it is missing.
      case .waiting: !told.contains(problem.id)
      }
    }
  }

  /// What to type next after a run of one week.
  static func next(_ report: RunReport, job: Job, command: TypedCommand) -> String {
    let command = command.pinned(to: [job.week])
    if job.isRehearsal {
      return command.without(switch: Option.dryRun.flag).line + "  # writes these verdicts"
    }
    if let redo = RedoNext(report, job: job, resumed: command)?.line { return redo }
    if !report.batches.isEmpty { return command.line + BatchText.next }
    if !report.doubtful.isEmpty {
      var slugs: [String] = []
      for doubt in report.doubtful where !slugs.contains(doubt.slug) { slugs.append(doubt.slug) }
      var asks = report.ran.contains(.fetch) ? command : command.run(from: Stage.fetch.rawValue)
      // The same file would say the same.
      if report.doubtful.contains(where: \.isOfFile) { asks = asks.without("--source") }
      return asks.line + "  # asks arXiv again about \(slugs.joined(separator: ", "))"
    }
    if !report.changedPages.isEmpty, report.problems.isEmpty {
      return ChangedPageText.next(command: command)
    }
    // What its authors have taken back, no run brings.
    let isOver =
      !report.problems.isEmpty && report.problems.allSatisfy { $0.state == .withdrawn }
    if report.isIncomplete, !isOver {
      // Where arXiv sent too little, only arXiv can mend it.
      let isUnasked = report.problems.contains { $0.state == .unasked }
      if isUnasked, !report.problems.contains(where: { $0.state == .unanswered }) {
        return command.run(from: Stage.fetch.rawValue).line
      }
      if report.outlook.waitsForPerson {
        return OutlookText.next(report.outlook, stages: report.ran, command: command)
      }
      // Only a run that passes the paid stages can mend what is missing.
      let mends = report.ran.contains(.translate) && report.ran.contains(.summarize)
      let isPostponed = report.problems.contains { $0.state == .postponed }
      return (mends ? command : command.run(from: Stage.translate.rawValue)).line
        + (isPostponed
          ? "  # goes on where the limit was reached" : OutlookText.note(report.outlook))
    }
    if report.summary.papers == 0 {
      return "nothing more: the week has no paper of these topics"
    }
    if report.ran.last == .render {
      return "publish \(job.site)/; the same command again asks for nothing twice"
    }
    // A redo is about answers that are there; what others are missing is not its concern.
    let later =
      job.redo != nil
      ? Stage.validate : (report.ran.last ?? .fetch).andLater.dropFirst().first ?? .render
    return command.run(from: later.rawValue).line
  }

  /// A number with its noun.
  static func number(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension Problem {
  /// What is wrong with the paper, as a line of its own.
  fileprivate var line: Message {
    Message("\(id): \(message)", .warning, event: "paper") { [self] in
      $0.set("id", id.description)
      $0.set("state", "\(state)")
    }
  }
}
