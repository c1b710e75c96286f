import ArXiv
import Models
import Records

/// Runs that find everything as an earlier one has left it.
extension Pipeline {
  /// What the run would report if it looked at everything; nil where something is to be done, or was
  /// done since such a run.
  ///
  /// Throws `RecordError` where a file of the week cannot be looked at.
  func settledReport() throws -> RunReport? {
    guard let key = settledKey(), let settled = knownRuns[settledID],
      settled.key == key
    else { return nil }
    var reports: [Stage: StageReport] = [:]
    for stage in job.stages {
      var report = StageReport()
      if stage == .fetch {
        // What was fetched goes stale by itself.
        let onDisk = Dictionary(
          uniqueKeysWithValues: settled.onDisk.map { ($0.slug, $0.papers) })
        let plan = FetchPlan(
          job, source: services.source.name, papers: [], onDisk: onDisk,
          receipts: try job.folder.coverage.read(), now: services.now())
        guard plan.requests.isEmpty else { return nil }
        report.count.reused = plan.reused.count
        noteIfEarly(plan, plan.reused)
      } else {
        guard let known = settled.stages.first(where: { $0.name == stage.rawValue }) else {
          return nil
        }
        report.count = known.count
        report.stale = known.stale
        if stage == .render { report.pages = settled.pages }
      }
      reports[stage] = report
    }
    for stage in job.stages {
      guard let report = reports[stage] else { continue }
      // What a stage would begin with that finds nothing to ask.
      tell(.began(stage, total: stage.isPaid ? 0 : report.count.done + report.count.reused))
      tell(.ended(stage, report))
    }
    return RunReport(
      stages: reports,
      summary: RunSummary(
        week: job.week, papers: settled.papers, accepted: settled.accepted, rejected: 0,
        stages: job.stages.compactMap { stage in
          reports[stage].map { (stage.rawValue, $0.count) }
        }, bills: [], weekBills: settled.bills, isReplay: false))
  }

  /// Keeps what a run has found, where it has left nothing to do and had nothing to say.
  func settle(_ report: RunReport) throws {
    guard report.isQuiet, !memory.hasNotes, let key = settledKey() else { return }
    let stages = job.stages.filter { $0 != .fetch }.compactMap { stage in
      report.stages[stage].map { report in
        var count = report.count
        if stage.isPaid { count = .init(reused: count.done + count.reused) }
        return Settled.StageCount(name: stage.rawValue, count: count, stale: report.stale)
      }
    }
    let onDisk = try roster().onDisk
    let settled = Settled(
      id: settledID, key: key, papers: report.summary.papers, accepted: report.summary.accepted,
      onDisk: job.allTopics.map { .init(slug: $0.slug, papers: onDisk[$0.slug] ?? 0) },
      stages: stages, pages: report.pages, bills: report.summary.weekBills)
    var all = knownRuns
    all[settledID] = settled
    try job.folder.settled.replace(with: all.values.sorted { $0.id < $1.id })
  }

  /// What runs have found before; where that cannot be read, the next run looks, and writes it anew.
  private var knownRuns: [String: Settled] { (try? job.folder.settled.read()) ?? [:] }

  private var settledID: String { job.stages.map(\.rawValue).joined(separator: "+") }

  /// The mark of everything that a run goes by; nil for a run that is not to be taken for another.
  private func settledKey() -> Fingerprint? {
    guard let settings = services.settings, job.redo == nil, !job.isRehearsal, !job.isReplay,
      !job.refetches
    else { return nil }
    let models = [services.translators, services.summarizers].map { clients in
      clients.map { "\($0.profile) \($0.model)" }.joined(separator: ";")
    }
    let topics = [job.topics, job.allTopics].map { topics in
      topics.map { "\($0.slug) \($0.name) \($0.query)" }.joined(separator: "\n")
    }
    let marks = job.folder.marks + layouts.map { FileMark(path: path(of: $0)) }
    return Fingerprint(
      parts: [
        "\(settings)", settledID, "\(job.week)", job.site, "\(job.repairs) \(job.overwrites)",
      ]
        + models + topics + marks.map { $0?.text ?? "" })
  }
}

extension RunReport {
  /// True where nothing is wrong, and the same run again would have nothing to do or to say.
  fileprivate var isQuiet: Bool {
    !isIncomplete && outlook == Outlook() && stages.values.allSatisfy(\.changes.isEmpty)
  }
}
