import Models
import Records
import Validation

extension Pipeline {
  /// Judges every paper of the week that has both drafts, always anew.
  func validate() throws -> StageReport {
    let wanted = try papers(for: .validate)
    let all = try allPapers()
    let titles = try job.folder.titles.read()
    let summaries = try job.folder.summaries.read()
    tell(.began(.validate, total: wanted.count))
    var verdicts: [ArXivID: Verdict] = [:]
    for paper in all {
      verdicts[paper.id] = Validator.verdict(
        on: Manuscript(
          paper: paper, title: titles[paper.id], summary: summaries[paper.id],
          promptHeadings: services.prompts.headings))
    }
    try job.folder.verdicts.replace(with: all.compactMap { verdicts[$0.id] })

    var report = StageReport()
    for paper in wanted {
      if let verdict = verdicts[paper.id] {
        guard verdict.status == .rejected else { continue }
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
}
