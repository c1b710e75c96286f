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
        .page([1, 2]), .page(topic: "fl", [FetchEntry(number: 2, version: 3)]),
      ])
      // The second topic comes first in digest.json.
      for slug in [1, 0] {
        let job = Samples.job([.fetch], topics: [Samples.topics[slug]], in: folder)
        _ = try await Pipeline.scripted(job, arXiv: arXiv).run()
      }
      let papers = try Samples.weekFolder(folder).papers.read()
      #expect(papers.count == 2)
      #expect(papers[try Samples.id(1)]?.topics == ["sd"])
      #expect(papers[try Samples.id(2)]?.topics == ["fl", "sd"])
      #expect(papers[try Samples.id(2)]?.version == 3)
    }
  }

  @Test("what was fetched is not asked for again, unless fetching was asked for by name")
  func reuse() async throws {
    try await withTemporaryFolder { folder in
      let arXiv = ScriptedClient([.page([1]), .page([1, 2])])
      _ = try await Pipeline.scripted(Samples.job([.fetch], in: folder), arXiv: arXiv).run()
      let second = try await Pipeline.scripted(Samples.job([.fetch], in: folder), arXiv: arXiv)
        .run()
      #expect(second.stages[.fetch]?.count == .init(done: 0, reused: 1, failed: 0))
      #expect(arXiv.requests.count == 1)
      let job = Samples.job([.fetch], refetches: true, in: folder)
      let third = try await Pipeline.scripted(job, arXiv: arXiv).run()
      #expect(third.stages[.fetch]?.count == .init(done: 1, reused: 0, failed: 0))
      #expect(third.stages[.fetch]?.added == 1)
      #expect(try Samples.weekFolder(folder).papers.read().count == 2)
    }
  }

  @Test("a changed query is searched anew, and the papers on disk are kept")
  func changedQuery() async throws {
    try await withTemporaryFolder { folder in
      let week = Samples.weekFolder(folder)
      let old = Samples.week.end.addingTimeInterval(60 * 86_400)
      for query in ["(abs:x) AND submittedDate:[]", "(abs:x AND (abs:sd)) AND submittedDate:[]"] {
        try await week.keep(papers: 1, query: query, fetched: old)
        try week.papers.replace(with: [try Samples.paper(1)])
        let told = Told()
        _ = try await Pipeline.scripted(
          Samples.job([.fetch], in: folder), arXiv: ScriptedClient([.page([2])]),
          clock: ManualTiming(date: old), tell: told.hear
        ).run()
        #expect(
          told.notes == [
            "sd: the query has changed since the last fetch, and is searched anew; papers that only "
              + "the old one found are kept"
          ])
        #expect(try week.papers.read().count == 2)
      }
    }
  }

  @Test("a fetch in the first days after the week is told to be too early for late papers")
  func early() async throws {
    try await withTemporaryFolder { folder in
      let told = Told()
      let arXiv = ScriptedClient([.page([1])])
      let job = Samples.job([.fetch], in: folder)
      for _ in 1...2 {
        _ = try await Pipeline.scripted(job, arXiv: arXiv, tell: told.hear).run()
      }
      // Both when it is fetched and when it is found on disk.
      let note =
        "sd: fetched on 2024-08-03T15:46:40Z, when some papers of the week were not announced yet; "
        + "run the week again in some days to add them"
      #expect(told.notes == [note, note])
      #expect(arXiv.requests.count == 1)
    }
  }

  @Test("a server that refuses ends the run with its topic, and keeps every page that came")
  func failure() async throws {
    try await withTemporaryFolder { folder in
      let first = (1...200).map { FetchEntry(number: $0) }
      let arXiv = ScriptedClient([
        .page(topic: "fl", [1]), .page(topic: "sd", first, total: 201),
        .success(HTTPResponse(status: 403)),
        .page(topic: "sd", [FetchEntry(number: 201)], total: 201),
      ])
      let told = Told()
      let job = Samples.job([.fetch], topics: Samples.topics, in: folder)
      let error = await #expect(throws: PipelineError.self) {
        try await Pipeline.scripted(job, arXiv: arXiv, tell: told.hear).run()
      }
      #expect(
        error?.description
          == "fetch: topic sd: arXiv answered with status 403. Every page that had come is saved")
      #expect(told.receipts.map(\.papers) == [1, 200])
      #expect(told.receipts.map(\.confirmed) == [true, false])
      #expect(try Samples.weekFolder(folder).papers.read().count == 200)

      let second = try await Pipeline.scripted(job, arXiv: arXiv).run()
      #expect(second.stages[.fetch]?.count == .init(done: 1, reused: 1, failed: 0))
      #expect(arXiv.requests.last?.name == "arxiv/sd-2024-07-26-200")
      #expect(try Samples.weekFolder(folder).papers.read().count == 201)
      let receipt = try #require(try Samples.weekFolder(folder).coverage.read()["sd"])
      #expect((receipt.papers, receipt.pages, receipt.parsed) == (201, 2, 201))
      #expect(receipt.confirmed)
    }
  }

  @Test("a topic that arXiv cannot answer is doubted, and the others are fetched")
  func oneTopic() async throws {
    try await withTemporaryFolder { folder in
      let arXiv = ScriptedClient([
        .page(topic: "fl", [FetchEntry(number: 1)], total: 1), Self.error,
      ])
      let job = Samples.job([.fetch], topics: Samples.topics.reversed(), in: folder)
      let swapped = ScriptedClient([Self.error, .page(topic: "fl", [1])])
      let report = try await Pipeline.scripted(job, arXiv: swapped).run()
      #expect(report.stages[.fetch]?.count == .init(done: 1, reused: 0, failed: 1))
      #expect(report.doubts == ["sd: arXiv says: sorry"])
      #expect(report.isIncomplete)
      #expect(arXiv.requests == [])
    }
  }

  @Test("where no topic could be fetched, the run has failed")
  func noTopic() async throws {
    try await withTemporaryFolder { folder in
      let job = Samples.job([.fetch], in: folder)
      let error = await #expect(throws: PipelineError.self) {
        try await Pipeline.scripted(job, arXiv: ScriptedClient([Self.error])).run()
      }
      #expect(error?.description == "fetch: topic sd: arXiv says: sorry")
    }
  }

  private static let error = ScriptedClient.Outcome.success(
    HTTPResponse(
      status: 400,
      body: Array(
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Error</title><summary>sorry</summary>
        <author><name>arXiv api core</name></author></entry></feed>
        """.utf8)))
}
