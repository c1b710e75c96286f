import Records

extension Pipeline {
  /// How far the week has come.
  ///
  /// Asks nothing, writes nothing and does not take the week. Throws `RecordError` for records that
  /// cannot be read; a `run.json` that cannot keeps nothing else from being known.
  package func weekStanding() async throws -> WeekStanding {
    let isUnderWay = job.folder.isHeld
    let papers = try await standings().filter(\.isTopical)
    let receipts = try job.folder.coverage.read()
    let bills = try job.folder.bills()
    var (lastRun, trouble): (LastRun?, String?) = (nil, nil)
    do { lastRun = try job.folder.lastRun() } catch { trouble = "\(error)" }
    return WeekStanding(
      week: job.week, isUnderWay: isUnderWay, papers: papers,
      unfetched: job.topics.map(\.slug).filter { receipts[$0] == nil },
      pages: try await sitePages(), bills: bills, lastRun: lastRun, lastRunTrouble: trouble,
      report: try await report(on: papers, bills))
  }

  /// What a run would report that found everything as it is and did nothing.
  private func report(on papers: [Standing], _ bills: [Bill]) async throws -> RunReport {
    var stages = Dictionary(uniqueKeysWithValues: Stage.allCases.map { ($0, StageReport()) })
    for stage in Stage.allCases where stage.isPaid {
      stages[stage]?.problems = papers.compactMap { $0[stage]?.problem(of: $0.paper.id) }
    }
    var judged = StageReport(problems: papers.compactMap(\.problem))
    judged.compared = papers.filter { $0.isCompared && !$0.isHidden }.map(\.paper.id)
    stages[.validate] = judged
    let shown = papers.filter { !$0.isHidden }
    let summary = RunSummary(
      week: job.week, papers: shown.count, accepted: shown.count - judged.problems.count,
      rejected: judged.problems.count { $0.state != .waiting }, stages: [], bills: [],
      weekBills: bills)
    return RunReport(
      stages: stages, summary: summary, doubtful: try doubts(),
      outlook: try await outlook(after: judged))
  }
}

extension StageStanding {
  /// Why a paper is not asked about although it has no answer; nil where that is not so.
  fileprivate func problem(of id: ArXivID) -> Problem? {
    guard case .unasked(let reason) = state else { return nil }
    return Problem(id: id, state: .unasked, message: "\(stage.rawValue): \(reason)")
  }
}

extension Standing {
  /// Why the paper would not be published by what stands on disk; nil where it would.
  fileprivate var problem: Problem? {
    guard !isHidden else { return nil }
    guard let today else {
      let lacks = stages.filter { $0.answer == nil && $0.state != .byHand }
      let names = lacks.map { $0.stage == .translate ? "title" : "summary" }
      return Problem(
        id: paper.id, state: .waiting,
        message: "waits for its \(names.joined(separator: " and "))")
    }
    guard today.status == .rejected else { return nil }
    return Problem(
      id: paper.id, state: paper.isWithdrawn ? .withdrawn : .withheld,
      message: "withheld: \(today.findings.sentence)")
  }
}
