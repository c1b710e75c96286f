import HTTP
import Models
import Pipeline
import Records
import Testing

@testable import arxiv_digest

/// What stopped a command, and all that is said of it on stderr.
struct FailureRow: Sendable, CustomTestStringConvertible {
  /// What stopped it.
  let error: any Error
  /// What was typed after the program's name.
  let words: [String]
  /// The status that the program ends with.
  let status: ExitCode
  /// The lines on stderr.
  let text: String

  var testDescription: String { text }

  /// Puts the parts together; the last line is told apart, as it is what to type.
  init(
    _ error: any Error, _ words: [String], _ status: ExitCode, _ text: String, next: String
  ) {
    self.error = error
    self.words = words
    self.status = status
    self.text = "arxiv-digest: \(text)\nnext: \(next)"
  }

  /// A run of a week.
  static let run = ["run", "--week", "2024-07-26"]
  /// The same, as it is typed.
  static let again = "arxiv-digest run --week 2024-07-26"
  /// What stands behind a command that is typed again.
  static let kept = "  # what is on disk is kept"
}
