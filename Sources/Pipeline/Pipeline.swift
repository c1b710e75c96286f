import Records

/// Runs the stages of a job in their order.
package struct Pipeline: Sendable {
  /// What to do.
  let job: Job
  /// Who does the work that is not ours.
  let services: Services
  /// What was found out about the week.
  let memory = WeekMemory()
  /// Hears what happens while it happens.
  let tell: @Sendable (RunEvent) -> Void
  /// Agrees to what the paid stages are about to ask, up to an amount of US dollars; throws where
  /// nothing is to be spent.
  private let approve: @Sendable (Forecast) async throws -> Double?

  /// Prepares a run; `tell` hears what happens while it happens.
  ///
  /// `approve` hears what models are about to be asked, before the first request of a run that has any,
  /// and returns how many US dollars may be spent, runs of the same purse included, nil for any number;
  /// what it throws ends the run.
  package init(
    job: Job, services: Services, tell: @escaping @Sendable (RunEvent) -> Void = { _ in },
    approve: @escaping @Sendable (Forecast) async throws -> Double? = { _ in nil }
  ) {
    self.job = job
    self.services = services
    self.tell = { [memory] event in
      if case .note = event { memory.note() }
      tell(event)
    }
    self.approve = approve
  }

  /// Runs the job while holding its week, and leaves `run.json` behind.
  ///
  /// Throws `RecordError.held` while another run has the week, `PipelineError` where a stage cannot
  /// go on, and `CancellationError`. One paper's trouble is no error: it stands in the report.
  package func run() async throws -> RunReport {
    let lock = try job.folder.lock()
    defer { withExtendedLifetime(lock) {} }
    if let report = try settledReport() {
      try job.folder.save(report.summary)
      return report
    }
    try await checkPlaces()
    let spending = try openSpending()
    defer { job.purse.close(spending.account, spending.bills, of: job.week) }
    var reports: [Stage: StageReport] = [:]
    do {
      for stage in job.stages {
        try Task.checkCancellation()
        if stage == job.stages.first(where: \.isPaid) { try await agree(spending) }
        // What is still under way belongs on the page, which so waits for it.
        if !stage.isPaid, isWaiting(reports) { break }
        let report = try await run(stage, spending)
        reports[stage] = report
        tell(.ended(stage, report))
      }
      let outlook =
        isWaiting(reports) ? Outlook() : try await outlook(after: reports[.validate])
      // From here on only the requests are looked at, of which there may be more than papers.
      job.folder.forgetTables(but: job.folder.papers.path)
      let report = RunReport(
        stages: reports, summary: try summary(of: reports, spending), doubtful: try doubts(),
        outlook: outlook)
      guard !job.isRehearsal else { return report }
      try job.folder.compactRequests()
      try job.folder.save(report.summary)
      try settle(report)
      return report
    } catch {
      // Whatever it was that broke the run off, what it has cost is told.
      settle(reports, spending)
      throw error
    }
  }

  /// True where batches are under way.
  private func isWaiting(_ reports: [Stage: StageReport]) -> Bool {
    reports.values.contains { !$0.batches.isEmpty }
  }

  /// Has what the paid stages are about to ask agreed to.
  private func agree(_ spending: Spending) async throws {
    let forecast = try await forecast(of: job.stages.filter(\.isPaid))
    guard forecast.requests > 0 else { return }
    if !job.isReplay { try DiskRoom(holding: job.folder.runs).check() }
    tell(.planned(forecast))
    spending.agree(upTo: try await approve(forecast))
  }

  /// Opens the run's account, and tells what a killed run has left in doubt.
  private func openSpending() throws -> Spending {
    let pays = job.stages.contains(where: \.isPaid) && !job.isReplay
    let log = pays ? try job.folder.requestLog() : nil
    if let lost = log?.lost, !lost.isEmpty { tell(.lost(Bill.bills(of: lost))) }
    let account = job.purse.open(for: job.isLater ? job.week : nil)
    let spending = Spending(
      account.account, bills: account.bills, log: log, now: services.now, tell: tell)
    for batch in try job.folder.batches.list() where batch.isOpen {
      spending.commit(batch.commitment, to: batch.id)
    }
    return spending
  }

  /// Tells and keeps the bill of a run that was broken off.
  private func settle(_ reports: [Stage: StageReport], _ spending: Spending) {
    // What broke the run off is told in any case; a bill that cannot be kept as well adds nothing.
    guard !spending.bills.isEmpty, let summary = try? summary(of: reports, spending) else { return }
    try? job.folder.save(summary)
    tell(.brokenOff(summary))
  }

  private func run(_ stage: Stage, _ spending: Spending) async throws -> StageReport {
    switch stage {
    case .fetch: try await fetch()
    case .translate: try await translate(spending)
    case .summarize: try await summarize(spending)
    case .validate: try await validate()
    case .render: try await render()
    }
  }

  /// The papers of the week, without their texts.
  func roster() throws -> Roster {
    try memory.roster([job.folder.papers.mark, job.folder.edits.mark]) {
      try Roster(of: job.folder, topics: job.topics)
    }
  }

  /// Throws where a stage makes no sense, because the job's topics have no paper.
  func requirePapers(for stage: Stage) throws {
    let roster = try roster()
    // Where a person has hidden them all, that is what was wanted.
    guard roster.wanted.isEmpty, roster.hiddenCount == 0 else { return }
    let receipts = try receipts()
    guard receipts.count == job.topics.count else {
      throw PipelineError.noPapers(stage, week: job.week)
    }
    guard let doubtful = receipts.first(where: { !$0.isWhole }) else {
      throw PipelineError.nothingFound(week: job.week)
    }
    throw PipelineError.nothingBelieved(
      week: job.week, reason: "\(doubtful.id): \(doubtful.objections.joined(separator: "; "))")
  }

  /// The receipts of the job's topics, in their order; a topic that was never fetched has none.
  private func receipts() throws -> [Coverage] {
    let receipts = try job.folder.coverage.read()
    return job.topics.compactMap { receipts[$0.slug] }
  }
}
