import Models
import Records

extension Pipeline {
  /// Gets answers about every paper whose draft is missing or would be withheld.
  ///
  /// A draft that is merely stale is kept, and one that was rejected as often as it may be is left to
  /// a person. Throws `PipelineError` where the stage cannot go on.
  func run<Output: Draft>(
    _ stage: PaidStage<Output>, _ spending: Spending
  ) async throws -> StageReport {
    // Nobody will publish what is written about a withdrawn paper.
    let papers = try papers(for: stage.name).filter { !$0.isWithdrawn }
    let known = try stage.file.read()
    let missing = papers.filter { stage.needsAnswer($0, known[$0.id]) }
    let askable = missing.filter { stage.asks(about: $0, known[$0.id]) }
    let ledger = Ledger(stage.name, total: askable.count, tell: tell)
    for paper in missing {
      if let obstacle = stage.obstacle(paper) { ledger.note([paper], .unasked, obstacle) }
    }
    tell(.began(stage.name, total: askable.count))
    if !askable.isEmpty {
      let run = PaidRun(
        stage: stage, journal: try stage.file.journal(), ledger: ledger,
        meter: spending.meter(for: stage.name), now: services.now)
      do {
        // Twice as many lanes as places on the wire: a lane that waits to try again holds no place.
        let questions = stage.questions(about: askable, known: known)
        try await Lanes.run(job.concurrency * 2, over: questions) { try await run.ask($0) }
      } catch { throw ledger.explained(error, bills: bills(of: stage.name, spending)) }
    }
    try stage.file.compact(order: allPapers().map(\.id))
    return try report(
      on: papers, asked: missing.count, of: stage, ledger, bills(of: stage.name, spending))
  }

  private func bills(of stage: Stage, _ spending: Spending) -> [Bill] {
    spending.bills.filter { $0.stage == stage.rawValue }
  }

  private func report<Output: Draft>(
    on papers: [Paper], asked: Int, of stage: PaidStage<Output>, _ ledger: Ledger,
    _ bills: [Bill]
  ) throws -> StageReport {
    let drafts = try stage.file.read()
    var report = StageReport(problems: ledger.problems)
    let unusable = papers.filter { stage.needsAnswer($0, drafts[$0.id]) }
    for paper in unusable {
      guard let draft = drafts[paper.id] else { continue }
      let message = "\(stage.name.rawValue): \(stage.errors(paper, draft).sentence)"
      report.problems.append(Problem(id: paper.id, state: .unusable, message: message))
    }
    // Answers arrive in any order; the report keeps to the digest's.
    let places = Dictionary(uniqueKeysWithValues: zip(papers.map(\.id), 0...))
    report.problems.sort { places[$0.id, default: 0] < places[$1.id, default: 0] }
    report.count.failed = unusable.count
    report.count.reused = papers.count - asked
    report.count.done = asked - unusable.count
    report.repaired = ledger.repaired
    report.stale = papers.count { paper in
      drafts[paper.id].map { stage.isStale($0, of: paper) } ?? false
    }
    let left = report.problems.count { $0.state == .postponed }
    if left > 0, ledger.saved > 0 {
      report.leftUSD = bills.costUSD.map { $0 / Double(ledger.saved) * Double(left) }
    }
    return report
  }
}
