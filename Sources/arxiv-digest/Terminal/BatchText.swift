import Foundation
import JSONText
import Records

/// Puts into words how far batches are.
enum BatchText {
  /// What the command on the last line does while batches are under way.
  static let next = "  # fetches the answers of the batches under way"

  /// The command that goes on with a batch, and asks about no other topic or week.
  static func next(_ batch: Batch, in week: Week, _ typed: TypedCommand) -> String {
    let topics = batch.topics.map { " --topic \($0)" }.joined()
    return typed.turned(into: .run).without(switch: Option.json.flag).pinned(to: [week]).line
      + " --no-fetch\(topics) --lane batch\(next)"
  }

  /// What has become of a batch, as a line.
  static func message(_ batch: Batch) -> Message {
    let questions = ReportText.number(batch.questions, "question")
    let text =
      switch batch.state {
      case .written: "is to be sent to \(batch.profile), \(questions)"
      case .submitted where batch.stopped != nil: "was asked to stop"
      case .submitted: "is with \(batch.profile), \(questions)"
      case .saved: "has ended; its answers are on disk"
      case .settled: "is taken in: \(counts(batch))"
      case .refused: "was not taken by \(batch.profile): \(batch.reason ?? "")"
      case .lost: "is given up: \(batch.reason ?? "")"
      }
    let isWrong = batch.state == .refused || batch.state == .lost
    return Message(
      "\(batch.stage): batch \(batch.mark) \(text)", isWrong ? .warning : .info, event: "batch"
    ) { write(batch, to: &$0) }
  }

  /// How far several batches are, in one line.
  static func progress(_ batches: [Batch]) -> String {
    let questions = batches.map(\.questions).reduce(0, +)
    let answered = batches.map { $0.answered + $0.failed }.reduce(0, +)
    let parts = [
      "waiting for \(batches.count) batch\(batches.count == 1 ? "" : "es")",
      "\(min(answered, questions)) of \(ReportText.number(questions, "question")) done",
    ]
    return parts.joined(separator: ", ")
  }

  /// How old something is, in a few letters.
  static func age(_ seconds: Double) -> String {
    let minutes = Int(seconds / 60)
    return minutes < 1
      ? "\(Int(seconds)) s" : minutes < 120 ? "\(minutes) min" : "\(minutes / 60) h"
  }

  /// A table of batches, the newest first.
  static func table(_ batches: [(week: Week, batch: Batch)], now: Date) -> String {
    let headings = ["batch", "week", "stage", "profile", "state", "age", "questions", "cost"]
    let rows = batches.map { week, batch in
      [
        String(batch.mark), week.description, batch.stage, batch.profile, state(batch),
        age((batch.ended ?? now).timeIntervalSince(batch.made)), counts(batch), cost(batch),
      ]
    }
    return ProfileTable.aligned([headings] + rows)
  }

  /// Writes a batch for other programs.
  static func write(_ batch: Batch, to object: inout JSONObject) {
    object.set("batch", batch.id)
    object.set("stage", batch.stage)
    object.set("profile", batch.profile)
    object.set("model", batch.model)
    object.set("state", state(batch))
    object.set("providerID", batch.providerID)
    object.set("made", batch.made)
    if let ended = batch.ended { object.set("ended", ended) }
    object.set("questions", batch.questions)
    object.set("answered", batch.answered)
    object.set("failed", batch.failed)
    object.set("mostUSD", batch.mostUSD)
    if !batch.isOpen { object.set("costUSD", batch.costUSD) }
    object.set("reason", batch.reason)
  }

  private static func state(_ batch: Batch) -> String {
    batch.isOpen && batch.stopped != nil ? "stopping" : batch.state.rawValue
  }

  private static func counts(_ batch: Batch) -> String {
    "\(batch.answered) of \(batch.questions) answered"
      + (batch.failed > 0 ? ", \(batch.failed) failed" : "")
  }

  private static func cost(_ batch: Batch) -> String {
    guard !batch.isOpen else {
      return batch.mostUSD.map { "at most \(BillText.dollars($0))" } ?? "unknown"
    }
    return batch.costUSD.map(BillText.dollars) ?? "unknown"
  }
}
