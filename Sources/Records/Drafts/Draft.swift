package import JSONText

/// A model's answer about one paper, not yet judged.
package protocol Draft: Record where ID == ArXivID {
  /// The model's raw text.
  var reply: String { get }
  /// Why there is nothing to judge; nil where there is something.
  var failure: DraftFailure? { get }
  /// Replies about the paper that came before and could not be used, the oldest first.
  var earlier: [FailedReply]? { get set }
  /// How often the model had been asked again, in vain, when this reply came; nil where it had not
  /// been, or where this reply could be used.
  ///
  /// Counted from the last change of prompt, paper or model, or the last reply that could be used.
  var repairs: Int? { get set }
  /// What made this draft, for telling whether it is stale.
  var provenance: Provenance { get set }
}

/// A reply that was paid for and could not be used.
package struct FailedReply: Sendable, Equatable, JSONObjectReadable {
  /// The model's text.
  package let reply: String
  /// Why it holds nothing to judge; with the code `rejected`, what validation said.
  package let failure: DraftFailure
  /// The errors that validation found; nil where there was nothing to judge.
  package let findings: [Finding]?

  /// Puts the parts together.
  package init(reply: String, failure: DraftFailure, findings: [Finding]? = nil) {
    self.reply = reply
    self.failure = failure
    self.findings = findings
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    reply = try fields.read("reply")
    failure = try fields.read("failure")
    findings = try fields.readIfPresent("findings")
  }

  /// Writes the reply for other programs.
  package func write(to object: inout JSONObject) {
    object.set("reply", reply)
    object.set("failure", failure.write)
    if let findings { object.set("findings", findings.map { $0.write }) }
  }
}

/// Why an answer that was paid for cannot be used.
package struct DraftFailure: Error, Equatable, JSONObjectReadable {
  /// A stable code, which becomes the code of the verdict's finding.
  package let code: String
  /// One sentence for the editor.
  package let message: String

  /// Puts a failure together.
  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    code = try fields.read("code")
    message = try fields.read("message")
  }

  func write(to object: inout JSONObject) {
    object.set("code", code)
    object.set("message", message)
  }
}
