import ArXiv
import Foundation
import HTTP
import Records
import TestSupport

@testable import Pipeline

/// An entry of a page that a test's arXiv sends.
struct FetchEntry: Sendable {
  /// The paper's number.
  let number: Int
  /// Its version.
  var version = 1
  /// Its title.
  var title = "A"
  /// Its abstract.
  var abstract = "B"
  /// The authors' comment.
  var comment: String?

  /// The entry as a feed has it; a higher number was submitted earlier.
  fileprivate var xml: String {
    let published = Samples.week.start.addingTimeInterval(Double(1000 - number) * 60)
    return """
      <entry><id>http://arxiv.org/abs/2407.\(20000 + number)v\(version)</id><title>\(title)</title>
      <summary>\(abstract)</summary><published>\(published.formatted(.iso8601))</published>
      \(comment.map { "<a:comment>\($0)</a:comment>" } ?? "")</entry>
      """
  }
}

extension ScriptedClient.Outcome {
  /// A page with some entries, the only one of its topic unless a total says otherwise.
  static func page(
    topic slug: String, _ entries: [FetchEntry], total: Int? = nil
  ) -> ScriptedClient.Outcome {
    let query = "search_query=(abs:\(slug)) AND submittedDate:[202407260000 TO 202408020000]"
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:a="http://arxiv.org/schemas/atom" \
      xmlns:o="http://a9.com/-/spec/opensearch/1.1/"><title>arXiv Query: \(query)&amp;id_list=</title>
      <o:totalResults>\(total ?? entries.count)</o:totalResults>\(entries.map(\.xml).joined())</feed>
      """
    return .success(HTTPResponse(status: 200, body: Array(feed.utf8)))
  }

  /// A page with papers of some numbers.
  static func page(
    topic slug: String = "sd", _ numbers: some Sequence<Int>
  ) -> ScriptedClient.Outcome {
    page(topic: slug, numbers.map { FetchEntry(number: $0) })
  }
}

/// What a run told.
final class Told: Sendable {
  private let events = Locked<[RunEvent]>([])

  /// Hears an event.
  func hear(_ event: RunEvent) { events.withLock { $0.append(event) } }

  /// The notes.
  var notes: [String] {
    events.withLock { $0 }.compactMap { event in
      if case .note(let text) = event { text } else { nil }
    }
  }

  /// The receipts.
  var receipts: [Coverage] {
    events.withLock { $0 }.compactMap { event in
      if case .covered(let receipt) = event { receipt } else { nil }
    }
  }
}

extension RunFolder {
  /// Leaves a receipt behind, as an earlier fetch would.
  func keep(
    _ slug: String = "sd", papers: Int, query: String? = nil, confirmed: Bool = true,
    doubts: [String] = [], next: String? = nil, fetched: Date, since: Date? = nil
  ) async throws {
    _ = try lock()
    try await coverage.journal().append([
      Coverage(
        id: slug, query: query ?? "(abs:\(slug)) AND submittedDate:[]", pages: 1, total: papers,
        parsed: papers, papers: papers, confirmed: confirmed, doubts: doubts, next: next,
        fetched: fetched, since: since)
    ])
  }
}

extension Samples {
  /// The folder of the week within a test's folder.
  static func weekFolder(_ path: String) -> RunFolder {
    RunFolder(runs: path + "/runs", week: week)
  }
}
