import Foundation
import HTTP
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
    tell(.began(desk.stage, total: missing.count))
    let ledger = Ledger(total: missing.count)
    if !missing.isEmpty {
      let journal = try desk.file.journal()
      do {
        // Twice as many lanes as places on the wire: a lane that waits to try again holds no place.
        let questions = missing.chunked(by: desk.papersPerRequest)
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
    let prompt = desk.prompt(papers, desk.name(for: papers))
    let reply: ModelReply
    do { reply = try await desk.client.complete(prompt) } catch {
      guard !error.concernsEveryPaper else { throw error }
      let message = "\(desk.stage.rawValue): \(error)"
      ledger.note(papers.map { Problem(id: $0.id, state: .unanswered, message: message) })
      return advance(desk.stage, by: papers.count, ledger)
    }
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
    advance(desk.stage, by: papers.count, ledger)
  }

  private func advance(_ stage: Stage, by count: Int, _ ledger: Ledger) {
    let (done, total) = ledger.advance(by: count)
    tell(.advanced(stage, done: done, total: total))
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
    report.count.failed = unusable.count
    report.count.reused = papers.count - asked
    report.count.done = asked - unusable.count
    report.stale = papers.count { paper in
      drafts[paper.id].map { desk.isStale($0, of: paper) } ?? false
    }
    return report
  }
}

extension Error {
  /// True where every other paper would meet the same, so that going on would only burn requests.
  fileprivate var concernsEveryPaper: Bool {
    switch self {
    case let error as ModelError: error.concernsEveryPaper
    case let error as HTTPError:
      switch error {
      case .unreachable, .tlsFailed, .redirectRefused, .invalidRequest, .recordingFailed, .engine:
        true
      case .timedOut, .connectionLost, .bodyTooLarge, .waitTooLong, .noRecording: false
      }
    default: true
    }
  }
}

extension Array {
  /// The elements in order, in pieces of at most `size`.
  fileprivate func chunked(by size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
