import Foundation
import Models
import Records

/// One run of a paid stage: its questions on their way, its answers on disk.
struct PaidRun<Output: Draft>: Sendable {
  /// What is asked, and how answers are read.
  let stage: PaidStage<Output>
  /// Where answers go the moment they arrive.
  let journal: Journal<Output>
  /// What adds up.
  let ledger: Ledger
  /// The calendar's time, for records.
  let now: @Sendable () -> Date

  /// Asks one question; throws only what would meet every other question as well.
  ///
  /// A question about several papers whose answer is of no use for any of them is asked again in
  /// halves: one paper's words may have spoilt it for the others.
  func ask(about papers: [Paper]) async throws {
    do {
      if let reason = ledger.reasonToGiveUp { throw LeftAlone(reason: reason) }
      let reply = try await stage.client.complete(stage.prompt(papers, stage.questionName(papers)))
      let drafts = try await keep(reply, about: papers)
      let isSpoilt = zip(papers, drafts).allSatisfy { stage.needsAnswer($0, $1) }
      if isSpoilt, papers.count > 1 { return try await askInHalves(about: papers) }
    } catch let error as ModelError where error.isAboutContent && papers.count > 1 {
      return try await askInHalves(about: papers)
    } catch {
      guard !error.concernsEveryPaper else {
        stage.client.shut(error)
        throw error
      }
      ledger.fail(error)
      if let reason = ledger.reasonToGiveUp { stage.client.shut(LeftAlone(reason: reason)) }
      ledger.note(papers, .unanswered, "\(error)")
    }
    ledger.advance(by: papers.count)
  }

  private func askInHalves(about papers: [Paper]) async throws {
    let middle = papers.count / 2
    for half in [papers.prefix(middle), papers.dropFirst(middle)] {
      try await ask(about: Array(half))
    }
  }

  /// Puts a reply on the bill and on disk, and returns the drafts that it holds.
  private func keep(_ reply: ModelReply, about papers: [Paper]) async throws -> [Output] {
    let usage = Usage(
      requests: 1, inputTokens: reply.usage.inputTokens, cachedTokens: reply.usage.cachedTokens,
      outputTokens: reply.usage.outputTokens)
    ledger.charge(usage, cost: stage.client.cost(reply.usage))
    let parts = zip(papers, usage.shared(among: papers.count)).map { paper, share in
      Answered.Part(
        paper: paper,
        provenance: Provenance(
          profile: stage.client.profile, model: stage.client.model, prompt: stage.promptMark,
          input: stage.inputMark(paper), usage: share, time: now()))
    }
    let drafts = stage.read(Answered(parts: parts, reply: reply))
    try await journal.append(drafts)
    ledger.save(papers.map(\.id))
    return drafts
  }
}

/// A question that was not sent, because the server is left alone by now.
struct LeftAlone: Error, CustomStringConvertible {
  /// What the server did.
  let reason: String

  var description: String { "not asked, because \(reason)" }
}
