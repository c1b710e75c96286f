import JSONText
import Pipeline
import Records

extension Standing {
  /// Writes how far the paper is, for other programs.
  func write(to object: inout JSONObject) {
    object.set("id", paper.id.text)
    object.set("state", "\(state)")
    object.set("hidden", isHidden)
    object.set("byHand", edit?.fields ?? [])
    object.set("verdict", verdict?.status.rawValue)
    object.set("findings", (today ?? verdict)?.findings.map { $0.write } ?? [])
    object.set("stages", stages.map { $0.write })
  }
}

extension StageStanding {
  /// Writes how far the paper is in the stage, for other programs.
  func write(to object: inout JSONObject) {
    object.set("stage", stage.rawValue)
    if case .unasked(let reason) = state {
      object.set("state", "unasked")
      object.set("reason", reason)
    } else if case .inBatch(let name) = state {
      object.set("state", "inBatch")
      object.set("batch", name)
    } else {
      object.set("state", "\(state)")
    }
    object.set("changed", answer?.changes.map(\.rawValue) ?? [])
    guard let answer else { return }
    object.set("repairs", answer.repairs)
    object.set("asked", answer.provenance.time)
    object.set("profile", answer.provenance.profile)
    object.set("model", answer.provenance.model)
  }
}

extension SitePage {
  /// Writes what stands on the site, for other programs.
  func write(to object: inout JSONObject) {
    object.set("page", slug)
    object.set("path", path)
    object.set("state", state.rawValue)
  }
}
