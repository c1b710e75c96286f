/// What became of one question of a batch.
package struct BatchAnswer: Sendable, Equatable {
  /// What can become of a question.
  package enum Outcome: Sendable, Equatable {
    /// The model replied.
    case reply(ModelReply)
    /// The server refused or failed, as it would have online.
    case failed(ModelError)
    /// The batch's time was over, or the batch was stopped, before its turn; nothing is charged.
    case unasked(String)
  }

  /// The question's key.
  package let key: String
  /// What became of it.
  package let outcome: Outcome

  /// Pairs a key with an outcome.
  package init(key: String, outcome: Outcome) {
    self.key = key
    self.outcome = outcome
  }
}
