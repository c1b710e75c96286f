import Foundation
import Models
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite("How far a paper is")
struct StandingTests {
  private func standings(in path: String, repairs: Int = 2) async throws -> [Standing] {
    let job = Samples.job(Stage.allCases, in: path, repairs: repairs)
    return try await Pipeline.scripted(job).standings()
  }

  /// Has both questions answered and the answers judged.
  private func answered(
    in path: String, model: ScriptedModel = .good, repairs: Int = 2
  ) async throws {
    _ = try await run(
      [.translate, .summarize, .validate], in: path, models: [model], repairs: repairs)
  }

  @Test("before a model was asked, a run would ask about it in both stages")
  func missing() async throws {
    try await withPapers(1) { _, path in
      let standing = try #require(try await standings(in: path).first)
      #expect(standing.state == .asked)
      #expect(standing.stages.map(\.state) == [.missing, .missing])
      #expect(standing.stages.map(\.answer) == [nil, nil])
      #expect(standing.verdict == nil && standing.today == nil)
    }
  }

  @Test("with good answers it is accepted once they are judged, and not before")
  func accepted() async throws {
    try await withPapers(1) { folder, path in
      try await answered(in: path)
      let standing = try #require(try await standings(in: path).first)
      #expect(standing.state == .accepted)
      #expect(standing.stages.map(\.state) == [.done, .done])
      #expect(!standing.isStale)
      try folder.verdicts.replace(with: [])
      let unjudged = try #require(try await standings(in: path).first)
      #expect(unjudged.state == .unjudged)
      #expect(unjudged.today?.status == .accepted)
    }
  }

  @Test("with an answer that is withheld, it is asked about until it was as often as it may be")
  func exhausted() async throws {
    try await withPapers(1) { _, path in
      let model = ScriptedModel { prompt in
        prompt.schema == .summary
          ? ScriptedModel.reply("はい。") : try await ScriptedModel.good.answer(prompt)
      }
      try await answered(in: path, model: model, repairs: 1)
      let waiting = try #require(try await standings(in: path, repairs: 1).first)
      #expect(waiting.state == .exhausted)
      #expect(waiting.stages.map(\.state) == [.done, .exhausted])
      #expect(waiting[.summarize]?.answer?.repairs == 1)
      #expect(waiting[.summarize]?.answer?.earlier.map(\.reply) == ["はい。"])
      #expect(waiting[.summarize]?.answer?.errors.map(\.code) == ["undecodable-reply"])
      let allowed = try #require(try await standings(in: path, repairs: 2).first)
      #expect(allowed.state == .asked)
      #expect(allowed.stages.map(\.state) == [.done, .failed])
    }
  }

  @Test("tells which inputs of its questions have changed, and that the answers are kept")
  func stale() async throws {
    try await withPapers(1) { folder, path in
      try await answered(in: path)
      let newer = try Samples.paper(0, version: 2).titled("Another title")
      try await folder.papers.journal().append([newer])
      let standing = try #require(try await standings(in: path).first)
      #expect(standing.isStale)
      #expect(
        standing.stages.map(\.answer?.changes) == [[.abstract, .version], [.abstract, .version]])
    }
  }

  @Test("is spared by both stages where it is withdrawn or hidden, and hidden counts first")
  func spared() async throws {
    try await withPapers(2) { folder, path in
      try await folder.papers.journal().append([try Samples.paper(0).withdrawn])
      let edit = Edit(on: try Samples.paper(1), isHidden: true, time: Samples.later)
      try await folder.edits.journal().append([edit])
      let standings = try await standings(in: path)
      #expect(standings.map(\.state) == [.withdrawn, .hidden])
      #expect(standings.flatMap { $0.stages.map(\.state) } == [.spared, .spared, .spared, .spared])
      #expect(standings[1].edit == edit)
    }
  }

  @Test("is left to the person who has written all that a stage would ask for")
  func byHand() async throws {
    try await withPapers(1) { folder, path in
      let edit = Edit(
        on: try Samples.paper(0), title: "題", bullets: ["一"], origin: .editor, time: Samples.later)
      try await folder.edits.journal().append([edit])
      let standing = try #require(try await standings(in: path).first)
      #expect(standing.stages.map(\.state) == [.byHand, .missing])
    }
  }

  @Test("cannot be asked about where arXiv sent no abstract, and is told apart by its topics")
  func unasked() async throws {
    try await withPapers(1) { folder, path in
      let bare = Paper(
        id: try Samples.id(0), version: 1, title: "A title", abstract: "", authors: [],
        comment: nil, categories: [], published: Samples.week.start, updated: Samples.week.start,
        topics: ["sd"])
      let other = try Samples.paper(1, topics: ["fl"])
      try folder.papers.replace(with: [bare, other])
      let standings = try await standings(in: path)
      let states = Dictionary(uniqueKeysWithValues: standings.map { ($0.paper.id, $0.state) })
      #expect(states == [bare.id: .unasked, other.id: .untopical])
    }
  }

  @Test(
    "all that is known of it holds the question as it was asked, and the paper's part of the cost")
  func dossier() async throws {
    try await withPapers(3) { _, path in
      try await answered(in: path)
      let job = Samples.job(Stage.allCases, in: path)
      let pipeline = try Pipeline.scripted(job)
      let dossier = try #require(try await pipeline.dossier(on: Samples.id(1)))
      #expect(dossier.inquiries.map(\.stage) == [.translate, .summarize])
      #expect(dossier.inquiries.map(\.isAsAsked) == [true, true])
      #expect(dossier.inquiries.map(\.sharedBy) == [3, 1])
      #expect(dossier.inquiries.map { $0.requests.map(\.papers) } == [[3], [1]])
      // The script takes a dollar a token, and ten tokens a reply.
      #expect(dossier[.summarize]?.costUSD == 10)
      #expect(abs((dossier[.translate]?.costUSD ?? 0) - 10.0 / 3) < 1e-9)
      #expect(dossier[.summarize]?.prompt.name == "summarize-2407.20001")
      #expect(dossier.pages.map(\.state) == [.missing])
      #expect(dossier.section?.contains("### [Paper 1](http://arxiv.org/abs/2407.20001)") == true)
      #expect(try await pipeline.dossier(on: Samples.id(9)) == nil)
    }
  }
}

@Suite("How far a week is")
struct WeekStandingTests {
  @Test("counts its papers, and reports as a run would that found everything as it is")
  func counts() async throws {
    try await withPapers(4) { folder, path in
      let bad = try Samples.id(2).text
      let model = ScriptedModel { prompt in
        ScriptedModel.ids(in: prompt) == [bad]
          ? ScriptedModel.reply("はい。") : try await ScriptedModel.good.answer(prompt)
      }
      let job = Samples.job(Stage.allCases.filter { $0 != .fetch }, in: path)
      let ran = try await Pipeline.scripted(job, model: model).run()
      let week = try await Pipeline.scripted(job).weekStanding()
      var counts = PaperCounts(of: [])
      counts.papers = 4
      counts.titled = 4
      counts.summarized = 3
      counts.accepted = 3
      counts.withheld = 1
      #expect(week.counts == counts)
      #expect(week.report.outlook == ran.outlook)
      #expect(week.report.problems == ran.stages[.validate]?.problems)
      #expect(week.pages.map(\.state) == [.current])
      #expect(week.bills == ran.summary.weekBills)
      #expect(week.lastRun?.accepted == 3)
      #expect(week.unfetched == ["sd"])
      #expect(!week.isUnderWay)
      let lock = try folder.lock()
      #expect(try await Pipeline.scripted(job).weekStanding().isUnderWay)
      withExtendedLifetime(lock) {}
    }
  }

  @Test("tells a page that was written before from one that was changed by hand")
  func pages() async throws {
    try await withPapers(1) { folder, path in
      let job = Samples.job([.translate, .summarize, .validate, .render], in: path)
      _ = try await Pipeline.scripted(job).run()
      let page = path + "/site/_sd/2024-07-26.md"
      let older = Data("an older page".utf8)
      try older.write(to: URL(filePath: page))
      #expect(try await Pipeline.scripted(job).weekStanding().pages.map(\.state) == [.changed])
      var known = WrittenPage(id: "sd", time: Samples.later)
      known.add(Fingerprint(bytes: older), papers: [], time: Samples.later)
      try folder.pages.replace(with: [known])
      #expect(try await Pipeline.scripted(job).weekStanding().pages.map(\.state) == [.old])
      try FileManager.default.removeItem(atPath: page)
      #expect(try await Pipeline.scripted(job).weekStanding().pages.map(\.state) == [.missing])
    }
  }

  @Test("that is not on disk has nothing, and looking does not make a folder")
  func empty() async throws {
    try await withTemporaryFolder { path in
      let job = Samples.job(Stage.allCases, in: path)
      let week = try await Pipeline.scripted(job).weekStanding()
      #expect(week.papers.isEmpty && week.bills == [] && week.lastRun == nil)
      #expect(week.pages.map(\.state) == [.empty])
      #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [])
    }
  }
}

extension Paper {
  /// The same paper under another title.
  fileprivate func titled(_ title: String) -> Paper {
    Paper(
      id: id, version: version, title: title, abstract: abstract, authors: authors,
      comment: comment, categories: categories, published: published, updated: updated,
      topics: topics)
  }

  /// The same paper, taken back by its authors.
  fileprivate var withdrawn: Paper {
    Paper(
      id: id, version: version, title: title, abstract: abstract, authors: authors,
      comment: "This paper has been withdrawn by the authors", categories: categories,
      published: published, updated: updated, topics: topics)
  }
}
