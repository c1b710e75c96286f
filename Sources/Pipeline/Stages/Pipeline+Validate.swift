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
    let titles = try job.folder.titles.read()
    let summaries = try job.folder.summaries.read()
    tell(.began(.validate, total: wanted.count))
    let judged = services.validator.verdicts(
      on: all.map {
        Manuscript(paper: $0, title: titles[$0.id], summary: summaries[$0.id])
      })
    let verdicts = Dictionary(uniqueKeysWithValues: judged.compactMap { $0 }.map { ($0.id, $0) })
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

  /// What is not as it is on disk.
  private func changes(
    in papers: [Paper], to verdicts: [ArXivID: Verdict]
  ) throws -> [VerdictChange] {
    let before = try job.folder.verdicts.read()
    return papers.compactMap { VerdictChange(of: $0.id, from: before[$0.id], to: verdicts[$0.id]) }
  }
}
