import Records

/// What a run tells at its end.
extension Pipeline {
  /// What speaks against believing that all papers of the job's topics are there.
  func doubts() throws -> [TopicDoubt] {
    let receipts = try job.folder.coverage.read()
    return job.topics.flatMap { TopicDoubt.doubts(on: $0, receipts[$0.slug]) }
  }

  /// What the next run would ask about, as far as this one's stages had to do with it.
  ///
  /// Only the validation of this run, if there was one, knows which papers it withholds for others.
  func outlook(after judged: StageReport?) async throws -> Outlook {
    let judges = job.stages.contains { $0 > .summarize }
    // Whose texts are accepted as a whole has usable answers; only the others are to be looked at.
    let open = judges ? try unaccepted(judged) : []
    func outlook<Output: Draft>(_ stage: PaidStage<Output>) async throws -> Outlook {
      if judges { return try stage.outlook(of: try await roll(of: stage, on: open)) }
      guard job.stages.contains(stage.name) else { return Outlook() }
      return try stage.outlook(of: try await roll(of: stage))
    }
    return try await outlook(translating) + outlook(summarizing)
      + Outlook(compared: judged?.compared ?? [])
  }

  /// The papers that the last validation has not accepted: this run's, or the one that wrote the
  /// verdicts.
  private func unaccepted(_ judged: StageReport?) throws -> [Roster.Entry] {
    let roster = try roster()
    if let judged {
      let places = Set(try judged.problems.compactMap { try roster.papers.place(of: $0.id) })
      return roster.asked.filter { places.contains($0.place) }
    }
    return zip(roster.shown, try statuses()).filter { paper, status in
      paper.isTopical && !paper.isWithdrawn && status != .accepted
    }.map(\.0)
  }

  /// The counts and the bills for `run.json`.
  func summary(
    of reports: [Stage: StageReport], _ spending: Spending
  ) throws -> RunSummary {
    let (accepted, rejected) = try tally(reports[.validate])
    return RunSummary(
      week: job.week, papers: try roster().wanted.count,
      accepted: accepted, rejected: rejected,
      stages: job.stages.compactMap { stage in reports[stage].map { (stage.rawValue, $0.count) } },
      bills: spending.bills,
      weekBills: try job.folder.bills(), isReplay: job.isReplay)
  }

  /// Counts verdicts: those that validation has just come to, which a rehearsal does not write, else
  /// those on disk.
  private func tally(_ judged: StageReport?) throws -> (accepted: Int, rejected: Int) {
    if let judged {
      return (judged.count.done, judged.problems.count { $0.state != .waiting })
    }
    let wanted = zip(try roster().shown, try statuses()).filter { $0.0.isTopical }
    return (wanted.count { $0.1 == .accepted }, wanted.count { $0.1 == .rejected })
  }

  /// What the verdicts on disk say of the papers that are not hidden, in digest order.
  private func statuses() throws -> [Verdict.Status?] {
    try memory.statuses(statusMarks) {
      let verdicts = try job.folder.verdicts.table()
      let roster = try roster()
      return try roster.shown.map { try verdicts[roster.id(of: $0)]?.status }
    }
  }

  /// Marks of the files that say which papers are not hidden and what their verdicts are.
  var statusMarks: [FileMark?] {
    [job.folder.papers.mark, job.folder.edits.mark, job.folder.verdicts.mark]
  }
}

extension PaidStage {
  /// What the next run would do about the papers of a roll; throws `RecordError`.
  fileprivate func outlook(of roll: Roll) throws -> Outlook {
    let drafts = try file.table()
    var outlook = Outlook()
    for entry in roll.entries where entry.isAsked || entry.isExhausted {
      let id = try roll.id(of: entry)
      if entry.isAsked { outlook.asks.append(id) }
      guard entry.isExhausted else { continue }
      outlook.exhausted.append(
        Outlook.Exhausted(id: id, stage: name, repairs: try drafts[id]?.repairs ?? 0))
    }
    return outlook
  }
}
