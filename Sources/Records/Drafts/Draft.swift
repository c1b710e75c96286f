/// A model's answer about one paper, not yet judged.
package protocol Draft: Record where ID == ArXivID {
  /// What made this draft, for telling whether it is stale.
  var provenance: Provenance { get }
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
