import JSONText

extension JSONError {
  /// What is wrong and where, in one sentence.
  var sentence: String {
    switch self {
    case .missing(let path): "the field '\(Self.text(of: path))' is missing"
    case .mistyped(let path):
      path.isEmpty
        ? "it is no JSON object" : "the field '\(Self.text(of: path))' has another type"
    case .invalid: "it is not valid JSON"
    case .senseless: "it cannot be decoded"
    }
  }

  /// Where something stands, such as `choices[0].message`.
  private static func text(of path: [String]) -> String {
    path.reduce("") { text, step in
      if step.hasPrefix("Index ") { return "\(text)[\(step.dropFirst(6))]" }
      return text.isEmpty ? step : "\(text).\(step)"
    }
  }
}
