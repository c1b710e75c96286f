import ArXiv
import Foundation
import Records

extension Pipeline {
  /// Fetches the topics that are not on disk yet, or may have more by now; each page is saved before
  /// the next is asked for.
  func fetch() async throws -> StageReport {
    let before = try job.folder.coverage.read()
    let plan = try FetchPlan(
      job, source: services.source.name, papers: try job.folder.knownPapers(),
      onDisk: try roster().onDisk, receipts: before, now: services.now())
    tell(.began(.fetch, total: job.topics.count))
    var report = StageReport()
    report.count.reused = plan.reused.count
    noteChanges(plan, before)
    if !plan.requests.isEmpty {
      let intake = try Intake(job, tell: tell)
      do { try await harvest(plan, into: intake) } catch {
        // Every page that came is kept, and told; what broke the harvest off is what is thrown.
        _ = try? await judge(plan, intake, before)
        try? compactPapers()
        guard error is SourceError else { throw error }
        throw PipelineError.fetchFailed(cause: error, onDisk: (try? roster().wanted.count) ?? 0)
      }
      report.coverage = try await judge(plan, intake, before)
      report.count.done = report.coverage.count { $0.next == nil }
      report.count.failed = plan.requests.count - report.count.done
      report.added = intake.added
      try checkThatSomethingCame(report)
    }
    noteIfEarly(plan, plan.reused + report.coverage)
    try compactPapers()
    return report
  }

  private func harvest(_ plan: FetchPlan, into intake: Intake) async throws {
    let total = job.topics.count
    try await services.source.harvest(plan.requests, job.week) { harvest in
      try await intake.take(harvest)
      let done = plan.reused.count + intake.receipts.values.count { $0.next == nil }
      tell(.advanced(.fetch, done: done, total: total))
    }
  }

  /// Holds each receipt against what is usual, keeps what that says, and tells all of them.
  private func judge(
    _ plan: FetchPlan, _ intake: Intake, _ before: [String: Coverage]
  ) async throws -> [Coverage] {
    let receipts = plan.requests.compactMap { request in
      intake.receipts[request.topic.slug].map { judged($0, request, before[$0.id]) }
    }
    try await intake.keep(receipts.filter { $0 != intake.receipts[$0.id] })
    for receipt in receipts { tell(.covered(receipt)) }
    return receipts
  }

  private func judged(_ receipt: Coverage, _ request: TopicRequest, _ last: Coverage?) -> Coverage {
    guard receipt.next == nil else { return receipt }
    var receipt = receipt
    if let last, last.papers == receipt.papers, last.isFor(request.topic), last.next == nil {
      receipt.since = last.since ?? last.fetched
    }
    if let oddity = receipt.oddity(usual: request.usual ?? 0) { receipt.doubts.append(oddity) }
    receipt.confirmed = receipt.confirmed && receipt.doubts.isEmpty
    receipt.believe(after: last)
    for doubt in receipt.believed {
      tell(.note("\(receipt.id): \(doubt); the same as on another day, and so believed"))
    }
    return receipt
  }

  /// Throws where every topic failed for a reason of its own, and none is on disk.
  private func checkThatSomethingCame(_ report: StageReport) throws {
    guard report.count.reused == 0, report.coverage.allSatisfy({ $0.pages == 0 }),
      let first = report.coverage.first, let doubt = first.doubts.first
    else { return }
    throw PipelineError.nothingFetched(topic: first.id, reason: doubt)
  }

  /// Tells of topics whose query is another one than that of the last fetch.
  private func noteChanges(_ plan: FetchPlan, _ before: [String: Coverage]) {
    for topic in plan.requests.map(\.topic) {
      guard let last = before[topic.slug], !last.isFor(topic) else { continue }
      tell(
        .note(
          "\(topic.slug): the query has changed since the last fetch, and is searched anew; papers "
            + "that only the old one found are kept"))
    }
  }

  /// Tells where a fetch came too early to have everything.
  func noteIfEarly(_ plan: FetchPlan, _ receipts: [Coverage]) {
    let early = plan.early(receipts)
    guard let first = early.first else { return }
    tell(
      .note(
        "\(early.map(\.id).joined(separator: ", ")): fetched on "
          + "\(first.fetched.formatted(.iso8601)), when some papers of the week were not announced "
          + "yet; run the week again in some days to add them"))
  }

  private func compactPapers() throws {
    try job.folder.compactPapers()
    try job.folder.coverage.compact(order: job.allTopics.map(\.slug))
  }
}
