import Foundation
import HTTP
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

  /// Sends a batch once; one that had its time without being made is dropped, and its questions go on.
  func send(_ batch: Batch, _ client: BatchClient) async throws -> Batch {
    guard !isOverdue(batch, client) else {
      return try await close(batch) { dropped in
        dropped.state = .refused
        dropped.reason = "the provider has not taken it in all its time"
      }
    }
    let batch = try await save(batch) { $0.tried = run.now() }
    let status: BatchStatus
    do { status = try await client.create(order(batch)) } catch {
      return try await unsent(batch, error)
    }
    return try await adopt(batch, status)
  }

  /// Decides about a batch for which no answer came, or no good one.
  private func unsent(_ batch: Batch, _ error: any Error) async throws -> Batch {
    switch error {
    case let doubt as BatchInDoubt:
      tell(.note("batch \(batch.mark): \(doubt.reason); looking for it before it is sent again"))
      try Task.checkCancellation()
      return batch
    case is CancellationError:
      try await save(batch) { $0.tried = nil }
      throw error
    case _ where error.isPassing:
      tell(.note("batch \(batch.mark): \(error); sending it again later"))
      return try await save(batch) { $0.tried = nil }
    default:
      // It was never made, and its questions are asked again by the next run.
      let reason =
        (error as? ModelError)?.isAboutAddress == true
        ? BatchProblem.noBatches(profile: batch.profile) : error
      try await close(batch) { closed in
        closed.state = .refused
        closed.reason = "\(reason)"
      }
      throw reason
    }
  }

  /// Notes that the provider has a batch, and what it calls it.
  func adopt(_ batch: Batch, _ status: BatchStatus) async throws -> Batch {
    try await save(batch) { adopted in
      adopted.state = .submitted
      adopted.providerID = status.id
      adopted.submitted = run.now()
    }
  }

  /// A batch as the provider is to have it.
  func order(_ batch: Batch) -> BatchOrder {
    BatchOrder(
      key: batch.id, file: folder.request(of: batch.id), count: batch.questions, made: batch.made)
  }

  /// How many questions a batch may have; nil while there is no room for any.
  ///
  /// A provider that refuses a batch because it has too much of ours gets the next one when it is done
  /// with the others, and where there are no others, a smaller one.
  private func room(turn: Int, _ client: BatchClient) throws -> Int? {
    let model = stage.clients[turn].model
    let all = try folder.batches.list().sorted { $0.number < $1.number }.filter {
      $0.model == model
    }
    let refused = all.filter { $0.isTooMuch && ($0.ended ?? .distantPast) >= terms.began }
    guard let last = refused.last else { return client.limits.requests }
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

extension ModelError {
  /// True where the server does not know the address: most of those that speak OpenAI's dialect know
  /// nothing of batches.
  fileprivate var isAboutAddress: Bool { [404, 405, 501].contains(status) }
}
