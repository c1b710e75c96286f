import Models
import Records
import Validation

extension Pipeline {
  /// Judges every paper of the week that has both drafts, always anew.
  ///
  /// Tells what is another verdict than on disk before it writes; a rehearsal does not write.
  func validate() throws -> StageReport {
    let wanted = try papers(for: .validate)
    let all = try allPapers()
    tell(.began(.validate, total: wanted.count))
    let titles = try job.folder.titles.read()
    let summaries = try job.folder.summaries.read()
    let verdicts = verdicts(on: all, titles, summaries)
    var report = StageReport()
    report.changes = try changes(in: all, to: verdicts)
    for change in report.changes { tell(.changed(change)) }
    if !job.isRehearsal {
      try job.folder.verdicts.replace(with: all.compactMap { verdicts[$0.id] })
    }
    for paper in wanted {
      if let verdict = verdicts[paper.id] {
        guard verdict.status == .rejected else { continue }
        let alone = services.validator.verdict(
          on: Manuscript(paper: paper, title: titles[paper.id], summary: summaries[paper.id]))
        if alone?.status == .accepted { report.compared.append(paper.id) }
        report.problems.append(
          Problem(
            id: paper.id, state: paper.isWithdrawn ? .withdrawn : .withheld,
            message: "withheld: \(verdict.findings.sentence)"))
      } else {
        let missing =
          (titles[paper.id] == nil ? ["title"] : [])
          + (summaries[paper.id] == nil ? ["summary"] : [])
        report.problems.append(
          Problem(
            id: paper.id, state: .waiting,
            message: "waits for its \(missing.joined(separator: " and "))"))
      }
    }
    report.count.done = wanted.count - report.problems.count
    report.count.failed = report.problems.count
    return report
  }

  /// The verdicts of today on papers that have both drafts.
  private func verdicts(
    on papers: [Paper], _ titles: [ArXivID: TitleDraft], _ summaries: [ArXivID: SummaryDraft]
  ) -> [ArXivID: Verdict] {
    let judged = services.validator.verdicts(
      on: papers.map {
        Manuscript(paper: $0, title: titles[$0.id], summary: summaries[$0.id])
      })
    return Dictionary(uniqueKeysWithValues: judged.compactMap { $0 }.map { ($0.id, $0) })
  }

  /// How far the verdicts on disk are those of today.
  func validationForecast() throws -> StageForecast {
    let wanted = try papers()
    let all = try allPapers()
    let before = try job.folder.verdicts.read()
    let today = try verdicts(on: all, job.folder.titles.read(), job.folder.summaries.read())
    var forecast = StageForecast(.validate)
    for paper in wanted {
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
