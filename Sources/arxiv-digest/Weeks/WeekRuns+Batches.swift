import Pipeline
import Records

/// Weeks that wait for batches.
extension WeekRuns {
  /// Goes on with a week for as long as batches keep it.
  func afterBatches(_ report: RunReport, _ job: Job) async throws -> RunReport {
    var report = report
    var wait = BatchWait(configuration, console)
    while waits, !report.batches.isEmpty {
      try await wait.pause(for: report.batches)
      report = try await lookAgain(at: job) ?? report
    }
    return report
  }

  /// Goes on with all weeks that batches keep, until they keep none.
  func waitForBatches(_ outcomes: inout [(week: Week, outcome: WeekOutcome)]) async throws {
    var wait = BatchWait(configuration, console)
    while waits {
      let batches = outcomes.flatMap(\.outcome.batches)
      guard !batches.isEmpty else { return }
      try await wait.pause(for: batches)
      for (index, job) in hand.jobs.enumerated()
      where !outcomes[index].outcome.batches.isEmpty {
        outcomes[index].outcome = try await laterOutcome(of: job) ?? outcomes[index].outcome
      }
    }
  }

  /// Goes on with a week; nothing is fetched anew, nobody is asked twice, and little is said while there
  /// is nothing new; nil where another command has the week for the moment.
  private func lookAgain(at job: Job) async throws -> RunReport? {
    let job = job.on(job.folder, stages: job.stages.filter { $0 != .fetch }, isLater: true)
    let pipeline = Pipeline(
      job: job, services: services,
      tell: { [console] event in if event.isNewWhileWaiting { console.tell(event) } },
      approve: { [approval] _ in approval?.agreedUSD })
    do { return try await pipeline.run() } catch RecordError.held {
      console.tell(.note("another command has the week \(job.week); looking again later"))
      return nil
    }
  }

  /// What a week that batches have kept comes to by now; nil where nothing can be seen of it.
  private func laterOutcome(of job: Job) async throws -> WeekOutcome? {
    try await outcome(of: job) {
      guard let report = try await lookAgain(at: job) else { return nil }
      if report.batches.isEmpty { tell(report, on: job) }
      return report
    }
  }
}
