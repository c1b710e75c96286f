import Foundation
import Records

/// What a search has come to: its receipt, and which entries and papers it has met.
struct Tally {
  /// The receipt so far.
  private(set) var receipt: Coverage
  /// Entries that have come, by what tells them apart.
  private(set) var keys: Set<String> = []
  /// The version of each paper that was taken.
  private var taken: [ArXivID: Int] = [:]
  private var outside = 0
  private var unreadable: [String] = []

  private let topic: Topic
  private let week: Week

  /// So much is told of one page; the receipt has all.
  private static let mostNotes = 5

  /// Begins a search, or goes on with one that was broken off.
  init(_ request: TopicRequest, in week: Week, at place: SearchPlace?, now: Date) {
    topic = request.topic
    self.week = week
    receipt = Coverage(
      id: topic.slug, query: SearchQuery(topic: topic, week: week).description, fetched: now)
    guard place != nil, let earlier = request.earlier else { return }
    receipt = earlier
    receipt.doubts = []
    receipt.confirmed = false
    taken = request.known
    keys = Set(taken.keys.map(\.text))
  }

  /// Takes a page, and returns what it brings, with the receipt that says where to go on.
  ///
  /// Throws `FeedError.windowIgnored` where most of what has come is of another time; then the page is
  /// not counted.
  mutating func take(
    _ feed: Feed, on walk: inout Walk, size: Int, at now: Date
  ) throws(FeedError) -> Harvest {
    var next = self
    var notes = next.compareEcho(feed, walk.window)
    var papers: [Paper] = []
    for entry in feed.entries {
      if let paper = next.take(entry, on: &walk, &notes) { papers.append(paper) }
    }
    guard next.outside * 2 <= next.receipt.parsed else {
      throw FeedError.windowIgnored(outside: next.outside, entries: next.receipt.parsed)
    }
    walk.turn(feed, size: size)
    next.receipt.pages += 1
    next.receipt.total = max(receipt.total, feed.totalResults ?? 0)
    next.receipt.papers = next.taken.count
    next.receipt.parsed = max(
      next.receipt.parsed, next.receipt.papers + next.receipt.dropped.count)
    next.receipt.fetched = now
    next.stand(at: walk.place)
    self = next
    return Harvest(papers: papers, receipts: [receipt], notes: notes)
  }

  /// Notes where the search goes on.
  mutating func stand(at place: SearchPlace) {
    receipt.next = place.description
  }

  /// Notes something that speaks against believing the result.
  mutating func doubt(_ sentence: String) {
    receipt.doubts.append(sentence)
  }

  /// Notes how many hits a window announced that is too large to be read.
  mutating func announce(_ total: Int) {
    receipt.total = max(receipt.total, total)
  }

  /// Notes that every page has been read.
  mutating func close() {
    receipt.next = nil
    // Each of them stands in the place of a paper.
    if let first = unreadable.first {
      doubt("\(unreadable.count) of the entries cannot be read, the first of them: \(first)")
    }
    receipt.confirmed = receipt.doubts.isEmpty
  }

  private mutating func compareEcho(_ feed: Feed, _ window: SearchWindow) -> [String] {
    let query = SearchQuery(topic: topic, window: window)
    guard receipt.pages == 0, !query.matches(echo: feed.title) else { return [] }
    receipt.echo = String(feed.title.prefix(500))
    return ["\(topic.slug): arXiv understood another query: \(feed.title.prefix(300))"]
  }

  /// The paper of an entry; nil where it is none, or has come in this version before.
  private mutating func take(
    _ entry: FeedEntry, on walk: inout Walk, _ notes: inout [String]
  ) -> Paper? {
    let key = entry.key
    let isAgain = !walk.count(key)
    if isAgain { receipt.duplicates += 1 }
    // On a second walk an entry without a name is most likely one that was counted on the first.
    let isNew = key.map { keys.insert($0).inserted } ?? !walk.isRepeated
    if isNew { receipt.parsed += 1 }
    do {
      var paper = try entry.paper(in: week)
      let known = taken[paper.id]
      if isAgain, let known, known >= paper.version { return nil }
      taken[paper.id] = max(paper.version, known ?? 0)
      paper.topics = [topic.slug]
      return paper
    } catch {
      guard isNew else { return nil }
      switch error.kind {
      case .onBorder: break
      case .outside: outside += 1
      case .unreadable: unreadable.append(error.reason)
      }
      receipt.dropped.append(error.reason)
      if notes.count < Self.mostNotes {
        notes.append("\(topic.slug): left out: \(error.reason)")
      }
      return nil
    }
  }
}
