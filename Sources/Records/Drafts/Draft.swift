/// A model's answer about one paper, not yet judged.
package protocol Draft: Record where ID == ArXivID {
  /// The model's raw text.
  var reply: String { get }
  /// Why there is nothing to judge; nil where there is something.
  var failure: DraftFailure? { get }
  /// Replies of the same run that held nothing to judge, the oldest first.
  var earlier: [FailedReply]? { get }
  /// What made this draft, for telling whether it is stale.
  var provenance: Provenance { get }
}

/// A reply that was paid for and held nothing to judge.
package struct FailedReply: Sendable, Equatable, Decodable {
  /// The model's raw text.
  package let reply: String
  /// Why it holds nothing to judge.
  package let failure: DraftFailure

  /// Puts the two together.
  package init(reply: String, failure: DraftFailure) {
    self.reply = reply
    self.failure = failure
  }

  func write(to object: inout JSONObject) {
    object.set("reply", reply)
    object.set("failure", failure.write)
  }
}

/// Why an answer that was paid for holds nothing to judge.
package struct DraftFailure: Error, Equatable, Decodable {
  /// A stable code, which becomes the code of the verdict's finding.
  package let code: String
  /// One sentence for the editor.
  package let message: String

  /// Puts a failure together.
  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }

  func write(to object: inout JSONObject) {
    object.set("code", code)
    object.set("message", message)
  }
}
