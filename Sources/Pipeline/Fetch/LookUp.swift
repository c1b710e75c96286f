package import ArXiv
package import Records

/// Adds single papers to their weeks.
package struct LookUp: Sendable {
  /// The papers.
  let ids: [ArXivID]
  /// The topics to put them under; those whose query means them where empty.
  let topics: [Topic]
  /// Finds the job of a week, which only fetches.
  let job: @Sendable (Paper) -> Job
  /// Where papers come from.
  let source: PaperSource
  /// Hears what an operator should know.
  let tell: @Sendable (RunEvent) -> Void

  /// Prepares to look papers up; `job` finds the job of a paper's week, which only fetches.
  package init(
    ids: [ArXivID], topics: [Topic], source: PaperSource,
    job: @escaping @Sendable (Paper) -> Job, tell: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.ids = ids
    self.topics = topics
    self.job = job
    self.source = source
    self.tell = tell
  }

  /// What came of it.
  package struct Report: Sendable {
    /// Weeks that papers were put into, the oldest first.
    package var weeks: [Week] = []
    /// Papers that were put into their weeks, or were there already.
    package var placed = 0
    /// Papers that were not, with the reason.
    package var problems: [Problem] = []
  }

  /// Looks the papers up and puts each into the folder of its week.
  ///
  /// Throws `PipelineError.fetchFailed`, and `RecordError` where a week's folder cannot be written or
  /// another run holds it.
  package func run() async throws -> Report {
    let found: [Paper]
    do { found = try await source.lookUp(ids) } catch {
      throw error is CancellationError ? error : PipelineError.fetchFailed(cause: error, onDisk: 0)
    }
    var report = Report()
    for id in ids where !found.contains(where: { $0.id == id }) {
      report.problems.append(
        Problem(
          id: id, state: .unasked,
          message: "arXiv has no such paper, or nothing of it that can be read"))
    }
    let jobs = Dictionary(grouping: found) { job($0).week }
    for week in jobs.keys.sorted(by: { $0.start < $1.start }) {
      guard let papers = jobs[week], let first = papers.first else { continue }
      try await place(papers, in: job(first), &report)
    }
    return report
  }

  private func place(_ papers: [Paper], in job: Job, _ report: inout Report) async throws {
    let lock = try job.folder.lock()
    defer { withExtendedLifetime(lock) {} }
    let known = try job.folder.papers.table()
    var placed: [Paper] = []
    for paper in papers.sorted(by: Paper.isBefore) {
      var paper = paper
      paper.topics = slugs(of: paper, in: job.allTopics)
      guard try !paper.topics.isEmpty || known.contains(paper.id) else {
        let message = "no query of digest.json means it; name its topic with --topic"
        report.problems.append(Problem(id: paper.id, state: .unasked, message: message))
        continue
      }
      placed.append(paper)
    }
    guard !placed.isEmpty else { return }
    try await Intake(job, tell: tell).take(Harvest(papers: placed))
    for paper in placed {
      let state = try known.contains(paper.id) ? "is in" : "added to"
      tell(.note("\(paper.id): \(state) the week of \(job.week): \(paper.title)"))
    }
    try job.folder.compactPapers()
    report.weeks.append(job.week)
    report.placed += placed.count
  }

  private func slugs(of paper: Paper, in all: [Topic]) -> [String] {
    guard topics.isEmpty else { return topics.map(\.slug) }
    let paper = SearchablePaper(paper)
    // A query that cannot be held against a paper is told when digest.json is read.
    return all.filter { (try? TopicQuery($0.query))?.matches(paper) ?? false }.map(\.slug)
  }
}
