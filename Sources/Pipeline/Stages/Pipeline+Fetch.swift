import ArXiv
import Foundation
import Records

extension Pipeline {
  /// Fetches the topics that are not on disk yet; each is saved before the next is asked for.
  func fetch() async throws -> StageReport {
    var report = StageReport()
    let receipts = try job.folder.coverage.read()
    tell(.began(.fetch, total: job.topics.count))
    let papers = try allPapers()
    for (index, topic) in job.topics.enumerated() {
      let onDisk = papers.count { $0.topics.contains(topic.slug) }
      if let receipt = receipts[topic.slug], isGood(receipt, for: topic, onDisk: onDisk) {
        report.count.reused += 1
      } else {
        try await fetch(topic)
        report.count.done += 1
      }
      tell(.advanced(.fetch, done: index + 1, total: job.topics.count))
    }
    try compactPapers()
    return report
  }

  /// How long after its submission a paper may be announced, as a rule: a weekend and moderation.
  ///
  /// See https://info.arxiv.org/help/availability.html.
  private static let announcementDelay: Double = 4 * 86_400

  /// True where an earlier fetch still stands.
  private func isGood(_ receipt: Coverage, for topic: Topic, onDisk: Int) -> Bool {
    // What was fetched before the week was over lacks its last days; and a paper may have been
    // deleted from the file, to have it done again.
    guard !job.refetches, receipt.fetched >= job.week.end, onDisk >= receipt.papers else {
      return false
    }
    noteIfEarly(receipt)
    if receipt.query != SearchQuery(topic: topic, week: job.week).description {
      tell(
        .note(
          "\(topic.slug): the query in digest.json has changed since the fetch; the old papers are "
            + "kept. To search anew: arxiv-digest fetch --week \(job.week) --topic \(topic.slug)"))
    }
    return true
  }

  /// Tells where a fetch came too early to have everything.
  private func noteIfEarly(_ receipt: Coverage) {
    guard receipt.fetched < job.week.end.addingTimeInterval(Self.announcementDelay) else { return }
    tell(
      .note(
        "\(receipt.id): fetched on \(receipt.fetched.formatted(.iso8601)), when some papers of the "
          + "week were not announced yet; to add them in some days: "
          + "arxiv-digest fetch --week \(job.week) --topic \(receipt.id)"))
  }

  private func fetch(_ topic: Topic) async throws {
    let found: FoundTopic
    do { found = try await services.search.find(topic, in: job.week) } catch {
      throw error is CancellationError
        ? error : PipelineError.fetchFailed(topic: topic.slug, cause: error)
    }
    for warning in found.warnings { tell(.note(warning)) }
    if found.papers.isEmpty {
      tell(.note("\(topic.slug): arXiv has no paper for the week of \(job.week)"))
    }
    let known = try job.folder.papers.read()
    let changed = found.papers.map { merged($0, with: known[$0.id]) }
      .filter { $0 != known[$0.id] }
    try await job.folder.papers.journal().append(changed)
    // The receipt comes last: without it the topic is fetched again.
    try await job.folder.coverage.journal().append([found.coverage])
    noteIfEarly(found.coverage)
  }

  /// One record for a paper of several topics: the newer version, and every topic in order.
  private func merged(_ found: Paper, with known: Paper?) -> Paper {
    guard let known else { return found }
    var paper = found.version >= known.version ? found : known
    let topics = Set(found.topics + known.topics)
    let ordered = job.allTopics.map(\.slug).filter(topics.contains)
    paper.topics = ordered + topics.subtracting(ordered).sorted()
    return paper
  }

  private func compactPapers() throws {
    try job.folder.papers.compact(order: allPapers().map(\.id))
    try job.folder.coverage.compact(order: job.allTopics.map(\.slug))
  }
}
