import JSONText
import Models
import Pipeline
import Records

extension RunEvent {
  /// The event in words; nothing for a step that only moves the progress.
  var messages: [Message] {
    switch self {
    case .planned(let forecast):
      Message.lines("plan: \(ForecastText.line(forecast))", event: "planned") { object in
        object.set("forecast", forecast.write)
      }
    case .began(let stage, let total):
      [
        Message("\(stage.rawValue): begins, \(total) to do", .detail, event: "stage-began") {
          $0.set("stage", stage.rawValue)
          $0.set("total", total)
        }
      ]
    case .advanced, .sent: []
    case .settled(let request): [request.message]
    case .waiting(let stage, let wait): [wait.message(in: stage)]
    case .covered(let receipt): receipt.messages
    case .changed(let change):
      Message.lines("\(change.id): \(change)", event: "verdict-changed") {
        $0.set("id", change.id.description)
      }
    case .ended(let stage, let report): [report.message(on: stage)]
    case .brokenOff(let summary): Message.lines(BillText.lines(summary), event: "bill")
    case .lost(let bills):
      [Message("note: \(BillText.lost(bills))", .warning, event: "unknown-outcome")]
    case .batch(let batch): [BatchText.message(batch)]
    case .note(let text): Message.lines("note: \(text)", event: "note")
    }
  }
}

extension StageReport {
  fileprivate func message(on stage: Stage) -> Message {
    Message(ReportText.line(stage, self), event: "stage-ended") {
      [count, repaired, stale, inBatches] in
      $0.set("stage", stage.rawValue)
      $0.set("done", count.done)
      $0.set("reused", count.reused)
      $0.set("failed", count.failed)
      if stage.isPaid {
        $0.set("repaired", repaired)
        $0.set("stale", stale)
        if inBatches > 0 { $0.set("inBatches", inBatches) }
      }
    }
  }
}

extension Coverage {
  fileprivate var messages: [Message] {
    Message.lines(CoverageText.line(self), event: "topic-fetched") {
      $0.set("topic", id)
      $0.set("papers", papers)
      $0.set("confirmed", confirmed)
    }
  }
}
