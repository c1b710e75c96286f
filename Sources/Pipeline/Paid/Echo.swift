import Foundation
import Records

extension DraftFailure {
  /// The reply names other papers than the one that was asked about.
  static func wrongID(_ echoed: [String], found: Int) -> DraftFailure {
    let ids = echoed.prefix(20).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
    let message =
      found > 1
      ? "the reply answers \(found) times for this paper"
      : echoed.isEmpty ? "the reply names no paper" : "the reply is about \(ids)"
    return DraftFailure(code: "wrong-id", message: message)
  }
}

extension Result where Failure == DraftFailure {
  /// Why there is nothing; nil where there is something.
  var failure: DraftFailure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}

extension ArXivID {
  /// True where a model's echo names this paper; a version after it does no harm.
  func isEchoed(by text: String) -> Bool {
    text.utf8.elementsEqual(self.text.utf8)
      || ArXivID.parse(text.trimmingCharacters(in: .whitespaces))?.id == self
  }
}
