import HTTP
import Records

/// The search for one topic in one week, page by page.
///
/// A list that moves while it is read may hide a paper between two pages, so a walk through the pages
/// counts what it meets: where that is less than was announced, the list is walked again.
struct TopicSearch {
  private let api: ArXivAPI
  private let topic: Topic
  private let whole: SearchWindow
  private let week: Week
  private let beginning: SearchPlace
  private let deliver: @Sendable (Harvest) async throws -> Void
  private var tally: Tally

  /// The furthest hit that arXiv hands out, measured in 2026; its manual says 30,000.
  static let furthestHit = 10_000

  /// So often a list is walked when entries are missing.
  private static let walks = 3

  /// Waits, in intervals, before a page that is empty or another one is asked for again.
  private static let pauses = [2, 10, 40]

  /// Prepares a search; nothing is sent yet.
  init(
    _ request: TopicRequest, in week: Week, api: ArXivAPI,
    deliver: @escaping @Sendable (Harvest) async throws -> Void
  ) {
    self.api = api
    self.week = week
    self.deliver = deliver
    topic = request.topic
    whole = SearchWindow(week)
    let place = request.earlier?.next.flatMap { SearchPlace($0, in: week) }
    beginning = place ?? SearchPlace(whole)
    tally = Tally(request, in: week, at: place, now: api.timing.date())
  }

  /// What the search has come to.
  var receipt: Coverage { tally.receipt }

  /// Reads every page, and delivers each with the receipt so far.
  ///
  /// The last receipt is left to the caller, who knows whether nothing is believed. Throws what the
  /// client and the delivery throw, and `FeedError`; then the receipt says where to go on.
  mutating func find() async throws {
    var places = [beginning] + (beginning.window.rest(of: whole).map { [SearchPlace($0)] } ?? [])
    var isCut = beginning.window != whole
    while !places.isEmpty {
      let place = places.removeFirst()
      tally.stand(at: place)
      let parts = try await read(place)
      isCut = isCut || !parts.isEmpty
      places = parts + places
    }
    if isCut, receipt.parsed < receipt.total {
      tally.doubt(
        "arXiv announced \(receipt.total) hits, and its parts of the week have \(receipt.parsed)")
    }
    tally.close()
  }

  /// Reads a window; returns its halves where it has more hits than arXiv hands out.
  private mutating func read(_ place: SearchPlace) async throws -> [SearchPlace] {
    var walk = Walk(from: place, tally)
    var missing = 0
    for _ in 1...Self.walks {
      while !walk.isAtEnd {
        let feed = try await page(at: walk)
        if walk.hasMoved(feed) { break }
        let reach = max(feed.totalResults ?? 0, walk.start)
        if reach > Self.furthestHit - api.pageSize { return try halves(of: place.window, reach) }
        try await deliver(
          try tally.take(feed, on: &walk, size: api.pageSize, at: api.timing.date()))
      }
      if walk.isAtEnd, walk.isComplete { return [] }
      missing = walk.missing
      walk = Walk(place.window, isRepeated: true)
    }
    tally.doubt(
      missing == 0
        ? "arXiv sends the same page again and again, and does not tell how many hits there are"
        : "arXiv announced \(receipt.total) hits, and \(missing) of them did not come, however often "
          + "the pages were read")
    return []
  }

  private mutating func halves(
    of window: SearchWindow, _ total: Int
  ) throws(FeedError) -> [SearchPlace] {
    tally.announce(total)
    guard let halves = window.halves else {
      throw FeedError.tooManyHits(total: total, limit: Self.furthestHit - api.pageSize)
    }
    return halves.map { SearchPlace($0) }
  }

  /// Fetches a page, more than once where it is empty and should not be, or is another one.
  private func page(at walk: Walk) async throws -> Feed {
    // A total that is not to be trusted costs one request more at the end of a list.
    let isKnown = walk.total != nil
    var pauses = isKnown && walk.distrustsTotal ? Self.pauses.prefix(1) : Self.pauses[...]
    while true {
      let pause = pauses.popFirst()
      do {
        let feed = try await api.page(
          of: SearchQuery(topic: topic, window: walk.window), named: name(of: walk.window),
          start: walk.start)
        if !feed.entries.isEmpty || walk.believesEmpty(feed) || walk.hasMoved(feed) { return feed }
        // Without a total, only asking again tells the end from a page that failed.
        if pause == nil,
          isKnown ? walk.distrustsTotal && walk.missing == 0 : feed.totalResults == nil
        {
          return feed
        }
        guard pause != nil else {
          let total = max(walk.total ?? 0, feed.totalResults ?? 0)
          throw FeedError.emptyPage(start: walk.start, total: total)
        }
      } catch let error as FeedError where error.mayPass && pause != nil {
      }
      try await api.pause(pause ?? 0)
    }
  }

  private func name(of window: SearchWindow) -> String {
    "\(topic.slug)-\(window == whole ? "\(week)" : window.from)"
  }
}
