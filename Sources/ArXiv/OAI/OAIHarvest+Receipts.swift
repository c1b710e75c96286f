import Foundation
import Records

extension OAIHarvest {
  /// What has not been handed on of a week, with the receipts as they are now.
  func part(for requests: [TopicRequest], in week: Week, now: Date) -> Harvest {
    let slugs = Set(requests.map(\.topic.slug))
    let note = "\(skipped) records of arXiv's list were deleted or empty, and passed over"
    return Harvest(
      papers: gathering.fresh(in: week, of: slugs),
      receipts: requests.map { receipt(for: $0.topic, in: week, now: now) },
      notes: isComplete && skipped > 0 ? [note] : [])
  }

  private func receipt(for topic: Topic, in week: Week, now: Date) -> Coverage {
    var receipt = Coverage(
      id: topic.slug, source: "oai", query: topic.localQuery(in: week), pages: pages,
      total: listSize, parsed: skipped, doubts: doubts, fetched: now)
    let earlier = resumed?[topic.slug]
    let known = (earlier?.next).flatMap(OAIPosition.init)?.known ?? []
    let found = Set(gathering.papers(of: topic.slug, in: week).map(\.id))
    gathering.count(into: &receipt, of: topic, in: week)
    receipt.papers = found.subtracting(known).count
    receipt.duplicates += found.intersection(known).count
    if let earlier { receipt.add(earlier) }
    receipt.confirmed = isComplete && receipt.doubts.isEmpty
    if !isComplete, receipt.doubts.isEmpty {
      let place = OAIPosition(day: reading.dayToGoOn, set: reading.set, known: known.union(found))
      receipt.next = place.description
    }
    return receipt
  }
}

extension Coverage {
  /// Adds what a fetch that was broken off has counted.
  fileprivate mutating func add(_ earlier: Coverage) {
    pages += earlier.pages
    total += earlier.total
    parsed += earlier.parsed
    papers += earlier.papers
    duplicates += earlier.duplicates
    dropped = earlier.dropped + dropped
  }
}
