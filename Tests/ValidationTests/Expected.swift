import Records

/// A finding as tests expect it, without its message, which `MessageTests` pins for every code.
struct Expected: Sendable, Equatable, CustomStringConvertible {
  /// The code.
  let code: String
  /// Whether it withholds the paper.
  let severity: Finding.Severity
  /// The field.
  let field: String
  /// The words of the field that it is about.
  let quote: String?

  /// Expects a finding.
  init(
    _ code: String, _ severity: Finding.Severity = .error, in field: String, quote: String? = nil
  ) {
    (self.code, self.severity, self.field, self.quote) = (code, severity, field, quote)
  }

  /// What can be expected of a finding.
  init(_ finding: Finding) {
    self.init(finding.code, finding.severity, in: finding.field, quote: finding.quote)
  }

  var description: String {
    "\(severity) \(code) \(field)" + (quote.map { " '\($0)'" } ?? "")
  }
}
