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
  private func isOverdue(_ batch: Batch, _ client: BatchClient) -> Bool {
    let age = run.now().timeIntervalSince(batch.submitted ?? batch.made)
    return terms.isOver(batch, now: run.now()) || age > client.limits.seconds
  }

  /// Something of a batch that the provider does not know: it may only seem so for a while.
  private func missed(
    _ batch: Batch, _ client: BatchClient, _ reason: String
  ) async throws -> Batch {
    let since = batch.missed ?? run.now()
    let batch = try await save(batch) { missed in
      missed.missed = since
      missed.misses += 1
    }
    guard batch.misses >= 3, run.now().timeIntervalSince(since) > client.graceSeconds else {
      return batch
    }
    return try await giveUp(batch, because: reason)
  }

  private func giveUpInTime(_ batch: Batch, _ client: BatchClient) async throws -> Batch {
    guard run.now().timeIntervalSince(batch.made) > client.limits.seconds else { return batch }
    return try await giveUp(batch, because: "nobody can tell whether it was ever made")
  }

  /// Counts everything that a batch can have cost, because nobody will tell.
  private func giveUp(_ batch: Batch, because reason: String) async throws -> Batch {
    let noted = try notedKeys(of: batch)
    try folder.questions(of: batch.id).table().forEach { question in
      guard !noted.contains(question.id) else { return }
      try spending.note { question.request(in: batch, number: $0, at: run.now()).settled(.unknown) }
    }
    return try await close(batch) { lost in
      lost.state = .lost
      lost.costUSD = nil
      lost.reason = "\(reason); what it can have cost at most is counted"
    }
  }

  /// Leaves out what the provider has named, so that it does not sink the rest.
  ///
  /// A question about several papers is asked again about each.
  private func refuse(_ batch: Batch, _ objections: [BatchStatus.Objection]) async throws -> Batch {
    let table = try folder.questions(of: batch.id).table()
    var questions: [String] = []
    var unanswered: [Batch.Unanswered] = []
    for objection in objections {
      guard let line = objection.line, (1...max(1, table.count)).contains(line) else { continue }
      let question = try table[at: line - 1]
      questions.append(question.id)
      guard question.papers.count == 1, let paper = question.papers.first else { continue }
      let message = "the provider does not take the question: \(objection.message)"
      unanswered.append(Batch.Unanswered(id: paper.id, message: message))
      run.ledger.note([paper.id], .unanswered, message)
    }
    let reason = objections.map(\.message).joined(separator: "; ")
    let refused = try await close(batch) { refused in
      refused.state = .refused
      refused.reason = reason
      refused.isTooMuch = objections.contains(where: \.isAboutLoad)
      refused.refusedQuestions = questions
      refused.unanswered = unanswered
    }
    guard questions.isEmpty, !refused.isTooMuch else { return refused }
    throw BatchProblem.refused(batch, reason: reason)
  }

  /// The questions of a batch that was answered by nobody.
  private func left(of batch: Batch, turn: Int) throws -> [OpenQuestion] {
    let table = try folder.questions(of: batch.id).table()
    // What the provider has not taken is no try.
    let tries = batch.state == .lost ? 1 : 0
    return try (0..<table.count).flatMap { place -> [OpenQuestion] in
      let question = try table[at: place]
      guard batch.refusedQuestions.contains(question.id) else {
        return [question.again(turn: turn, sendings: question.sendings + tries)]
      }
      guard question.papers.count > 1 else { return [] }
      return question.papers.map { OpenQuestion(ids: [$0.id], turn: turn, course: nil) }
    }
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

extension Error {
  /// True where the same may well succeed a little later.
  fileprivate var isPassing: Bool {
    switch self {
    case let error as ModelError: error.kind.isPassing
    case let error as HTTPError: error.isTransient
    default: false
    }
  }
}

extension ModelError {
  /// True where the server does not know the address: most of those that speak OpenAI's dialect know
  /// nothing of batches.
  fileprivate var isAboutAddress: Bool { [404, 405, 501].contains(status) }
}
