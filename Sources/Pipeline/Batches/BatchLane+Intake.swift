import Foundation
import Models
import Records

/// Makes drafts of a batch's results.
extension BatchLane {
  /// Takes in everything that a batch has brought, and returns what it has left open.
  ///
  /// Whatever was taken in before, by a run that was killed, is neither counted nor kept twice.
  func takeIn(_ batch: Batch, _ sender: Sender) async throws -> [OpenQuestion] {
    let intake = try BatchIntake(
      lane: self, batch: batch, sender: sender,
      questions: folder.questions(of: batch.id).table(), drafts: stage.file.table(),
      noted: notedKeys(of: batch))
    for number in 0..<batch.files {
      let file = try LineFile(path: folder.results(of: batch.id, number: number + 1))
      try await Lanes.run(Self.width, over: file.lines) { place in
        try await intake.take(try file.bytes(place))
      }
    }
    try intake.takeMissing()
    let sum = intake.sum
    try await close(batch) { settled in
      settled.state = .settled
      settled.answered = sum.answered
      settled.failed = sum.failed
      settled.usage = sum.usage
      settled.costUSD = sum.costUSD
      settled.unanswered = sum.unanswered
    }
    if let fatal = sum.fatal { throw fatal }
    // Nobody asks about a paper that is hidden, or of another topic, by now.
    return try sum.left.filter { try !numbers.numbers(of: $0.ids).isEmpty }
  }

  /// Answers that are taken in at the same time: they share the waits for the disk.
  private static var width: Int { 64 }

  /// The questions of a batch whose requests stand in the log already.
  func notedKeys(of batch: Batch) throws -> Set<String> {
    var keys: Set<String> = []
    try folder.requests.table().forEach { request in
      if let key = request.batch, BatchOrder.holds(key, batch.id) { keys.insert(key) }
    }
    return keys
  }
}
