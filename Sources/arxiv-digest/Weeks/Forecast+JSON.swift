import JSONText
import Pipeline
import Records

extension Forecast {
  /// True where nothing is on disk yet, so that nobody knows what models would be asked.
  var isBlind: Bool { isBeforeFetch && papers == 0 }

  /// Writes the forecast for other programs; without numbers where nobody knows them.
  func write(to object: inout JSONObject) {
    object.set("week", week.description)
    object.set("papers", papers)
    object.set("withdrawn", withdrawn)
    object.set("beforeFetch", isBeforeFetch)
    if let usualPapers { object.set("usualPapers", usualPapers) }
    if !isBlind { writeNumbers(to: &object) }
    object.set("learnedFrom", learnedFrom)
    object.set("stages", stages.map { $0.write })
  }

  private func writeNumbers(to object: inout JSONObject) {
    object.set("requests", requests)
    object.set("repairs", repairs.write)
    object.set("inputTokens", inputTokens.write)
    object.set("outputTokens", outputTokens.write)
    object.set("costUSD", costUSD?.write)
    if !fallbacks.isEmpty {
      object.set("fallbacks", fallbacks)
      object.set("fallbackUSD", fallbackUSD?.rounded(to: 1e6))
    }
    object.set("mostUSD", mostUSD?.rounded(to: 1e6))
    object.set("seconds", seconds?.rounded(to: 1e3))
  }
}

extension StageForecast {
  fileprivate func write(to object: inout JSONObject) {
    object.set("stage", stage.rawValue)
    object.set("done", done)
    object.set("missing", missing)
    object.set("failed", failed)
    object.set("waiting", waiting)
    object.set("stale", staleCount)
    object.set("changed") { changed in
      for input in QuestionInput.allCases { changed.set(input.rawValue, stale[input] ?? 0) }
    }
    object.set("requests", requests)
  }
}

extension Estimate {
  fileprivate func write(to object: inout JSONObject) {
    object.set("low", low.rounded(to: 1e6))
    object.set("expected", expected.rounded(to: 1e6))
    object.set("high", high.rounded(to: 1e6))
  }
}

extension Double {
  /// The nearest number of so many parts of one: what stands behind is noise.
  fileprivate func rounded(to parts: Double) -> Double { (self * parts).rounded() / parts }
}
