import Models
import Records

extension Pipeline {
  /// Gets answers about every paper whose draft is missing or would be withheld, or is to be made anew.
  ///
  /// Throws `PipelineError` where the stage cannot go on.
  func run<Output: Draft>(
    _ stage: PaidStage<Output>, _ spending: Spending
  ) async throws -> StageReport {
    try requirePapers(for: stage.name)
    let agenda = try await agenda(of: stage)
    let ledger = Ledger(stage.name, total: agenda.total, tell: tell)
    try note(obstacles: agenda, of: stage, in: ledger)
    tell(.began(stage.name, total: agenda.total))
    if !agenda.errands.isEmpty || !agenda.inBatches.isEmpty {
      let run = PaidRun(
        stage: stage, journal: try stage.file.journal(), ledger: ledger, agenda: agenda,
        meter: spending.meter(for: stage.name), now: services.now)
      do { try await ask(run, spending) } catch {
        throw ledger.explained(error, bills: bills(of: stage.name, spending))
      }
    }
    try stage.file.compact(order: try roster().all.map(\.id))
    let roll = agenda.roll.updated(with: ledger.saved)
    memory.keep(roll, of: stage.name, marks(of: stage))
    return try report(on: roll, agenda, of: stage, ledger, bills(of: stage.name, spending))
  }

  /// Gets what the agenda asks for: through batches where they are wanted or under way, the rest one by
  /// one.
  private func ask<Output: Draft>(_ run: PaidRun<Output>, _ spending: Spending) async throws {
    var errands = run.agenda.errands
    var drafts = run.agenda.drafts
    if job.batches.lane == .batch || !run.agenda.inBatches.isEmpty {
      errands = try await throughBatches(run, spending)
      drafts = try run.stage.file.table()
    }
    // Twice as many lanes as places on the wire: a lane that waits to try again holds no place.
    try await Lanes.run(job.concurrency * 2, over: errands) { [drafts] errand in
      try await run.ask(try run.stage.question(errand, run.agenda.papers, drafts))
    }
  }

  /// Takes batches as far as they go; returns what is to be asked one by one.
  private func throughBatches<Output: Draft>(
    _ run: PaidRun<Output>, _ spending: Spending
  ) async throws -> [Errand] {
    let lane = BatchLane(
      run: run, folder: job.folder, journal: try job.folder.batches.journal(),
      spending: spending, terms: job.batches, tell: tell)
    let left = try await lane.advance(run.agenda.errands)
    try job.folder.compactBatches()
    return left
  }

  /// What a stage is about to do; a paper that a batch asks about is none of it.
  func agenda<Output: Draft>(of stage: PaidStage<Output>) async throws -> Agenda<Output> {
    try stage.agenda(
      try await roll(of: stage), try job.folder.papers.table(), redo: job.redo,
      inBatches: try job.folder.papersInBatches(of: stage.name.rawValue))
  }

  /// How far a stage is with the papers of the job's topics.
  func roll<Output: Draft>(of stage: PaidStage<Output>) async throws -> Roll {
    try await memory.roll(of: stage.name, marks(of: stage)) {
      // Nobody will publish what is written about a withdrawn paper.
      try await roll(of: stage, on: roster().wanted.filter { !$0.isWithdrawn }.map(\.id))
    }
  }

  /// How far a stage is with some papers.
  func roll<Output: Draft>(of stage: PaidStage<Output>, on ids: [ArXivID]) async throws -> Roll {
    let papers = try job.folder.papers.table()
    let drafts = try stage.file.table()
    var entries: [Roll.Entry] = []
    entries.reserveCapacity(ids.count)
    try await InOrder.map(ids) { id in
      try papers[id].map { Roll.Entry(stage.weigh($0, try drafts[id])) }
    } body: {
      if let entry = $0 { entries.append(entry) }
    }
    return Roll(entries)
  }

  private func marks<Output: Draft>(of stage: PaidStage<Output>) -> [FileMark?] {
    [job.folder.papers.mark, job.folder.edits.mark, stage.file.mark]
  }

  private func note<Output: Draft>(
    obstacles agenda: Agenda<Output>, of stage: PaidStage<Output>, in ledger: Ledger
  ) throws {
    for entry in agenda.wanting where entry.hasObstacle {
      guard let paper = try agenda.papers[entry.id], let obstacle = stage.obstacle(paper) else {
        continue
      }
      ledger.note([entry.id], .unasked, obstacle)
    }
  }

  private func bills(of stage: Stage, _ spending: Spending) -> [Bill] {
    spending.bills.filter { $0.stage == stage.rawValue }
  }

  private func report<Output: Draft>(
    on roll: Roll, _ agenda: Agenda<Output>, of stage: PaidStage<Output>, _ ledger: Ledger,
    _ bills: [Bill]
  ) throws -> StageReport {
    var report = StageReport(problems: ledger.problems)
    let drafts = try stage.file.table()
    let unusable = roll.entries.filter(\.needsAnswer)
    let inBatches = try job.folder.papersInBatches(of: stage.name.rawValue)
    for entry in unusable where entry.hasDraft && !inBatches.contains(entry.id) {
      guard let paper = try agenda.papers[entry.id], let draft = try drafts[entry.id] else {
        continue
      }
      let message = "\(stage.name.rawValue): \(stage.errors(paper, draft).sentence)"
      report.problems.append(Problem(id: entry.id, state: .unusable, message: message))
    }
    report.problems += ledger.kept.map { id, reason in
      Problem(id: id, state: .kept, message: "\(stage.name.rawValue): \(reason)")
    }
    sort(&report.problems, by: roll)
    let saved = ledger.saved
    let answered = roll.entries.count {
      !$0.needsAnswer && saved[$0.id] != nil && ledger.kept[$0.id] == nil
    }
    report.inBatches = unusable.count { inBatches.contains($0.id) }
    report.batches = try job.folder.openBatches(of: stage.name.rawValue)
    report.count.failed = unusable.count - report.inBatches
    report.count.done = answered
    report.count.reused = roll.entries.count - unusable.count - answered
    report.repaired = ledger.repaired
    report.stale = roll.staleCount
    let left = report.problems.count { $0.state == .postponed }
    if left > 0, !saved.isEmpty {
      report.leftUSD = bills.costUSD.map { $0 / Double(saved.count) * Double(left) }
    }
    return report
  }

  /// Answers arrive in any order; the report keeps to the digest's.
  private func sort(_ problems: inout [Problem], by roll: Roll) {
    guard problems.count > 1 else { return }
    let places = Dictionary(uniqueKeysWithValues: zip(roll.entries.map(\.id), 0...))
    problems.sort { places[$0.id, default: 0] < places[$1.id, default: 0] }
  }
}
