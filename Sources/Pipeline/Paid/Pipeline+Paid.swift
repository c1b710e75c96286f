import Models
import Records

extension Pipeline {
  /// Gets answers about every paper whose draft is missing or would be withheld, or is to be made anew.
  ///
  /// Throws `PipelineError` where the stage cannot go on.
  func run<Output: Draft>(
    _ stage: PaidStage<Output>, _ spending: Spending
  ) async throws -> StageReport {
    let agenda = try agenda(of: stage)
    let ledger = Ledger(stage.name, total: agenda.total, tell: tell)
    for paper in agenda.wanting {
      if let obstacle = stage.obstacle(paper) { ledger.note([paper], .unasked, obstacle) }
    }
    tell(.began(stage.name, total: agenda.total))
    if !agenda.questions.isEmpty {
      let run = PaidRun(
        stage: stage, journal: try stage.file.journal(), ledger: ledger, kept: agenda.kept,
        meter: spending.meter(for: stage.name), now: services.now)
      do {
        // Twice as many lanes as places on the wire: a lane that waits to try again holds no place.
        try await Lanes.run(job.concurrency * 2, over: agenda.questions) { try await run.ask($0) }
      } catch { throw ledger.explained(error, bills: bills(of: stage.name, spending)) }
    }
    try stage.file.compact(order: job.folder.papersInOrder().map(\.id))
    return try report(on: agenda, of: stage, ledger, bills(of: stage.name, spending))
  }

  /// What a stage is about to do.
  func agenda<Output: Draft>(of stage: PaidStage<Output>) throws -> Agenda<Output> {
    // Nobody will publish what is written about a withdrawn paper.
    try stage.agenda(on: papers(for: stage.name).filter { !$0.isWithdrawn }, redo: job.redo)
  }

  private func bills(of stage: Stage, _ spending: Spending) -> [Bill] {
    spending.bills.filter { $0.stage == stage.rawValue }
  }

  private func report<Output: Draft>(
    on agenda: Agenda<Output>, of stage: PaidStage<Output>, _ ledger: Ledger, _ bills: [Bill]
  ) throws -> StageReport {
    let papers = agenda.papers
    let drafts = try stage.file.read()
    var report = StageReport(problems: ledger.problems)
    let unusable = papers.filter { stage.needsAnswer($0, drafts[$0.id]) }
    for paper in unusable {
      guard let draft = drafts[paper.id] else { continue }
      let message = "\(stage.name.rawValue): \(stage.errors(paper, draft).sentence)"
      report.problems.append(Problem(id: paper.id, state: .unusable, message: message))
    }
    report.problems += ledger.kept.map { id, reason in
      Problem(id: id, state: .kept, message: "\(stage.name.rawValue): \(reason)")
    }
    // Answers arrive in any order; the report keeps to the digest's.
    let places = Dictionary(uniqueKeysWithValues: zip(papers.map(\.id), 0...))
    report.problems.sort { places[$0.id, default: 0] < places[$1.id, default: 0] }
    let answered = ledger.saved.subtracting(unusable.map(\.id)).subtracting(ledger.kept.keys)
    report.count.failed = unusable.count
    report.count.done = answered.count
    report.count.reused = papers.count - unusable.count - answered.count
    report.repaired = ledger.repaired
    report.stale = papers.count { paper in
      drafts[paper.id].map { stage.countsAsStale($0, of: paper) } ?? false
    }
    let left = report.problems.count { $0.state == .postponed }
    if left > 0, !ledger.saved.isEmpty {
      report.leftUSD = bills.costUSD.map { $0 / Double(ledger.saved.count) * Double(left) }
    }
    return report
  }
}
