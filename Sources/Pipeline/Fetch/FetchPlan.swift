import ArXiv
import Foundation
import Records

/// What is to be asked about the topics of a week, and what is on disk and still good.
struct FetchPlan {
  /// Topics to ask about.
  private(set) var requests: [TopicRequest] = []
  /// The receipts of topics that need not be asked about.
  private(set) var reused: [Coverage] = []

  /// So long after a week papers of it may still be announced: moderation can take weeks.
  ///
  /// See https://info.arxiv.org/help/availability.html.
  private static let settlingTime: Double = 28 * 86_400

  private let job: Job
  private let source: String
  private let now: Date

  /// Decides about each topic of a job, given what is on disk.
  ///
  /// `source` is the name of the one that will be asked; `onDisk` counts the papers of each topic, which
  /// are looked at only where something is to be asked.
  init(
    _ job: Job, source: String, papers: @autoclosure () throws -> [KnownPaper],
    onDisk: [String: Int], receipts: [String: Coverage], now: Date
  ) rethrows {
    self.job = job
    self.source = source
    self.now = now
    // The weeks before are only read where something is asked.
    lazy var history = TopicHistory(before: job.folder)
    var all: [KnownPaper]?
    for topic in job.topics {
      let receipt = receipts[topic.slug]
      if let receipt, receipt.isFor(topic), isGood(receipt, onDisk: onDisk[topic.slug] ?? 0) {
        reused.append(receipt)
      } else {
        let papers = try all ?? papers()
        all = papers
        let known = papers.filter { $0.topics.contains(topic.slug) }
        let usual = history.usual(topic)
        let had = receipt?.isFor(topic) == true ? known.count : 0
        requests.append(
          TopicRequest(
            topic: topic, earlier: receipt.flatMap { canGoOn($0, topic) ? $0 : nil },
            known: Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0.version) }),
            usual: had > 0 ? max(usual ?? 0, had) : usual))
      }
    }
  }

  /// True where an earlier fetch still stands.
  private func isGood(_ receipt: Coverage, onDisk: Int) -> Bool {
    // A paper may have been deleted from the file, to have it done again.
    guard !job.refetches, receipt.isWhole, onDisk >= receipt.papers else { return false }
    // Who names another source than the search wants it asked; and a file ages without being told.
    guard source == receipt.source || source == "api" && receipt.source == "oai" else {
      return false
    }
    // A clock that was wrong has dated a receipt that nothing can be made of.
    guard receipt.fetched <= now.addingTimeInterval(3600) else { return false }
    // arXiv changes once a day, and asks not to repeat a query within one.
    return isSettled(receipt) || receipt.fetched.isSameArXivDay(as: now)
  }

  /// True where nothing more can be expected; of nothing at all, only when it was so on another day.
  private func isSettled(_ receipt: Coverage) -> Bool {
    guard receipt.fetched >= job.week.end.addingTimeInterval(Self.settlingTime) else {
      return false
    }
    return receipt.papers > 0
      || receipt.since.map { !$0.isSameArXivDay(as: receipt.fetched) } ?? false
  }

  /// True where a fetch that was broken off can go on: the list moves from day to day.
  private func canGoOn(_ receipt: Coverage, _ topic: Topic) -> Bool {
    receipt.next != nil && receipt.source == source && receipt.isFor(topic)
      && receipt.fetched.isSameArXivDay(as: now)
  }

  /// Topics whose fetch came too early to have everything; a later run adds the rest.
  func early(_ receipts: [Coverage]) -> [Coverage] {
    let soon = job.week.end.addingTimeInterval(4 * 86_400)
    return receipts.filter { $0.fetched < soon }
  }
}

extension Date {
  /// True where no announcement lies between two instants.
  ///
  /// New papers come out at 20:00 in New York, which is midnight or one o'clock UTC; the search has
  /// them within the next hour. See https://info.arxiv.org/help/availability.html.
  func isSameArXivDay(as other: Date) -> Bool { arXivDay == other.arXivDay }

  private var arXivDay: Int {
    Int(((timeIntervalSince1970 - 2 * 3600) / 86_400).rounded(.down))
  }
}
