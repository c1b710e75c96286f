import ArXiv
import Foundation
import HTTP
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("The fetch stage")
struct FetchStageTests {
  @Test("a paper of two topics is one record with both, in the order of digest.json")
  func merging() async throws {
    try await withTemporaryFolder { folder in
      let arXiv = ScriptedClient([
        Self.page(topic: "sd", [(1, 1), (2, 1)]), Self.page(topic: "fl", [(2, 3)]),
      ])
      // The second topic comes first in digest.json.
      for slug in [1, 0] {
        let job = Samples.job([.fetch], topics: [Samples.topics[slug]], in: folder)
        _ = try await Pipeline.scripted(job, arXiv: arXiv).run()
      }
      let papers = try Self.folder(folder).papers.read()
      #expect(papers.count == 2)
      #expect(papers[try Samples.id(1)]?.topics == ["sd"])
      #expect(papers[try Samples.id(2)]?.topics == ["fl", "sd"])
      #expect(papers[try Samples.id(2)]?.version == 3)
    }
  }

  @Test("what was fetched is not asked for again, unless fetching was asked for by name")
  func reuse() async throws {
    try await withTemporaryFolder { folder in
      let arXiv = ScriptedClient([
        Self.page(topic: "sd", [(1, 1)]), Self.page(topic: "sd", [(1, 1), (2, 1)]),
      ])
      _ = try await Pipeline.scripted(Samples.job([.fetch], in: folder), arXiv: arXiv).run()
      let second = try await Pipeline.scripted(Samples.job([.fetch], in: folder), arXiv: arXiv)
        .run()
      #expect(second.stages[.fetch]?.count == .init(done: 0, reused: 1, failed: 0))
      #expect(arXiv.requests.count == 1)
      let job = Samples.job([.fetch], refetches: true, in: folder)
      let third = try await Pipeline.scripted(job, arXiv: arXiv).run()
      #expect(third.stages[.fetch]?.count == .init(done: 1, reused: 0, failed: 0))
      #expect(try Self.folder(folder).papers.read().count == 2)
    }
  }

  @Test("what was fetched before the week was over is asked for again")
  func unfinishedWeek() async throws {
    try await withTemporaryFolder { folder in
      try await Self.folder(folder).withReceipt(fetched: Samples.week.end.addingTimeInterval(-1))
      let arXiv = ScriptedClient([Self.page(topic: "sd", [(1, 1)])])
      _ = try await Pipeline.scripted(Samples.job([.fetch], in: folder), arXiv: arXiv).run()
      #expect(arXiv.requests.count == 1)
    }
  }

  @Test("a changed query is told, and the papers on disk are kept")
  func changedQuery() async throws {
    try await withTemporaryFolder { folder in
      try await Self.folder(folder).withReceipt(
        fetched: Samples.later.addingTimeInterval(7 * 86_400))
      let notes = Locked<[RunEvent]>([])
      let pipeline = try Pipeline.scripted(Samples.job([.fetch], in: folder)) { event in
        if case .note = event { notes.withLock { $0.append(event) } }
      }
      _ = try await pipeline.run()
      #expect(
        notes.withLock { $0 } == [
          .note(
            "sd: the query in digest.json has changed since the fetch; the old papers are kept. To "
              + "search anew: arxiv-digest fetch --week 2024-07-26 --topic sd")
        ])
    }
  }

  @Test("a fetch in the first days after the week is told to be too early for late papers")
  func early() async throws {
    try await withTemporaryFolder { folder in
      let notes = Locked<[RunEvent]>([])
      let arXiv = ScriptedClient([Self.page(topic: "sd", [(1, 1)])])
      let job = Samples.job([.fetch], in: folder)
      for _ in 1...2 {
        _ = try await Pipeline.scripted(job, arXiv: arXiv) { event in
          if case .note = event { notes.withLock { $0.append(event) } }
        }.run()
      }
      // Both when it is fetched and when it is found on disk.
      let note = RunEvent.note(
        "sd: fetched on 2024-08-03T15:46:40Z, when some papers of the week were not announced yet; "
          + "to add them in some days: arxiv-digest fetch --week 2024-07-26 --topic sd")
      #expect(notes.withLock { $0 } == [note, note])
      #expect(arXiv.requests.count == 1)
    }
  }

  @Test("a topic that fails ends the run with its name, and keeps the topics before it")
  func failure() async throws {
    try await withTemporaryFolder { folder in
      let arXiv = ScriptedClient([
        Self.page(topic: "fl", [(1, 1)]), .success(HTTPResponse(status: 403)),
        Self.page(topic: "sd", [(2, 1)]),
      ])
      let job = Samples.job([.fetch], topics: Samples.topics, in: folder)
      let error = await #expect(throws: PipelineError.self) {
        try await Pipeline.scripted(job, arXiv: arXiv).run()
      }
      #expect(error?.description == "fetch: topic sd: arXiv answered with status 403")
      let second = try await Pipeline.scripted(job, arXiv: arXiv).run()
      #expect(second.stages[.fetch]?.count == .init(done: 1, reused: 1, failed: 0))
      #expect(try Self.folder(folder).papers.read().count == 2)
    }
  }

  private static func folder(_ path: String) -> RunFolder {
    RunFolder(runs: path + "/runs", week: Samples.week)
  }

  /// A page with papers of some numbers and versions.
  private static func page(
    topic slug: String, _ papers: [(number: Int, version: Int)]
  ) -> ScriptedClient.Outcome {
    let entries = papers.map { number, version in
      """
      <entry><id>http://arxiv.org/abs/2407.\(20000 + number)v\(version)</id><title>A</title>
      <summary>B</summary><published>2024-07-29T13:57:40Z</published></entry>
      """
    }
    let query = "search_query=(abs:\(slug)) AND submittedDate:[202407260000 TO 202408020000]"
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" \
      xmlns:o="http://a9.com/-/spec/opensearch/1.1/"><title>arXiv Query: \(query)&amp;id_list=</title>
      <o:totalResults>\(papers.count)</o:totalResults>\(entries.joined())</feed>
      """
    return .success(HTTPResponse(status: 200, body: Array(feed.utf8)))
  }
}

extension RunFolder {
  /// Leaves a receipt behind, as an earlier fetch would.
  fileprivate func withReceipt(fetched: Date) async throws {
    _ = try lock()
    try await coverage.journal().append([
      Coverage(
        id: "sd", query: "another", pages: 1, total: 0, papers: 0, dropped: [], fetched: fetched)
    ])
  }
}
