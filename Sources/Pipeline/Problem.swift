package import Records

/// Why a paper is not on the page.
package struct Problem: Sendable, Equatable {
  /// How far the paper has come.
  package enum State: Sendable, Equatable {
    /// arXiv sent too little to ask about.
    case unasked
    /// The model gave no answer in this run.
    case unanswered
    /// The run's own limit on spending was reached before the paper's turn.
    case postponed
    /// The answer is on disk, and validation will withhold it.
    case unusable
    /// A new answer was asked for and would be withheld; the one that was there stays.
    case kept
    /// Validation has withheld it.
    case withheld
    /// Its authors have taken it back, for good.
    case withdrawn
    /// An answer is missing.
    case waiting
  }

  /// The paper.
  package let id: ArXivID
  /// How far the paper has come.
  package let state: State
  /// What happened, in one sentence.
  package let message: String

  /// Puts a problem together.
  package init(id: ArXivID, state: State, message: String) {
    self.id = id
    self.state = state
    self.message = message
  }
}

extension [Finding] {
  /// The errors among the findings, in one sentence.
  package var sentence: String {
    filter { $0.severity == .error }.map { "\($0.code) in \($0.field) (\($0.sentence))" }
      .joined(separator: "; ")
  }
}
