import Records
import Validation

extension Pipeline {
  /// Judges every paper of the week that has both texts, always anew.
  ///
  /// Tells what is another verdict than on disk before it writes; a rehearsal does not write.
  func validate() async throws -> StageReport {
    try requirePapers(for: .validate)
    tell(.began(.validate, total: try roster().wanted.count))
    let file = job.isRehearsal ? nil : try ReplacementFile(of: job.folder.verdicts.path)
    defer { file?.discard() }
    let judgement = try await judgement { try file?.add($0[...]) }
    let report = try report(on: judgement)
    for change in report.changes { tell(.changed(change)) }
    if let file { try write(judgement, to: file) }
    try noteOutdated(judgement)
    return report
  }

  /// Puts the verdicts in their place, with what the comparison has added to some; where all are as on
  /// disk, the file is left alone.
  private func write(_ judgement: WeekJudgement, to file: ReplacementFile) throws {
    if judgement.entries.indices.allSatisfy(judgement.isOnDisk),
      try isOnDisk(judgement)
    {
      return
    }
    var isAmended = false
    for index in judgement.entries.indices where judgement.isAmended(at: index) {
      guard let verdict = try judgement.verdict(at: index) else { continue }
      // Of two lines about one paper the later counts.
      try file.add(verdict.line[...])
      isAmended = true
    }
    try file.commit()
    if isAmended {
      try job.folder.verdicts.compact { next in
        for index in judgement.entries.indices { try next(try judgement.id(at: index)) }
      }
    }
  }

  /// True where the verdicts on disk are about the papers that have one today, in their order.
  private func isOnDisk(_ judgement: WeekJudgement) throws -> Bool {
    let verdicts = try job.folder.verdicts.table()
    let judged = judgement.entries.indices.lazy.filter { judgement.entries[$0].alone != nil }
    guard judged.count == verdicts.count else { return false }
    for (place, index) in judged.enumerated() {
      guard try verdicts.id(at: place) == judgement.id(at: index) else { return false }
    }
    return true
  }

  /// What became of each paper.
  private func report(on judgement: WeekJudgement) throws -> StageReport {
    var report = StageReport()
    for (index, entry) in judgement.entries.enumerated() {
      let status = judgement.status(at: index)
      let isChanged = entry.before != nil && entry.before != status
      // The texts are read once more only where there is something to tell.
      let verdict = isChanged || status == .rejected ? try judgement.verdict(at: index) : nil
      if isChanged, let before = entry.before {
        report.changes.append(
          VerdictChange(id: try judgement.id(at: index), before: before, now: verdict))
      }
      guard entry.paper.isTopical else { continue }
      if status != .accepted, let problem = problem(of: try judgement.id(at: index), entry, verdict)
      {
        report.problems.append(problem)
      }
      if entry.alone == .accepted, status == .rejected {
        report.compared.append(try judgement.id(at: index))
      }
    }
    let wanted = judgement.entries.count(where: \.paper.isTopical)
    report.count.done = wanted - report.problems.count
    report.count.failed = report.problems.count
    return report
  }

  /// Why a paper is not to be published; nil where it is.
  private func problem(
    of id: ArXivID, _ entry: WeekJudgement.Entry, _ verdict: Verdict?
  ) -> Problem? {
    guard entry.alone != nil else {
      return Problem(
        id: id, state: .waiting,
        message: "waits for its \(entry.lacking.joined(separator: " and "))")
    }
    guard let verdict, verdict.status == .rejected else { return nil }
    return Problem(
      id: id, state: entry.paper.isWithdrawn ? .withdrawn : .withheld,
      message: "withheld: \(verdict.findings.sentence)")
  }

  /// A text by hand is published although the paper has changed, and a person should look.
  private func noteOutdated(_ judgement: WeekJudgement) throws {
    for (index, entry) in judgement.entries.enumerated()
    where entry.isOutdated && entry.paper.isTopical {
      guard let finding = try judgement.verdict(at: index)?.outdated else { continue }
      let id = try judgement.id(at: index)
      tell(.note("\(id): \(finding.message); `edit \(id)` shows what it says now"))
    }
  }

  /// How far the verdicts on disk are those of today.
  func validationForecast() async throws -> StageForecast {
    let judgement = try await judgement()
    var forecast = StageForecast(.validate)
    for (index, entry) in judgement.entries.enumerated() where entry.paper.isTopical {
      switch (entry.before, judgement.status(at: index)) {
      case (_, nil): forecast.waiting += 1
      case (nil, _?): forecast.missing += 1
      case (_?, let status?):
        if !judgement.isOnDisk(at: index) { forecast.staleCount += 1 }
        if status == .rejected { forecast.failed += 1 } else { forecast.done += 1 }
      }
    }
    return forecast
  }
}
