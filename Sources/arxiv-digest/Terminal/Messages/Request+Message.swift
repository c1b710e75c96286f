import Foundation
import JSONText
import Models
import Pipeline
import Records

extension PaidRequest {
  /// What became of the request, for those who look closely.
  var message: Message {
    var parts = ["request: \(question)", profile, state.rawValue]
    if let seconds { parts.append(Self.time(seconds)) }
    if usage.inputTokens + usage.outputTokens > 0 {
      parts.append("\(usage.inputTokens) tokens in, \(usage.outputTokens) out")
    }
    if costUSD != 0 { parts.append(costUSD.map(BillText.dollars) ?? "cost unknown") }
    return Message(parts.joined(separator: ", "), .detail, event: "request") { [self] in
      $0.set("stage", stage)
      $0.set("question", question)
      $0.set("profile", profile)
      $0.set("model", model)
      $0.set("state", state.rawValue)
      $0.set("seconds", seconds)
      $0.set("inputTokens", usage.inputTokens)
      $0.set("outputTokens", usage.outputTokens)
      $0.set("costUSD", costUSD?.inMillionths)
    }
  }

  /// A length of time with as many digits as it takes to be seen.
  fileprivate static func time(_ seconds: Double) -> String {
    String(format: seconds < 10 ? "%.2f s" : "%.0f s", seconds)
  }
}

extension Meter.Wait {
  /// That a request waits, and for what, for those who look closely.
  func message(in stage: Stage) -> Message {
    let seconds = duration / .seconds(1)
    let text =
      failure.map { "retry: \(name), \(profile): \($0); again in \(PaidRequest.time(seconds))" }
      ?? "wait: \(name), \(profile): for the server's pace, \(PaidRequest.time(seconds))"
    return Message(text, .detail, event: failure == nil ? "wait" : "retry") { [self] in
      $0.set("stage", stage.rawValue)
      $0.set("question", name)
      $0.set("profile", profile)
      $0.set("reason", failure)
      $0.set("waitSeconds", seconds)
    }
  }
}
