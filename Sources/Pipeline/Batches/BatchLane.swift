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
  /// The numbers of papers on the stage's roll.
  let numbers: RollNumbers

  /// Opens the way of a run's questions.
  init(
    run: PaidRun<Output>, folder: RunFolder, journal: Journal<Batch>, spending: Spending,
    terms: BatchTerms, tell: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.run = run
    self.folder = folder
    self.journal = journal
    self.spending = spending
    self.terms = terms
    self.tell = tell
    numbers = RollNumbers(run.agenda.roll)
  }

  /// The stage.
  var stage: PaidStage<Output> { run.stage }

  /// Follows the open batches, and sends new ones where questions are to go that way.
  ///
  /// Returns the questions that are to be asked one by one. Throws what would meet every question, and
  /// what cannot be written.
  func advance() async throws -> [OpenQuestion] {
    var online: [OpenQuestion] = []
    var next: [OpenQuestion] = []
    for batch in try folder.batches(of: stage.name.rawValue) where batch.isOpen {
      let left = try await follow(batch)
      if terms.lane == .online || terms.isOver(batch, now: run.now()) {
        online += left
      } else {
        next += left
      }
    }
    guard terms.lane == .batch else { return online }
    return online + (try await submit(next + wanted()))
  }

  /// The questions that the stage set out to ask.
  private func wanted() throws -> [OpenQuestion] {
    let roll = run.agenda.roll
    return try run.agenda.errands.map { errand in
      OpenQuestion(
        ids: try errand.numbers.map { try roll.id(of: roll.entries[Int($0)]) },
        turn: run.agenda.turn(of: errand), course: nil)
    }
  }

  /// Who a batch was sent by, as the stage has it now.
  struct Sender: Sendable {
    /// What speaks to the provider.
    let client: BatchClient
    /// Its place among those that the stage asks.
    let turn: Int
  }

  /// Who sent a batch; throws where the stage does not have that profile, model and server any more.
  func sender(of batch: Batch) throws -> Sender {
    for (turn, client) in stage.clients.enumerated() {
      guard client.profile == batch.profile, client.model == batch.model,
        let client = client.batches, client.address == batch.server
      else { continue }
      return Sender(client: client, turn: turn)
    }
    throw BatchProblem.unknownProfile(batch)
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

  /// Closes a batch of which nothing more will come, and returns it.
  @discardableResult
  func close(_ batch: Batch, _ change: (inout Batch) -> Void) async throws -> Batch {
    let closed = try await save(batch) { closed in
      closed.ended = run.now()
      change(&closed)
    }
    spending.release(batch: batch.id)
    // It is as large as all its questions, and they can be made again; one that stays does no harm.
    try? FileManager.default.removeItem(atPath: folder.request(of: batch.id))
    return closed
  }
}
