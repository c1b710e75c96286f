import Records
import Validation

/// Puts an explanation into words, with the findings marked under the text.
enum ExplanationText {
  /// The whole explanation, without a line end.
  static func text(of explanation: Explanation, on paper: Paper, _ verdict: Verdict) -> String {
    let errors = verdict.findings.count { $0.severity == .error }
    let warnings = verdict.findings.count - errors
    var lines = [
      "\(paper.id)  \(line(paper.title))",
      (verdict.status == .accepted ? "accepted: " : "withheld: ")
        + "\(ReportText.number(errors, "error")), \(ReportText.number(warnings, "warning"))",
    ]
    for part in explanation.parts { lines += [""] + self.lines(of: part) }
    return lines.joined(separator: "\n")
  }

  private static func lines(of part: Explanation.Part) -> [String] {
    var lines = [part.field]
    let text = part.text.map(line)
    if let text { lines.append("  \(text)") }
    if !part.fixes.isEmpty {
      lines.append("  put right before: \(part.fixes.joined(separator: ", "))")
    }
    for (index, point) in part.points.enumerated() {
      let finding = point.finding
      let mark = mark(finding.quote.map(line), in: text)
      // The text again, lest the carets seem to mark the sentence of the abstract above.
      if index > 0, let text, !mark.isEmpty { lines.append("  \(text)") }
      lines.append("  \(mark)")
      lines.append("  \(finding.severity.rawValue) \(finding.code): \(finding.message)")
      if let sentence = point.sentence { lines.append("  abstract: \(line(sentence))") }
    }
    return lines.filter { $0 != "  " }
  }

  /// Carets under the quoted words, in the columns of a terminal; nothing where no words are quoted.
  private static func mark(_ quote: String?, in text: String?) -> String {
    guard let quote, let text, !quote.isEmpty, let place = text.firstRange(of: quote) else {
      return ""
    }
    let before = String(text[..<place.lowerBound]).columns
    return String(repeating: " ", count: before)
      + String(repeating: "^", count: max(1, quote.columns))
  }

  /// A text without line ends and controls, which a terminal would obey.
  private static func line(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar.endsLine || scalar.isHiddenControl ? " " : scalar)
    }
    return String(scalars)
  }
}
