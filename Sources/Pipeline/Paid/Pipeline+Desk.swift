import Foundation
import Models
import Records

extension Pipeline {
  /// Has a desk answer for every paper whose draft is missing or would be withheld.
  ///
  /// Each answer is on disk before its lane goes on. A draft that is merely stale is kept.
  func work<Kind: Draft>(_ desk: Desk<Kind>) async throws -> StageReport {
    let papers = try papers(for: desk.stage)
    let known = try desk.file.read()
    let missing = papers.filter { desk.needsAnswer($0, known[$0.id]) }
    let askable = missing.filter { desk.obstacle($0) == nil }
    let ledger = Ledger(total: askable.count)
    for paper in missing {
      if let obstacle = desk.obstacle(paper) {
        ledger.note([paper], "\(desk.stage.rawValue): \(obstacle)")
      }
    }
    tell(.began(desk.stage, total: askable.count))
    if !askable.isEmpty {
      let journal = try desk.file.journal()
      do {
        // Twice as many lanes as places on the wire: a lane that waits to try again holds no place.
        let questions = desk.questions(about: askable, known: known)
        try await Lanes.run(job.concurrency * 2, over: questions) { papers in
          try await ask(about: papers, at: desk, journal: journal, ledger: ledger)
        }
      } catch { throw ledger.stopped(desk.stage, by: error) }
    }
    try desk.file.compact(order: allPapers().map(\.id))
    return try report(on: papers, asked: missing.count, at: desk, ledger: ledger)
  }

  /// Asks one question; throws only what would meet every other question as well.
  private func ask<Kind: Draft>(
    about papers: [Paper], at desk: Desk<Kind>, journal: Journal<Kind>, ledger: Ledger
  ) async throws {
    if let reason = ledger.reasonToGiveUp {
      return ledger.note(papers, "\(desk.stage.rawValue): not asked, because \(reason)")
    }
    do {
      let reply = try await desk.client.complete(desk.prompt(papers, desk.name(for: papers)))
      try await keep(reply, about: papers, at: desk, journal: journal, ledger: ledger)
    } catch let error as ModelError where error.isAboutContent && papers.count > 1 {
      // One paper's words may have cost all of them the answer: ask again in halves.
      for half in papers.halves {
        try await ask(about: half, at: desk, journal: journal, ledger: ledger)
      }
      return
    } catch {
      guard !error.concernsEveryPaper else { throw error }
      ledger.fail(error)
      ledger.note(papers, "\(desk.stage.rawValue): \(error)")
    }
    let (done, total) = ledger.advance(by: papers.count)
    tell(.advanced(desk.stage, done: done, total: total))
  }

  /// Puts a reply on disk and on the bill.
  private func keep<Kind: Draft>(
    _ reply: ModelReply, about papers: [Paper], at desk: Desk<Kind>, journal: Journal<Kind>,
    ledger: Ledger
  ) async throws {
    let usage = Usage(
      requests: 1, inputTokens: reply.usage.inputTokens, cachedTokens: reply.usage.cachedTokens,
      outputTokens: reply.usage.outputTokens)
    ledger.charge(usage, cost: desk.client.cost(reply.usage))
    let parts = zip(papers, usage.shared(among: papers.count)).map { paper, share in
      Answered.Part(
        paper: paper,
        provenance: Provenance(
          profile: desk.client.profile, model: desk.client.model, prompt: desk.promptMark,
          input: desk.inputMark(paper), usage: share, time: services.now()))
    }
    let answered = Answered(parts: parts, reply: reply)
    try await journal.append(desk.read(answered))
    ledger.save(papers.count)
  }

  private func report<Kind: Draft>(
    on papers: [Paper], asked: Int, at desk: Desk<Kind>, ledger: Ledger
  ) throws -> StageReport {
    let drafts = try desk.file.read()
    var report = ledger.report
    let unusable = papers.filter { desk.needsAnswer($0, drafts[$0.id]) }
    for paper in unusable {
      guard let draft = drafts[paper.id] else { continue }
      let message = "\(desk.stage.rawValue): \(desk.errors(paper, draft).sentence)"
      report.problems.append(Problem(id: paper.id, state: .unusable, message: message))
    }
    // Answers arrive in any order; the report keeps to the digest's.
    let places = Dictionary(uniqueKeysWithValues: zip(papers.map(\.id), 0...))
    report.problems.sort { places[$0.id, default: 0] < places[$1.id, default: 0] }
    report.count.failed = unusable.count
    report.count.reused = papers.count - asked
    report.count.done = asked - unusable.count
    report.stale = papers.count { paper in
      drafts[paper.id].map { desk.isStale($0, of: paper) } ?? false
    }
    return report
  }
}

extension [Paper] {
  /// The first and the second half.
  fileprivate var halves: [[Paper]] {
    [Array(prefix(count / 2)), Array(dropFirst(count / 2))]
  }
}
