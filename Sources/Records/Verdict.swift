/// What validation found about one paper: a line of `verdicts.jsonl`.
///
/// Only the text of an accepted verdict can reach a page.
package struct Verdict: Record {
  /// Whether the paper may be published.
  package enum Status: String, Sendable, Decodable {
    /// The text may be published.
    case accepted
    /// The paper is withheld.
    case rejected
  }

  /// The paper.
  package let id: ArXivID
  /// Rejected as soon as one finding is an error.
  package let status: Status
  /// Everything that was found, errors and warnings.
  package let findings: [Finding]
  /// The Japanese title that was judged.
  package let title: String
  /// The bullets that were judged.
  package let bullets: [String]
  /// The remark that was judged.
  package let remark: String

  /// Judges a text by its findings.
  package init(
    id: ArXivID, findings: [Finding], title: String, bullets: [String], remark: String
  ) {
    self.id = id
    status = findings.contains { $0.severity == .error } ? .rejected : .accepted
    self.findings = findings
    self.title = title
    self.bullets = bullets
    self.remark = remark
  }

  package func write(to object: inout JSONObject) {
    object.set("status", status.rawValue)
    object.set("findings", findings.map { $0.write })
    object.set("title", title)
    object.set("bullets", bullets)
    object.set("remark", remark)
  }
}

/// One thing that a check has to say about a text.
package struct Finding: Sendable, Equatable, Decodable {
  /// Whether a finding withholds the paper.
  package enum Severity: String, Sendable, Decodable {
    /// Withholds the paper.
    case error
    /// Is reported, and withholds nothing.
    case warning
  }

  /// A stable code, such as `bullet-count`.
  package let code: String
  /// `error` withholds the paper, `warning` is reported only.
  package let severity: Severity
  /// Where: `title`, `bullets`, `bullets[2]`, `remark` or `reply`.
  package let field: String
  /// One sentence for the editor.
  package let message: String

  /// Puts a finding together.
  package init(code: String, severity: Severity, field: String, message: String) {
    self.code = code
    self.severity = severity
    self.field = field
    self.message = message
  }

  func write(to object: inout JSONObject) {
    object.set("code", code)
    object.set("severity", severity.rawValue)
    object.set("field", field)
    object.set("message", message)
  }
}
