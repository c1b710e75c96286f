import Foundation
import HTTP
import Records
import TestSupport

@testable import ArXiv

/// A search for the sample topic that gets prepared answers, two entries to a page.
struct SearchScript: Sendable {
  private let script: ScriptedClient
  private let pageSize: Int

  /// Prepares one answer for each request.
  init(_ answers: [HTTPResponse], pageSize: Int = 2) {
    script = ScriptedClient(answers.map { .success($0) })
    self.pageSize = pageSize
  }

  /// Prepares one feed for each request.
  init(_ pages: [SampleFeed], pageSize: Int = 2) {
    self.init(pages.map { $0.response() }, pageSize: pageSize)
  }

  /// When the receipts are dated.
  static let now = Samples.time("2024-08-03T06:00:00Z")

  /// Searches.
  func find() async throws -> FoundTopic {
    let api = ArXivAPI(http: script.client, pageSize: pageSize)
    return try await TopicSearch(api: api, now: { Self.now }).find(Samples.topic, in: Samples.week)
  }

  /// Where the pages began that were asked for.
  var starts: [String] {
    script.requests.map { $0.name.split(separator: "-").last.map(String.init) ?? "" }
  }

  /// What a search finds that read so many pages.
  static func found(
    _ papers: [Paper], pages: Int, total: Int, dropped: [String] = [], warnings: [String] = []
  ) -> FoundTopic {
    let query = "(abs:\"sample text\") AND submittedDate:[202407260000 TO 202408020000]"
    return FoundTopic(
      papers: papers,
      coverage: Coverage(
        id: "sd", query: query, pages: pages, total: total, papers: papers.count,
        dropped: dropped, fetched: now),
      warnings: warnings)
  }
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
