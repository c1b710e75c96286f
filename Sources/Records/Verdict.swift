package import JSONText

/// What validation found about one paper: a line of `verdicts.jsonl`.
///
/// Only the text of an accepted verdict can reach a page.
package struct Verdict: Record {
  /// Whether the paper may be published.
  package enum Status: String, Sendable, JSONReadable {
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
  /// What was put right before the text was judged; the texts below are as they are after it.
  package let fixes: [Fix]
  /// The fields that a person has written, such as `title`; none where all are a model's.
  package let byHand: [String]
  /// The Japanese title that was judged.
  package let title: String
  /// The bullets that were judged.
  package let bullets: [String]
  /// The remark that was judged.
  package let remark: String

  /// Judges a text by its findings.
  package init(
    id: ArXivID, findings: [Finding], fixes: [Fix] = [], byHand: [String] = [], title: String,
    bullets: [String], remark: String
  ) {
    self.id = id
    status = findings.contains { $0.severity == .error } ? .rejected : .accepted
    self.findings = findings
    self.fixes = fixes
    self.byHand = byHand
    self.title = title
    self.bullets = bullets
    self.remark = remark
  }

  package func write(to object: inout JSONObject) {
    object.set("status", status.rawValue)
    object.set("findings", findings.map { $0.write })
    if !fixes.isEmpty { object.set("fixes", fixes.map { $0.write }) }
    if !byHand.isEmpty { object.set("byHand", byHand) }
    object.set("title", title)
    object.set("bullets", bullets)
    object.set("remark", remark)
  }
}

extension Verdict {
  package init(from fields: inout JSONFields) throws(JSONError) {
    id = try fields.read("id")
    status = try fields.read("status")
    findings = try fields.read("findings")
    // Records from before texts were put right have none.
    fixes = try fields.readIfPresent("fixes") ?? []
    byHand = try fields.readIfPresent("byHand") ?? []
    title = try fields.read("title")
    bullets = try fields.read("bullets")
    remark = try fields.read("remark")
  }
}

/// Something about a text that was put right without asking anybody.
package struct Fix: Sendable, Equatable, JSONObjectReadable {
  /// A stable code, such as `list-mark`.
  package let code: String
  /// Where: `title`, `bullets[2]` or `remark`.
  package let field: String

  /// Names a fix.
  package init(code: String, field: String) {
    self.code = code
    self.field = field
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    code = try fields.read("code")
    field = try fields.read("field")
  }

  func write(to object: inout JSONObject) {
    object.set("code", code)
    object.set("field", field)
  }
}

/// One thing that a check has to say about a text.
package struct Finding: Sendable, Equatable, JSONObjectReadable {
  /// Whether a finding withholds the paper.
  package enum Severity: String, Sendable, JSONReadable {
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
  /// The words of the field that it is about; nil where it is about the field as a whole.
  package let quote: String?

  /// The message with the words that it is about, on one line.
  package var sentence: String {
    guard let quote else { return message }
    let line = quote.unicodeScalars.map { $0.endsLine || $0.isHiddenControl ? " " : $0 }
    return "\(message): '\(String(String.UnicodeScalarView(line)))'"
  }

  /// Puts a finding together.
  package init(
    code: String, severity: Severity, field: String, message: String, quote: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.field = field
    self.message = message
    self.quote = quote
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    code = try fields.read("code")
    severity = try fields.read("severity")
    field = try fields.read("field")
    message = try fields.read("message")
    quote = try fields.readIfPresent("quote")
  }

  /// Writes the finding for other programs.
  package func write(to object: inout JSONObject) {
    object.set("code", code)
    object.set("severity", severity.rawValue)
    object.set("field", field)
    object.set("message", message)
    object.set("quote", quote)
  }
}
