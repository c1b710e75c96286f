import Foundation
import HTTP
import Models
import Records
import Synchronization

extension Pipeline {
  /// Has a desk answer for every paper whose draft is missing or would be withheld.
  ///
  /// Each answer is on disk before its lane goes on. A draft that is merely stale is kept.
  func work<Kind: Draft>(_ desk: Desk<Kind>) async throws -> StageReport {
    let papers = try papers(for: desk.stage)
    let known = try desk.file.read()
    let missing = papers.filter { paper in
      known[paper.id].map { desk.rejects(paper, $0) } ?? true
    }
    tell(.began(desk.stage, total: missing.count))
    let ledger = Ledger(total: missing.count)
    if !missing.isEmpty {
      let journal = try desk.file.journal()
      let questions = missing.chunked(by: desk.papersPerRequest)
      // Twice as many lanes as places on the wire: a lane that waits to try again holds no place.
      let stop = await failure {
        try await Lanes.run(job.concurrency * 2, over: questions) { papers in
          try await ask(about: papers, at: desk, journal: journal, ledger: ledger)
        }
      }
      try desk.file.compact(order: papers.map(\.id))
      if let stop { throw ledger.stopped(desk.stage, by: stop) }
    }
    return try report(on: papers, asked: missing.count, at: desk, ledger: ledger)
  }

  private func failure(of body: () async throws -> Void) async -> (any Error)? {
    do {
      try await body()
      return nil
    } catch { return error }
  }

  /// Asks one question; throws only what would meet every other question as well.
  private func ask<Kind: Draft>(
    about papers: [Paper], at desk: Desk<Kind>, journal: Journal<Kind>, ledger: Ledger
  ) async throws {
    let prompt = desk.prompt(papers, desk.name(for: papers))
    let reply: ModelReply
    do { reply = try await desk.client.complete(prompt) } catch {
      guard !error.concernsEveryPaper else { throw error }
      ledger.note(papers.map { Problem(id: $0.id, message: "\(desk.stage.rawValue): \(error)") })
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
    let withheld = papers.filter { paper in
      drafts[paper.id].map { desk.rejects(paper, $0) } ?? true
    }
    let told = Set(report.problems.map(\.id))
    report.problems += withheld.filter { !told.contains($0.id) }.map { paper in
      let reason = drafts[paper.id].map { _ in "the answer would be withheld" } ?? "no answer"
      return Problem(id: paper.id, message: "\(desk.stage.rawValue): \(reason)")
    }
    report.count.failed = withheld.count
    report.count.reused = papers.count - asked
    report.count.done = asked - withheld.count
    report.stale = papers.count { paper in
      drafts[paper.id].map { desk.isStale($0, of: paper) } ?? false
    }
    return report
  }
}

/// What the lanes of one stage add up to.
private final class Ledger: Sendable {
  private struct State {
    var report = StageReport()
    var done = 0
    var saved = 0
  }

  private let total: Int
  private let state = Mutex(State())

  init(total: Int) {
    self.total = total
    state.withLock { $0.report.costUSD = 0 }
  }

  func note(_ problems: [Problem]) {
    state.withLock { $0.report.problems += problems }
  }

  func charge(_ usage: Usage, cost: Double?) {
    state.withLock { state in
      state.report.usage = state.report.usage + usage
      state.report.costUSD = cost.flatMap { cost in state.report.costUSD.map { $0 + cost } }
    }
  }

  func save(_ count: Int) {
    state.withLock { $0.saved += count }
  }

  func advance(by count: Int) -> (done: Int, total: Int) {
    state.withLock { state in
      state.done += count
      return (state.done, total)
    }
  }

  var report: StageReport { state.withLock { $0.report } }

  func stopped(_ stage: Stage, by cause: any Error) -> any Error {
    guard !(cause is CancellationError), !(cause is RecordError) else { return cause }
    return PipelineError.stopped(stage, saved: state.withLock { $0.saved }, cause: cause)
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
