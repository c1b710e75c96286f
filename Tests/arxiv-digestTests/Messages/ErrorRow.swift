import Testing

/// An error of the program, and the exact words that the operator reads.
struct ErrorRow: Sendable, CustomTestStringConvertible {
  /// The error.
  let error: any Error
  /// What it says.
  let text: String

  var testDescription: String { text }

  /// Pairs the two.
  init(_ error: any Error, _ text: String) {
    self.error = error
    self.text = text
  }

  /// All of them.
  static let all: [ErrorRow] =
    ofNetwork + ofPages + ofSources + ofFiles + ofModels + ofReplies + ofRuns + ofCommands
    + ofBatches
}
