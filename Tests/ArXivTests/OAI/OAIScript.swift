import Foundation
import HTTP
import Records
import TestSupport

@testable import ArXiv

/// An OAI-PMH source that gets prepared answers, and what it delivers.
///
/// The topic `sd` takes papers whose title has the word "Sample", `ot` those with "Other".
final class OAIScript: Sendable {
  private let script: ScriptedClient
  private let clock: Locked<Date>
  private let delivered = Locked<[Harvest]>([])
  /// The source.
  let source: PaperSource

  /// The second topic of the tests.
  static let other = Topic(slug: "ot", name: "その他", query: "ti:other")
  /// When the clock begins.
  static let now = Samples.time("2024-08-03T06:00:00Z")

  /// Prepares one answer for each request.
  init(
    _ answers: [HTTPResponse], topics: [Topic] = [Samples.topic], weeks: [Week] = [Samples.week],
    archives: Set<String>? = ["cs"]
  ) {
    script = ScriptedClient(answers.map { .success($0) })
    clock = Locked(Self.now)
    let search = LocalSearch(topics: topics, weeks: weeks) { topic in
      if topic.slug == "bad" { throw QueryError(message: "no such field", offset: 0) }
      let word = topic.slug == "sd" ? "Sample" : "Other"
      return LocalSearch.Matcher(archives: archives) { $0.paper.title.contains(word) }
    }
    let clock = clock
    source = .oai(server: OAIServer(http: script.client), search: search) {
      clock.withLock { $0 }
    }
  }

  /// Prepares one page for each request.
  convenience init(_ pages: [SamplePage]) { self.init(pages.map { $0.response() }) }

  /// Sets the clock.
  func set(_ date: Date) { clock.withLock { $0 = date } }

  /// Harvests and returns what was delivered; `each` hears of every part.
  func harvest(
    _ requests: [TopicRequest] = [TopicRequest(topic: Samples.topic)], week: Week = Samples.week,
    each: @escaping @Sendable (Harvest) throws -> Void = { _ in }
  ) async throws -> [Harvest] {
    delivered.withLock { $0 = [] }
    try await source.harvest(requests, week) { part in
      self.delivered.withLock { $0.append(part) }
      try each(part)
    }
    return parts
  }

  /// What was delivered last, also where the harvest broke off.
  var parts: [Harvest] { delivered.withLock { $0 } }

  /// The names of the requests so far.
  var names: [String] { script.requests.map(\.name) }

  /// What the requests asked for.
  var queries: [String] {
    script.requests.map { String($0.url.dropFirst(OAIServer.publicURL.count + 1)) }
  }

  /// The headers and limits of the requests.
  var requests: [HTTPRequest] { script.requests }

  /// The receipt for the sample topic, in the sample week unless told otherwise.
  static func receipt(
    id: String = "sd", pages: Int, parsed: Int, papers: Int, duplicates: Int = 0, total: Int = 0,
    dropped: [String] = [], next: String? = nil, doubts: [String] = [], week: String? = nil,
    fetched: Date = now
  ) -> Coverage {
    let query = id == "sd" ? "abs:\"sample text\"" : "ti:other"
    return Coverage(
      id: id, source: "oai",
      query: "(\(query)), submitted \(week ?? "2024-07-26 to 2024-08-01"), evaluated here",
      pages: pages, total: total, parsed: parsed, papers: papers, duplicates: duplicates,
      dropped: dropped, confirmed: next == nil && doubts.isEmpty, doubts: doubts, next: next,
      fetched: fetched)
  }
}

extension SamplePaper {
  /// The paper of the sample topic.
  var found: Paper { found(["sd"]) }

  /// The paper with the topics that it is found for.
  func found(_ topics: [String]) -> Paper {
    var paper = paper
    paper.topics = topics
    return paper
  }
}
