import Foundation
import HTTP
import Records
import TestSupport

@testable import ArXiv

/// A search for the sample topic that gets prepared answers, on pages with room for nine entries.
struct SearchScript: Sendable {
  private let script: ScriptedClient
  private let clock = ManualTiming(random: 0)
  private let pageSize: Int
  private let isRetried: Bool

  /// Prepares what becomes of each request; `isRetried` puts the retries that arXiv gets above it.
  init(_ outcomes: [ScriptedClient.Outcome], pageSize: Int = 9, isRetried: Bool = false) {
    script = ScriptedClient(outcomes)
    self.pageSize = pageSize
    self.isRetried = isRetried
  }

  /// Prepares one feed for each request.
  init(_ pages: [SampleFeed], pageSize: Int = 9) {
    self.init(pages.map { .success($0.response()) }, pageSize: pageSize)
  }

  /// When the receipts are dated.
  static let now = Samples.time("2024-08-03T06:00:00Z")

  /// Where the pages are asked for.
  var source: PaperSource {
    var timing = clock.timing
    timing.date = { Self.now }
    let client = script.client
    let http =
      isRetried
      ? client.retrying(Politeness.retries { $0.feedKind }, timing: timing) : client
    return .api(ArXivAPI(http: http, pageSize: pageSize, timing: timing))
  }

  /// Searches for the sample topic.
  func find(
    usual: Int? = nil, earlier: Coverage? = nil, known: [Paper] = []
  ) async throws -> Found {
    let catcher = Catcher()
    let request = TopicRequest(
      topic: Samples.topic, earlier: earlier,
      known: Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0.version) }), usual: usual)
    try await source.harvest([request], Samples.week, catcher.take)
    return try catcher.found(Samples.topic.slug)
  }

  /// Where the pages began that were asked for.
  var starts: [String] {
    script.requests.map { $0.name.split(separator: "-").last.map(String.init) ?? "" }
  }

  /// The names of the requests.
  var names: [String] { script.requests.map(\.name) }

  /// How long was waited, in seconds.
  var waits: [Double] { clock.waits.map { $0 / .seconds(1) } }

  /// What a search finds that read so many pages.
  static func found(
    _ papers: [Paper], pages: Int, total: Int, duplicates: Int = 0, dropped: [String] = [],
    echo: String? = nil, confirmed: Bool = true, doubts: [String] = [], next: String? = nil,
    notes: [String] = []
  ) -> Found {
    let query = "(abs:\"sample text\") AND submittedDate:[202407260000 TO 202408020000]"
    return Found(
      papers: papers,
      coverage: Coverage(
        id: "sd", query: query, echo: echo, pages: pages, total: total,
        parsed: papers.count + dropped.count,
        papers: papers.count, duplicates: duplicates, dropped: dropped, confirmed: confirmed,
        doubts: doubts, next: next, fetched: now),
      notes: notes + dropped.map { "sd: left out: \($0)" })
  }

  /// What a search finds that stayed empty.
  static func nothing(
    pages: Int, confirmed: Bool = true, notes: [String] = []
  ) -> Found {
    found([], pages: pages, total: 0, confirmed: confirmed, notes: notes)
  }

  /// A place in the results of the week's search.
  static func place(_ start: Int, of total: Int? = nil) -> String {
    "202407260000-202408020000@\(start)" + (total.map { "/\($0)" } ?? "")
  }
}

/// What a source brought of one topic.
struct Found: Equatable {
  /// The papers in digest order.
  var papers: [Paper]
  /// The last receipt.
  var coverage: Coverage
  /// The notes.
  var notes: [String]
}

/// Takes in what a source delivers.
final class Catcher: Sendable {
  private let parts = Locked<[Harvest]>([])

  /// Takes a part.
  func take(_ part: Harvest) async throws {
    parts.withLock { $0.append(part) }
  }

  /// Every part so far.
  var all: [Harvest] { parts.withLock { $0 } }

  /// What they come to for a topic; a later version of a paper counts.
  func found(_ slug: String) throws -> Found {
    let parts = all
    var papers: [ArXivID: Paper] = [:]
    for paper in parts.flatMap(\.papers) where paper.topics.contains(slug) {
      if papers[paper.id]?.version ?? 0 <= paper.version { papers[paper.id] = paper }
    }
    guard let receipt = parts.flatMap(\.receipts).last(where: { $0.id == slug }) else {
      throw NoReceipt()
    }
    return Found(
      papers: papers.values.sorted(by: Paper.isBefore), coverage: receipt,
      notes: parts.flatMap(\.notes))
  }

  /// A topic without a receipt.
  struct NoReceipt: Error {}
}

extension SampleFeed {
  /// A page of a longer list, with entries that are told apart by a number.
  static func page(_ numbers: ClosedRange<Int>, start: Int, total: String?) -> SampleFeed {
    page(numbers.map { SampleEntry("2407.0000\($0)v1") }, start: start, total: total)
  }

  /// A page of a longer list.
  static func page(_ entries: [SampleEntry], start: Int, total: String?) -> SampleFeed {
    var feed = SampleFeed(.current, entries)
    (feed.start, feed.total) = ("\(start)", total)
    return feed
  }
}

extension Samples {
  /// The papers on a `SampleFeed.page`.
  static func papers(_ numbers: ClosedRange<Int>) -> [Paper] {
    numbers.map { paper("2407.0000\($0)") }
  }
}
