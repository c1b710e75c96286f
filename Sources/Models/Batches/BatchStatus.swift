package import Foundation

/// What a provider says of a batch.
package struct BatchStatus: Sendable, Equatable {
  /// How far a batch is.
  package enum Phase: Sendable, Equatable {
    /// The provider has it, and is not done.
    case waiting
    /// It was asked to stop, and is about to.
    case stopping
    /// It came to an end, whatever became of its questions.
    case ended
    /// The provider did not take it, and has answered none of it.
    case refused([Objection])
  }

  /// Something that a provider has against a batch.
  package struct Objection: Sendable, Equatable {
    /// The line of the file that it is about, from 1; nil where it is about the whole.
    package let line: Int?
    /// The provider's code, such as `token_limit_exceeded`.
    package let code: String
    /// The provider's words.
    package let message: String

    /// Puts an objection together.
    package init(line: Int? = nil, code: String, message: String) {
      self.line = line
      self.code = code
      self.message = message
    }

    /// True where the provider has too much of ours to do already, and will take it later.
    package var isAboutLoad: Bool {
      ["token_limit_exceeded", GoogleStatus.resourceExhausted.name].contains(code)
    }
  }

  /// The provider's name for it.
  package let id: String
  /// Our name for it; nil where the provider keeps none.
  package let key: String?
  /// When it was made; nil where the provider does not say.
  package let created: Date?
  /// How far it is.
  package let phase: Phase
  /// Questions in it; nil while the provider has not counted them.
  package let total: Int?
  /// Questions that are answered, as far as the provider says so before the end.
  package let answered: Int
  /// Questions that have failed, as far as the provider says so before the end.
  package let failed: Int
  /// Where the results are, as the dialect names them; empty while there are none.
  package let results: [String]

  /// Puts a status together.
  package init(
    id: String, key: String? = nil, created: Date? = nil, phase: Phase, total: Int? = nil,
    answered: Int = 0, failed: Int = 0, results: [String] = []
  ) {
    self.id = id
    self.key = key
    self.created = created
    self.phase = phase
    self.total = total
    self.answered = answered
    self.failed = failed
    self.results = results
  }
}
