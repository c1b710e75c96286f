package import Foundation
import Records

/// How questions are to go, and how long batches may take.
package struct BatchTerms: Sendable, Equatable {
  /// The way of new questions.
  package var lane: Lane
  /// Seconds after which a batch is stopped, and what it has left open is asked one by one; nil where
  /// batches have all the time that the provider gives them.
  package var stopLoss: TimeInterval?
  /// The topics of the command, by their slugs.
  package var topics: [String]
  /// When the command began: what a batch brings to an end after it is not begun again by itself.
  package var began: Date

  /// Asks one by one, unless told otherwise.
  package init(
    lane: Lane = .online, stopLoss: TimeInterval? = nil, topics: [String] = [],
    began: Date = .distantPast
  ) {
    self.lane = lane
    self.stopLoss = stopLoss
    self.topics = topics
    // As records keep it: to the second.
    self.began = Date(timeIntervalSince1970: began.timeIntervalSince1970.rounded(.down))
  }

  /// Papers about which batches of the same command have brought no answer for good.
  func unanswered(in batches: [Batch]) -> [Batch.Unanswered] {
    batches.filter { ($0.ended ?? .distantPast) >= began }.flatMap(\.unanswered)
  }

  /// True where a batch has had its time.
  func isOver(_ batch: Batch, now: Date) -> Bool {
    guard let stopLoss else { return false }
    return now.timeIntervalSince(batch.submitted ?? batch.made) >= stopLoss
  }
}
