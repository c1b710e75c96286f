package import Foundation
package import Records

/// What a search for one topic found in one week.
package struct FoundTopic: Sendable, Equatable {
  /// The papers in digest order.
  package let papers: [Paper]
  /// The receipt for the run folder.
  package let coverage: Coverage
  /// What an operator should know, one sentence each.
  package let warnings: [String]
}

/// Reads a topic's week page by page.
package struct TopicSearch: Sendable {
  private let api: ArXivAPI
  private let now: @Sendable () -> Date

  /// The furthest hit that arXiv hands out, measured in 2026; its manual says 30,000.
  private static let window = 10_000

  /// How often an empty page is asked for again before it is believed.
  private static let confirmations = 2

  /// Searches through an interface; `now` dates the receipts.
  package init(api: ArXivAPI, now: @escaping @Sendable () -> Date) {
    self.api = api
    self.now = now
  }

  /// Finds the papers of a topic that were submitted in a week.
  ///
  /// Throws `FeedError` or what the client throws; a search that breaks off finds nothing rather
  /// than a part.
  package func find(_ topic: Topic, in week: Week) async throws -> FoundTopic {
    let query = SearchQuery(topic: topic, week: week)
    var harvest = Harvest(topic: topic, week: week, query: query)
    while harvest.isIncomplete {
      let feed = try await page(of: query, named: "\(topic.slug)-\(week)", harvest)
      harvest.add(feed)
      // A server that tells no total can only be believed by what it has sent.
      let total = max(harvest.total, harvest.start)
      guard total + api.pageSize <= Self.window else {
        throw FeedError.tooManyHits(total: total, limit: Self.window - api.pageSize)
      }
    }
    return try harvest.result(fetched: now())
  }

  /// Fetches the next page, more than once where it is empty and the announced total does not say
  /// that it may be.
  private func page(
    of query: SearchQuery, named name: String, _ harvest: Harvest
  ) async throws -> Feed {
    var total = harvest.total
    for attempt in 0...Self.confirmations {
      let feed = try await api.page(of: query, named: name, start: harvest.start)
      total = max(total, feed.totalResults ?? 0)
      // Without a total, only asking again tells the end from a page that failed.
      let isBelieved = feed.totalResults != nil || attempt == Self.confirmations
      if !feed.entries.isEmpty || isBelieved && harvest.start >= total { return feed }
    }
    throw FeedError.emptyPage(start: harvest.start, total: total)
  }
}

/// The pages of one search, as they add up.
private struct Harvest {
  let topic: Topic
  let week: Week
  let query: SearchQuery
  /// Where the next page begins.
  var start = 0
  /// The largest total that any page announced.
  var total = 0
  private var pages = 0
  private var papers: [ArXivID: Paper] = [:]
  private var dropped: [DroppedEntry] = []
  private var warnings: [String] = []
  private(set) var isIncomplete = true

  init(topic: Topic, week: Week, query: SearchQuery) {
    self.topic = topic
    self.week = week
    self.query = query
  }

  mutating func add(_ feed: Feed) {
    pages += 1
    start += feed.entries.count
    total = max(total, feed.totalResults ?? 0)
    isIncomplete = !feed.entries.isEmpty && (start < total || feed.totalResults == nil)
    if pages == 1, !query.matches(echo: feed.title) {
      warnings.append("\(topic.slug): arXiv understood another query: \(feed.title.prefix(300))")
    }
    for entry in feed.entries { take(entry) }
  }

  private mutating func take(_ entry: FeedEntry) {
    do {
      let paper = try entry.paper(topic: topic, week: week)
      // A paper may stand on two pages, in two versions, when the list moved in between.
      if let known = papers[paper.id], known.version >= paper.version { return }
      papers[paper.id] = paper
    } catch let drop as DroppedEntry {
      dropped.append(drop)
    } catch {
      dropped.append(DroppedEntry(reason: "\(error)"))
    }
  }

  func result(fetched: Date) throws -> FoundTopic {
    let outside = dropped.count(where: \.isOutsideWindow)
    guard outside * 2 <= start else {
      throw FeedError.windowIgnored(outside: outside, entries: start)
    }
    return FoundTopic(
      papers: papers.values.sorted(by: Paper.isBefore),
      coverage: Coverage(
        id: topic.slug, query: query.description, pages: pages, total: total,
        papers: papers.count, dropped: dropped.map(\.reason), fetched: fetched),
      warnings: warnings + dropped.map { "\(topic.slug): left out: \($0.reason)" })
  }
}
