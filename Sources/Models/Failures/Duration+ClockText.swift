extension Duration {
  /// Reads a length of time as providers write it: `36.4s`, `6m0s`, `1h2m3s`, `120ms`, or seconds.
  ///
  /// The form of Go's `time.Duration`, which OpenAI, Groq and Google use. Nil for anything else, and
  /// for negative values, which some servers send by mistake.
  package init?(clockText text: String) {
    if let seconds = Double(text) {
      guard seconds >= 0, seconds < 1e9 else { return nil }
      self = .seconds(seconds)
      return
    }
    var total = Duration.zero
    var rest = text[...]
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard let number = Double(digits), number < 1e9, let size = Self.units[String(unit)] else {
        return nil
      }
      total += size * number
    }
    guard !text.isEmpty else { return nil }
    self = total
  }

  private static let units: [String: Duration] = [
    "ms": .milliseconds(1), "s": .seconds(1), "m": .seconds(60), "h": .seconds(3600),
  ]
}
