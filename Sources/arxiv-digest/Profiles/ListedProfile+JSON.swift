import JSONText
import Models
import Records

extension ListedProfile {
  /// Writes the profile for other programs; of its key only whether it is there.
  func write(to object: inout JSONObject, cost: PaperCost) {
    object.set("name", profile.name)
    object.set("kind", profile.kind.rawValue)
    object.set("model", profile.model)
    switch key {
    case .set: object.set("key", "set")
    case .notNeeded: object.set("key", "not needed")
    case .missing(let variable):
      object.set("key", "missing")
      object.set("keyVariable", variable)
    }
    object.set("paperUSD", cost.dollars(profile.prices)?.inMillionths)
    object.set("prices", profile.prices?.write)
    object.set("uses", uses.filter { !$0.isFallback }.map(\.stage))
    object.set("fallbackOf", uses.filter(\.isFallback).map(\.stage))
  }
}

extension PaperCost {
  /// Writes what a typical paper takes.
  func write(to object: inout JSONObject) {
    object.set("paper") { paper in
      paper.set("inputTokens", usage.inputTokens)
      paper.set("outputTokens", usage.outputTokens)
    }
  }
}

extension Prices {
  fileprivate func write(to object: inout JSONObject) {
    object.set("asOf", asOf)
    object.set("input", input)
    object.set("cachedInput", cachedInput)
    object.set("cacheWrite", cacheWrite)
    object.set("output", output)
  }
}
