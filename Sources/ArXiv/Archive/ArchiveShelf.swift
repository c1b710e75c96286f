import Foundation
import HTTP
import Records

/// Keeps what was read of a file for all calls of a run.
final class ArchiveShelf: Sendable {
  private struct Contents {
    let gathering: Gathering
    let outcome: ArchiveReader.Outcome
  }

  private let path: String
  private let search: LocalSearch
  private let now: @Sendable () -> Date
  private let contents = Locked<Contents?>(nil)
  /// Two calls at once would read the file twice.
  private let turn = Slots(1)

  /// Reads nothing yet; `now` dates the receipts.
  init(path: String, search: LocalSearch, now: @escaping @Sendable () -> Date) {
    self.path = path
    self.search = search
    self.now = now
  }

  /// What the file has of a week, which is read with the first call.
  ///
  /// Throws `ArchiveError`.
  func part(for requests: [TopicRequest], of week: Week) async throws -> Harvest {
    try await turn.withSlot {
      let known = self.contents.withLock { $0 }
      let contents = if let known { known } else { try await self.read() }
      self.contents.withLock { $0 = contents }
      let slugs = Set(requests.map(\.topic.slug))
      return Harvest(
        papers: contents.gathering.fresh(in: week, of: slugs),
        receipts: requests.map { self.receipt(for: $0.topic, in: week, contents) })
    }
  }

  /// Reads off the caller's thread, because a large file takes its time.
  @concurrent private func read() async throws -> Contents {
    let (gathering, outcome) = try ArchiveReader(path: path).read(
      into: Gathering(search), isCandidate: search.mayHoldWantedDate)
    return Contents(gathering: gathering, outcome: outcome)
  }

  private func receipt(for topic: Topic, in week: Week, _ contents: Contents) -> Coverage {
    let (gathering, outcome) = (contents.gathering, contents.outcome)
    var receipt = Coverage(
      id: topic.slug, source: "file", query: topic.localQuery(in: week), pages: 1,
      total: outcome.total, doubts: outcome.doubts, fetched: now())
    gathering.count(into: &receipt, of: topic, in: week)
    receipt.papers = gathering.papers(of: topic.slug, in: week).count
    if search.obstacle(to: topic, in: week) == nil {
      let doubt =
        outcome.format == .feed
        ? gathering.doubtOfFeed(receipt) : gathering.doubtOfList(in: week)
      doubt.map { receipt.doubts.append($0) }
    }
    receipt.confirmed = receipt.doubts.isEmpty
    return receipt
  }
}

extension Gathering {
  /// Why a saved feed may say nothing of a topic: nobody knows what it was searched for.
  fileprivate func doubtOfFeed(_ receipt: Coverage) -> String? {
    receipt.papers == 0 ? "the feed holds no paper of the topic in the week" : nil
  }

  /// Why a list of everything may not reach to a week's end; nil where it does.
  ///
  /// Papers come every day, so a list that was made after the week has one of the week's last day or
  /// later.
  fileprivate func doubtOfList(in week: Week) -> String? {
    let lastDay = week.lastDay
    guard let newest = newest?.utcDay, newest.prefix(7) >= week.description.prefix(7) else {
      // What the snapshot has of other months was not looked at.
      return "the file holds no paper of the week's last day or later"
    }
    guard newest < lastDay else { return nil }
    return "the file's newest paper is of \(newest), before the week's end"
  }
}
