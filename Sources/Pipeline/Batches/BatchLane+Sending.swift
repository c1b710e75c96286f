import Foundation
import Models
import Records

/// Puts questions into batches, as few as they fit into.
extension BatchLane {
  /// Sends questions; returns those whose provider has no batches.
  func submit(_ opens: [OpenQuestion]) async throws -> [OpenQuestion] {
    var online: [OpenQuestion] = []
    for turn in stage.clients.indices {
      // Who stood in may be gone by now; then the stage's own profile is asked.
      let group = opens.filter { ($0.turn < stage.clients.count ? $0.turn : 0) == turn }
      guard !group.isEmpty else { continue }
      guard let client = stage.clients[turn].batches else {
        guard turn > 0 else { throw BatchProblem.noBatches(profile: stage.clients[turn].profile) }
        online += group
        continue
      }
      try await submit(group, turn: turn, client)
    }
    return online
  }

  private func submit(_ opens: [OpenQuestion], turn: Int, _ client: BatchClient) async throws {
    guard let most = try room(turn: turn, client) else { return }
    let writer = BatchWriter(
      lane: self, client: client, turn: turn, most: most, drafts: try stage.file.table())
    var rest = opens[...]
    while !rest.isEmpty {
      let number = (try folder.batches.list().map(\.number).max() ?? 0) + 1
      guard let batch = try writer.write(&rest, number: number) else { break }
      spending.commit(batch.commitment, to: batch.id)
      try await journal.append([batch])
      _ = try await send(batch, client)
      // Where the provider has too much of ours, one after the other.
      if most < client.limits.requests { return }
    }
    if let first = rest.first { run.ledger.postpone(rest, writer.reason(first)) }
  }

  /// How many questions a batch may have; nil while there is no room for any.
  ///
  /// A provider that refuses a batch because it has too much of ours gets the next one when it is done
  /// with the others, and where there are no others, a smaller one.
  private func room(turn: Int, _ client: BatchClient) throws -> Int? {
    let all = try folder.batches.list().sorted { $0.number < $1.number }
      .filter { $0.model == stage.clients[turn].model }
    let refused = all.filter { $0.isTooMuch && ($0.ended ?? .distantPast) >= terms.began }
    guard let last = refused.last else { return client.limits.requests }
    let model = stage.clients[turn].model
    if try folder.batchesOfAllWeeks().contains(where: { $0.isOpen && $0.model == model }) {
      return nil
    }
    // What was taken since may be twice as large the next time.
    let taken = all.filter { $0.number > last.number }.map(\.questions).max() ?? 0
    return min(client.limits.requests, max(1, last.questions / 2, taken * 2))
  }
}

extension Batch {
  /// What it can cost at most.
  var commitment: Account.Commitment {
    Account.Commitment(mostUSD: mostUSD ?? 0, requests: questions)
  }
}

extension Ledger {
  /// Notes papers that the run's own limit has left for later.
  fileprivate func postpone(_ opens: ArraySlice<OpenQuestion>, _ reason: any Error) {
    note(opens.flatMap(\.ids), .postponed, "\(reason)")
  }
}
