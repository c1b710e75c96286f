import Foundation
import Models
import Records

/// The way of a paid stage's questions through the batches of providers.
///
/// It never waits: each step goes as far as the provider is, and what there is to know stands on disk
/// before and after it. So a run that looks again, one that was killed and one that comes back tomorrow
/// are the same to it.
struct BatchLane<Output: Draft>: Sendable {
  /// What is asked, and what makes drafts of the answers.
  let run: PaidRun<Output>
  /// The week.
  let folder: RunFolder
  /// Where batches are noted, each time something has become of one.
  let journal: Journal<Batch>
  /// What watches over the money.
  let spending: Spending
  /// How questions are to go, and how long batches may take.
  let terms: BatchTerms
  /// Hears what happens.
  let tell: @Sendable (RunEvent) -> Void

  /// The stage.
  var stage: PaidStage<Output> { run.stage }

  /// Follows the open batches, and sends new ones where questions are to go that way.
  ///
  /// Returns the questions that are to be asked one by one. Throws what would meet every question, and
  /// what cannot be written.
  func advance(_ errands: [Errand]) async throws -> [Errand] {
    var online: [Errand] = []
    var next: [Errand] = []
    for batch in try folder.openBatches(of: stage.name.rawValue) {
      let left = try await follow(batch)
      if terms.lane == .online || terms.isOver(batch, now: run.now()) {
        online += left
      } else {
        next += left
      }
    }
    let wanted = try withoutUnanswered(errands)
    guard terms.lane == .batch else { return online + wanted }
    return online + (try await submit(next + wanted))
  }

  /// The client that a batch was sent by; throws where the configuration does not have it any more.
  func client(of batch: Batch) throws -> BatchClient {
    let client = stage.clients.first { $0.profile == batch.profile && $0.model == batch.model }
    guard let client = client?.batches else { throw BatchProblem.unknownProfile(batch) }
    return client
  }

  /// Keeps what is known of a batch, and returns it.
  @discardableResult
  func save(_ batch: Batch, _ change: (inout Batch) -> Void) async throws -> Batch {
    var changed = batch
    change(&changed)
    guard changed != batch else { return batch }
    try await journal.append([changed])
    if changed.state != batch.state || changed.stopped != batch.stopped { tell(.batch(changed)) }
    return changed
  }

  /// Closes a batch of which nothing more will come.
  func close(_ batch: Batch, _ change: (inout Batch) -> Void) async throws {
    try await save(batch) { closed in
      closed.ended = run.now()
      change(&closed)
    }
    spending.release(batch: batch.id)
    // It is as large as all its questions, and they can be made again.
    try? FileManager.default.removeItem(atPath: folder.request(of: batch.id))
  }

  /// Leaves out papers about which a batch of the same command has brought no answer for good.
  private func withoutUnanswered(_ errands: [Errand]) throws -> [Errand] {
    let papers = try folder.batches.list()
      .filter { $0.stage == stage.name.rawValue && ($0.ended ?? .distantPast) >= terms.began }
      .flatMap(\.unanswered)
    guard !papers.isEmpty else { return errands }
    let reasons = Dictionary(papers.map { ($0.id, $0.message) }) { $1 }
    return errands.filter { errand in
      guard let id = errand.ids.first(where: { reasons[$0] != nil }) else { return true }
      run.ledger.note(Array(errand.ids), .unanswered, reasons[id] ?? "")
      return false
    }
  }
}
