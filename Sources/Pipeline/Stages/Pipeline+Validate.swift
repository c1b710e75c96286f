import Models
import Records
import Validation

extension Pipeline {
  /// Judges every paper of the week that has both texts, always anew.
  ///
  /// Tells what is another verdict than on disk before it writes; a rehearsal does not write.
  func validate() throws -> StageReport {
    try requirePapers(for: .validate)
    let all = try allPapers()
    let wantedIDs = Set(try roster().wanted.map(\.id))
    let wanted = all.filter { wantedIDs.contains($0.id) }
    tell(.began(.validate, total: wanted.count))
    let manuscripts = try manuscripts(of: all)
    let verdicts = verdicts(on: all.compactMap { manuscripts[$0.id] })
    var report = StageReport()
    report.changes = try changes(in: all, to: verdicts)
    for change in report.changes { tell(.changed(change)) }
    if !job.isRehearsal {
      try job.folder.verdicts.replace(with: all.compactMap { verdicts[$0.id] })
    }
    for paper in wanted {
      guard let manuscript = manuscripts[paper.id] else { continue }
      noteIfOutdated(verdicts[paper.id])
      guard let problem = problem(of: manuscript, verdicts[paper.id]) else { continue }
      report.problems.append(problem)
      guard problem.state == .withheld,
        services.validator.verdict(on: manuscript)?.status == .accepted
      else { continue }
      report.compared.append(paper.id)
    }
    report.count.done = wanted.count - report.problems.count
    report.count.failed = report.problems.count
    return report
  }

  /// Papers with what was written about them, by a model or by hand.
  func manuscripts(of papers: [Paper]) throws -> [ArXivID: Manuscript] {
    let titles = try job.folder.titles.read()
    let summaries = try job.folder.summaries.read()
    let edits = try job.folder.edits.read()
    return Dictionary(
      uniqueKeysWithValues: papers.map { paper in
        let manuscript = Manuscript(
          paper: paper, title: titles[paper.id], summary: summaries[paper.id],
          edit: edits[paper.id])
        return (paper.id, manuscript)
      })
  }

  /// Why a paper is not to be published; nil where it is.
  private func problem(of manuscript: Manuscript, _ verdict: Verdict?) -> Problem? {
    let paper = manuscript.paper
    guard let verdict else {
      let missing =
        (manuscript.lacksTitle ? ["title"] : []) + (manuscript.lacksSummary ? ["summary"] : [])
      return Problem(
        id: paper.id, state: .waiting,
        message: "waits for its \(missing.joined(separator: " and "))")
    }
    guard verdict.status == .rejected else { return nil }
    return Problem(
      id: paper.id, state: paper.isWithdrawn ? .withdrawn : .withheld,
      message: "withheld: \(verdict.findings.sentence)")
  }

  /// A text by hand is published although the paper has changed, and a person should look.
  private func noteIfOutdated(_ verdict: Verdict?) {
    guard let finding = verdict?.findings.first(where: { $0.code == Validator.outdatedEdit }),
      let id = verdict?.id
    else { return }
    tell(.note("\(id): \(finding.message); `edit \(id)` shows what it says now"))
  }

  /// The verdicts of today on papers that have both texts.
  func verdicts(on manuscripts: [Manuscript]) -> [ArXivID: Verdict] {
    let judged = services.validator.verdicts(on: manuscripts)
    return Dictionary(uniqueKeysWithValues: judged.compactMap { $0 }.map { ($0.id, $0) })
  }

  /// How far the verdicts on disk are those of today.
  func validationForecast() throws -> StageForecast {
    let all = try allPapers()
    let before = try job.folder.verdicts.read()
    let manuscripts = try manuscripts(of: all)
    let today = verdicts(on: all.compactMap { manuscripts[$0.id] })
    var forecast = StageForecast(.validate)
    for paper in try roster().wanted {
      switch (before[paper.id], today[paper.id]) {
      case (_, nil): forecast.waiting += 1
      case (nil, _?): forecast.missing += 1
      case (let old?, let new?):
        if old != new { forecast.staleCount += 1 }
        if new.status == .rejected { forecast.failed += 1 } else { forecast.done += 1 }
      }
    }
    return forecast
  }

  /// What is not as it is on disk.
  private func changes(
    in papers: [Paper], to verdicts: [ArXivID: Verdict]
  ) throws -> [VerdictChange] {
    let before = try job.folder.verdicts.read()
    return papers.compactMap { VerdictChange(of: $0.id, from: before[$0.id], to: verdicts[$0.id]) }
  }
}
