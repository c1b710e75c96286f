import Foundation
import HTTP
import Models
import Records

/// What becomes of a batch that is on disk.
extension BatchLane {
  /// Goes as far with a batch as the provider is; returns the questions that it has left open, which
  /// are none while it is under way.
  func follow(_ batch: Batch) async throws -> [OpenQuestion] {
    let sender = try sender(of: batch)
    do {
      var batch = batch
      if batch.state == .written { batch = try await locate(batch, sender.client) }
      if batch.state == .submitted { batch = try await look(at: batch, sender.client) }
      switch batch.state {
      case .written, .submitted: return []
      case .saved: return try await takeIn(batch, sender)
      case .refused, .lost, .settled: return try left(of: batch, turn: sender.turn)
      }
    } catch  where error.isPassing {
      return try await later(batch, "\(error)", sender)
    }
  }

  /// Sends a batch, unless the provider has it already; so it is that a crash between the two, or an
  /// answer that got lost, makes no second one.
  private func locate(_ batch: Batch, _ client: BatchClient) async throws -> Batch {
    guard let tried = batch.tried else { return try await send(batch, client) }
    let known = Set(try folder.batches.list().filter { $0.id != batch.id }.compactMap(\.providerID))
    switch try await client.find(order(batch), known: known) {
    case .found(let status): return try await adopt(batch, status)
    case .undecided: return try await giveUpInTime(batch, client)
    case .absent:
      // A list may lag behind what was made.
      guard run.now().timeIntervalSince(tried) >= client.graceSeconds / 10 else { return batch }
      return try await send(batch, client)
    }
  }

  /// Asks how far a batch is, and fetches its results once it has ended.
  private func look(at batch: Batch, _ client: BatchClient) async throws -> Batch {
    guard let id = batch.providerID, let status = try await client.look(id) else {
      return try await missed(batch, client, "the provider does not know it any more")
    }
    let seen = try await save(batch) { seen in
      seen.answered = status.answered
      seen.failed = status.failed
      guard status.phase != .ended else { return }
      seen.missed = nil
      seen.misses = 0
    }
    switch status.phase {
    case .ended: return try await fetch(status, of: seen, client)
    case .refused(let objections): return try await refuse(seen, objections)
    case .waiting, .stopping: return try await hurry(seen, client)
    }
  }

  /// Saves all results of a batch before anything is made of them.
  private func fetch(
    _ status: BatchStatus, of batch: Batch, _ client: BatchClient
  ) async throws -> Batch {
    do {
      for (index, name) in status.results.enumerated() {
        try AtomicFile.write(
          Data(try await client.results(name)),
          to: folder.results(of: batch.id, number: index + 1))
      }
    } catch let error as ModelError where error.status == 404 {
      return try await missed(batch, client, "its results are not there any more")
    }
    return try await save(batch) { saved in
      saved.state = .saved
      saved.files = status.results.count
    }
  }

  /// Stops a batch that has had its time, and gives up one that does not stop.
  private func hurry(_ batch: Batch, _ client: BatchClient) async throws -> Batch {
    guard let stopped = batch.stopped else {
      return isOverdue(batch, client) ? try await stop(batch, client) : batch
    }
    guard run.now().timeIntervalSince(stopped) > client.graceSeconds * 2 else { return batch }
    return try await giveUp(batch, because: "it was asked to stop, and has not")
  }

  private func stop(_ batch: Batch, _ client: BatchClient) async throws -> Batch {
    guard let id = batch.providerID else { return batch }
    do { try await client.cancel(id) } catch let error as ModelError where !error.kind.isPassing {
      // It may have ended a moment ago; the next look tells.
      tell(.note("batch \(batch.mark) cannot be stopped: \(error)"))
    }
    return try await save(batch) { $0.stopped = run.now() }
  }

  /// True where a batch has had its time: the operator's, or the provider's own.
  func isOverdue(_ batch: Batch, _ client: BatchClient) -> Bool {
    let age = run.now().timeIntervalSince(batch.submitted ?? batch.made)
    return terms.isOver(batch, now: run.now()) || age > client.limits.seconds
  }

  /// Looks again another time, unless the batch has had all of it.
  private func later(
    _ batch: Batch, _ reason: String, _ sender: Sender
  ) async throws -> [OpenQuestion] {
    tell(.note("batch \(batch.mark): \(reason); looking again later"))
    let age = run.now().timeIntervalSince(batch.submitted ?? batch.made)
    guard batch.state != .saved, age > sender.client.limits.seconds + sender.client.graceSeconds * 2
    else { return [] }
    return try left(
      of: try await giveUp(batch, because: "the provider could not be asked about it in time"),
      turn: sender.turn)
  }
}
