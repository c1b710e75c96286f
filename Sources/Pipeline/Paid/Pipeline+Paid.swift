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
    let ledger = try await ledger(of: stage, spending)
    // What hundreds of lanes have left is in pieces; what follows looks at whole files.
    services.giveBackMemory()
    let roster = try roster()
    try stage.file.compact { next in
      for entry in roster.all { try next(try roster.id(of: entry)) }
    }
    memory.keep(ledger.roll.settled, of: stage.name, marks(of: stage))
    return try report(of: stage, ledger, bills(of: stage.name, spending))
  }

  /// Does what the stage is about to do, which is forgotten when it is done; returns what it came to.
  private func ledger<Output: Draft>(
    of stage: PaidStage<Output>, _ spending: Spending
  ) async throws -> Ledger {
    let agenda = try await agenda(of: stage)
    let ledger = Ledger(
      stage.name, agenda.roll, total: agenda.errands.paperCount, tell: tell)
    try note(obstacles: agenda, of: stage, in: ledger)
    for paper in agenda.unanswered { ledger.note([paper.id], .unanswered, paper.message) }
    tell(.began(stage.name, total: agenda.errands.paperCount))
    guard !agenda.errands.isEmpty || agenda.hasBatches else { return ledger }
    job.folder.forgetTables(but: stage.file.path)
    let run = PaidRun(
      stage: stage, journal: try stage.file.journal(), ledger: ledger, agenda: agenda,
      meter: spending.meter(for: stage.name), now: services.now)
    do { try await ask(run, spending) } catch {
      throw ledger.explained(error, bills: bills(of: stage.name, spending))
    }
    return ledger
  }

  /// Gets what the agenda asks for: through batches where they are wanted or under way, the rest one by
  /// one.
  private func ask<Output: Draft>(_ run: PaidRun<Output>, _ spending: Spending) async throws {
    // More lanes than places on the wire: a lane that waits to try again holds no place. But each holds
    // its question.
    let lanes = job.concurrency + min(job.concurrency, 64)
    if job.batches.lane == .batch || run.agenda.hasBatches {
      let lane = BatchLane(
        run: run, folder: job.folder, journal: try job.folder.batches.journal(),
        spending: spending, terms: job.batches, tell: tell)
      let online = try await lane.advance()
      try job.folder.compactBatches()
      let drafts = try run.stage.file.table()
      try await Lanes.run(lanes, over: online) { open in
        try await run.ask(try run.stage.question(open, lane.numbers, drafts))
      }
    }
    guard job.batches.lane == .online else { return }
    try await Lanes.run(lanes, over: run.agenda.errands) { errand in
      try await run.ask(try run.stage.question(errand, in: run.agenda))
    }
  }

  /// What a stage is about to do; a paper that a batch asks about, or one of this command's has brought
  /// nothing about, is none of it.
  func agenda<Output: Draft>(of stage: PaidStage<Output>) async throws -> Agenda<Output> {
    let roll = try await roll(of: stage)
    let batches = try job.folder.batches(of: stage.name.rawValue)
    guard !batches.isEmpty else { return try stage.agenda(roll, redo: job.redo) }
    let unanswered = job.batches.unanswered(in: batches)
    let spared = try job.folder.papers(in: batches.filter(\.isOpen)).union(unanswered.map(\.id))
    var agenda = try stage.agenda(
      roll, redo: job.redo, sparing: Set(try spared.compactMap { try roll.papers.place(of: $0) }))
    // A redo is about answers that are there; what is under way is for a run.
    agenda.hasBatches = job.redo == nil && batches.contains(where: \.isOpen)
    agenda.unanswered = unanswered
    return agenda
  }

  /// How far a stage is with the papers of the job's topics.
  func roll<Output: Draft>(of stage: PaidStage<Output>) async throws -> Roll {
    try await memory.roll(of: stage.name, marks(of: stage)) {
      try await roll(of: stage, on: roster().asked)
    }
  }

  /// How far a stage is with some papers.
  func roll<Output: Draft>(
    of stage: PaidStage<Output>, on wanted: [Roster.Entry]
  ) async throws -> Roll {
    let papers = try roster().papers
    let drafts = try stage.file.table()
    var roll = Roll(papers: papers, entries: [])
    roll.entries.reserveCapacity(wanted.count)
    try await InOrder.map(wanted) { entry in
      let paper = try papers[at: entry.place]
      return Roll.Entry(stage.weigh(paper, try drafts[paper.id]), at: entry.place)
    } body: {
      roll.entries.append($0)
    }
    return roll
  }

  private func marks<Output: Draft>(of stage: PaidStage<Output>) -> [FileMark?] {
    [job.folder.papers.mark, job.folder.edits.mark, stage.file.mark]
  }

  private func note<Output: Draft>(
    obstacles agenda: Agenda<Output>, of stage: PaidStage<Output>, in ledger: Ledger
  ) throws {
    for entry in agenda.wanting.lazy.map({ agenda.roll.entries[Int($0)] }) where entry.hasObstacle {
      let paper = try agenda.roll.papers[at: entry.place]
      guard let obstacle = stage.obstacle(paper) else { continue }
      ledger.note([paper.id], .unasked, obstacle)
    }
  }

  private func bills(of stage: Stage, _ spending: Spending) -> [Bill] {
    spending.bills.filter { $0.stage == stage.rawValue }
  }

  private func report<Output: Draft>(
    of stage: PaidStage<Output>, _ ledger: Ledger, _ bills: [Bill]
  ) throws -> StageReport {
    var report = StageReport(problems: ledger.problems)
    let drafts = try stage.file.table()
    let roll = ledger.roll
    let (kept, answered) = (ledger.kept, roll.answeredCount)
    let open = try job.folder.batches(of: stage.name.rawValue).filter(\.isOpen)
    if job.redo == nil { report.batches = open }
    let inBatches = Set(
      try job.folder.papers(in: open).compactMap { try roll.papers.place(of: $0) })
    for entry in roll.entries where entry.needsAnswer {
      if inBatches.contains(entry.place) { report.inBatches += 1 }
      guard entry.hasDraft, !inBatches.contains(entry.place) else { continue }
      let paper = try roll.papers[at: entry.place]
      guard let draft = try drafts[paper.id] else { continue }
      let message = "\(stage.name.rawValue): \(stage.errors(paper, draft).sentence)"
      report.problems.append(Problem(id: paper.id, state: .unusable, message: message))
    }
    report.problems += kept.map { id, reason in
      Problem(id: id, state: .kept, message: "\(stage.name.rawValue): \(reason)")
    }
    try sort(&report.problems, by: roll)
    report.count.failed = roll.entries.count(where: \.needsAnswer) - report.inBatches
    // A paper that keeps its old answer can be used, and was not answered anew.
    report.count.done = roll.entries.count { $0.isAnswered && !$0.needsAnswer } - kept.count
    report.count.reused =
      roll.entries.count - report.count.failed - report.count.done - report.inBatches
    report.repaired = ledger.repaired
    report.stale = roll.staleCount
    let left = report.problems.count { $0.state == .postponed }
    if left > 0, answered > 0 {
      report.leftUSD = bills.costUSD.map { $0 / Double(answered) * Double(left) }
    }
    return report
  }

  /// Answers arrive in any order; the report keeps to the digest's.
  private func sort(_ problems: inout [Problem], by roll: Roll) throws {
    guard problems.count > 1 else { return }
    var ids: [Int: ArXivID] = [:]
    for id in Set(problems.map(\.id)) {
      if let place = try roll.papers.place(of: id) { ids[place] = id }
    }
    var numbers: [ArXivID: Int] = [:]
    for (number, entry) in roll.entries.enumerated() {
      if let id = ids[entry.place] { numbers[id] = number }
    }
    problems.sort { numbers[$0.id, default: 0] < numbers[$1.id, default: 0] }
  }
}
