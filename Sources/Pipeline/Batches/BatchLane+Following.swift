import Foundation
import HTTP
import Models
import Records

/// What becomes of a batch that is on disk.
extension BatchLane {
  /// Goes as far with a batch as the provider is; returns the questions that it has left open, which
  /// are none while it is under way.
  func follow(_ batch: Batch) async throws -> [OpenQuestion] {
    let client = try client(of: batch)
    do {
      var batch = batch
      if batch.state == .written { batch = try await locate(batch, client) }
      if batch.state == .submitted { batch = try await look(at: batch, client) }
      switch batch.state {
      case .written, .submitted: return []
      case .saved: return try await takeIn(batch, client)
      case .refused, .lost, .settled: return try left(of: batch)
      }
    } catch let error as HTTPError where error.isTransient {
      return later(batch, "\(error)")
    } catch let error as ModelError where error.kind.isPassing {
      return later(batch, "\(error)")
    }
  }

  /// Sends a batch, unless the provider has it already; so it is that a crash between the two, or an
  /// answer that got lost, makes no second one.
  private func locate(_ batch: Batch, _ client: BatchClient) async throws -> Batch {
    guard let tried = batch.tried else { return try await send(batch, client) }
    let known = Set(try folder.batches.list().filter { $0.id != batch.id }.compactMap(\.providerID))
    switch try await client.find(order(batch), known: known) {
    case .found(let status): return try await adopt(batch, status)
    case .undecided: return batch
    case .absent:
      // A list may lag behind what was made.
      guard run.now().timeIntervalSince(tried) >= client.pollSeconds else { return batch }
      return try await send(batch, client)
    }
  }

  /// Sends a batch once.
  func send(_ batch: Batch, _ client: BatchClient) async throws -> Batch {
    let batch = try await save(batch) { $0.tried = run.now() }
    do {
      return try await adopt(batch, try await client.create(order(batch)))
    } catch let doubt as BatchInDoubt {
      tell(.note("batch \(batch.id): \(doubt.reason); looking for it before it is sent again"))
      return batch
    } catch let error as ModelError where error.kind.isPassing {
      tell(.note("batch \(batch.id): \(error); sending it again later"))
      return try await save(batch) { $0.tried = nil }
    } catch {
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

  private func adopt(_ batch: Batch, _ status: BatchStatus) async throws -> Batch {
    try await save(batch) { adopted in
      adopted.state = .submitted
      adopted.providerID = status.id
      adopted.submitted = run.now()
    }
  }

  private func order(_ batch: Batch) -> BatchOrder {
    BatchOrder(
      key: batch.id, file: folder.request(of: batch.id), count: batch.questions, made: batch.made)
  }

  /// Asks how far a batch is, and fetches its results once it has ended.
  private func look(at batch: Batch, _ client: BatchClient) async throws -> Batch {
    guard let id = batch.providerID, let status = try await client.look(id) else {
      return try await missed(batch, client)
    }
    var batch = batch
    batch = try await save(batch) { seen in
      seen.missed = nil
      seen.misses = 0
      seen.answered = status.answered
      seen.failed = status.failed
    }
    switch status.phase {
    case .ended: return try await fetch(status, of: batch, client)
    case .refused(let objections): return try await refuse(batch, objections)
    case .waiting, .stopping: return try await hurry(batch, client)
    }
  }

  /// Saves all results of a batch before anything is made of them.
  private func fetch(
    _ status: BatchStatus, of batch: Batch, _ client: BatchClient
  ) async throws -> Batch {
    for (index, name) in status.results.enumerated() {
      try AtomicFile.write(
        Data(try await client.results(name)),
        to: folder.results(of: batch.id, number: index + 1))
    }
    return try await save(batch) { saved in
      saved.state = .saved
      saved.files = status.results.count
    }
  }

  /// Stops a batch that has had its time, and gives up one that does not stop, or never ends.
  private func hurry(_ batch: Batch, _ client: BatchClient) async throws -> Batch {
    let now = run.now()
    let age = now.timeIntervalSince(batch.submitted ?? batch.made)
    if let stopped = batch.stopped, now.timeIntervalSince(stopped) > client.pollSeconds * 30 {
      return try await giveUp(batch, because: "it was asked to stop, and has not")
    }
    if age > client.limits.seconds {
      return try await giveUp(batch, because: "it has not ended within the provider's own time")
    }
    guard terms.isOver(batch, now: now), batch.stopped == nil, let id = batch.providerID else {
      return batch
    }
    try await client.cancel(id)
    return try await save(batch) { $0.stopped = now }
  }

  /// A batch that the provider does not know: it may only seem so for a while.
  private func missed(_ batch: Batch, _ client: BatchClient) async throws -> Batch {
    let since = batch.missed ?? run.now()
    let batch = try await save(batch) { missed in
      missed.missed = since
      missed.misses += 1
    }
    guard batch.misses >= 3, run.now().timeIntervalSince(since) > client.pollSeconds * 10 else {
      return batch
    }
    return try await giveUp(batch, because: "the provider does not know it any more")
  }

  /// Counts everything that a batch can have cost, because nobody will tell.
  private func giveUp(_ batch: Batch, because reason: String) async throws -> Batch {
    let noted = try notedKeys(of: batch)
    try folder.questions(of: batch.id).table().forEach { question in
      guard !noted.contains(question.id) else { return }
      try spending.note { question.request(in: batch, number: $0, at: run.now()).settled(.unknown) }
    }
    tell(.note("batch \(batch.id) is given up: \(reason). What it can have cost is counted"))
    return try await closed(batch) { lost in
      lost.state = .lost
      lost.reason = reason
    }
  }

  /// Leaves out what the provider has named, so that it does not sink the rest.
  private func refuse(_ batch: Batch, _ objections: [BatchStatus.Objection]) async throws -> Batch {
    let table = try folder.questions(of: batch.id).table()
    var unanswered: [Batch.Unanswered] = []
    for objection in objections {
      guard let line = objection.line, (1...max(1, table.count)).contains(line) else { continue }
      let question = try table[at: line - 1]
      let message = "the provider does not take the question: \(objection.message)"
      unanswered += question.papers.map { Batch.Unanswered(id: $0.id, message: message) }
      run.ledger.note(question.papers.map(\.id), .unanswered, message)
    }
    let reason = objections.map(\.message).joined(separator: "; ")
    let refused = try await closed(batch) { refused in
      refused.state = .refused
      refused.reason = reason
      refused.isTooMuch = objections.contains(where: \.isAboutLoad)
      refused.unanswered = unanswered
    }
    guard unanswered.isEmpty, !refused.isTooMuch else { return refused }
    throw BatchProblem.refused(batch, reason: reason)
  }

  private func closed(_ batch: Batch, _ change: (inout Batch) -> Void) async throws -> Batch {
    var closed = batch
    closed.ended = run.now()
    change(&closed)
    try await close(batch) { $0 = closed }
    return closed
  }

  /// The questions of a batch that was answered by nobody.
  private func left(of batch: Batch) throws -> [OpenQuestion] {
    let unanswered = Set(batch.unanswered.map(\.id))
    var errands: [OpenQuestion] = []
    try folder.questions(of: batch.id).table().forEach { question in
      guard !question.papers.contains(where: { unanswered.contains($0.id) }) else { return }
      // What the provider has not taken is no try.
      let tries = batch.state == .lost ? 1 : 0
      errands.append(question.again(turn: batch.turn, sendings: question.sendings + tries))
    }
    return errands
  }

  private func later(_ batch: Batch, _ reason: String) -> [OpenQuestion] {
    tell(.note("batch \(batch.id): \(reason); looking again later"))
    return []
  }
}

extension ModelError {
  /// True where the server does not know the address: most of those that speak OpenAI's dialect know
  /// nothing of batches.
  fileprivate var isAboutAddress: Bool { [404, 405, 501].contains(status) }
}
