import Foundation
import Models
import Records

/// How batches end that bring no answers.
extension BatchLane {
  /// Something of a batch that the provider does not know: it may only seem so for a while.
  func missed(
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

  /// Gives a batch up of which nobody could tell for all its time whether it was made.
  func giveUpInTime(_ batch: Batch, _ client: BatchClient) async throws -> Batch {
    guard run.now().timeIntervalSince(batch.made) > client.limits.seconds else { return batch }
    return try await giveUp(batch, because: "nobody can tell whether it was ever made")
  }

  /// Counts everything that a batch can have cost, because nobody will tell.
  func giveUp(_ batch: Batch, because reason: String) async throws -> Batch {
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
  func refuse(_ batch: Batch, _ objections: [BatchStatus.Objection]) async throws -> Batch {
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
  func left(of batch: Batch, turn: Int) throws -> [OpenQuestion] {
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
}
