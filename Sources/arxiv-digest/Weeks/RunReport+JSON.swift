import JSONText
import Pipeline
import Records

extension RunReport {
  /// Writes what validation came to, for other programs.
  func writeValidation(to object: inout JSONObject) {
    object.set("papers", summary.papers)
    object.set("accepted", summary.accepted)
    object.set("rejected", summary.rejected)
    object.set("pending", summary.pending)
    object.set("changes", (stages[.validate]?.changes ?? []).map { $0.write })
    object.set("problems", problems.map { $0.write })
  }
}

extension VerdictChange {
  fileprivate func write(to object: inout JSONObject) {
    object.set("id", id.description)
    object.set("before", before.rawValue)
    object.set("now", now?.status.rawValue ?? "pending")
  }
}

extension Problem {
  fileprivate func write(to object: inout JSONObject) {
    object.set("id", id.description)
    object.set("state", "\(state)")
    object.set("message", message)
  }
}
