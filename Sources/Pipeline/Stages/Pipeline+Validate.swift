import Models
import Records
import Validation

extension Pipeline {
  /// Judges every paper of the week that has both drafts, always anew.
  func validate() throws -> StageReport {
    let wanted = try papers(for: .validate)
    let all = try job.folder.papers.read().values.sorted(by: Paper.isBefore)
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
      let missing = [
        titles[paper.id] == nil ? "title" : nil,
        summaries[paper.id] == nil ? "summary" : nil,
      ].compactMap(\.self)
      if let problem = problem(with: paper, verdicts[paper.id], missing: missing) {
        report.problems.append(problem)
      }
    }
    report.count.done = wanted.count - report.problems.count
    report.count.failed = report.problems.count
    return report
  }

  private func problem(with paper: Paper, _ verdict: Verdict?, missing: [String]) -> Problem? {
    guard let verdict else {
      return Problem(id: paper.id, message: "waits for its \(missing.joined(separator: " and "))")
    }
    guard verdict.status == .rejected else { return nil }
    let errors = verdict.findings.filter { $0.severity == .error }
      .map { "\($0.code) in \($0.field) (\($0.message))" }
    return Problem(id: paper.id, message: "withheld: " + errors.joined(separator: "; "))
  }
}
