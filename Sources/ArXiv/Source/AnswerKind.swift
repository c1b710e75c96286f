import HTTP

/// What an answer of arXiv is, whatever its status says.
package enum AnswerKind: Sendable {
  /// What was asked for, or arXiv's report of an error that would only come again.
  case page
  /// The server asks to be left alone.
  case busy
  /// The server is in trouble.
  case unavailable
  /// Status 200 with something that breaks off, with another document, or with nothing.
  case incomplete
  /// An error that would come again.
  case final
}

extension HTTPResponse {
  /// What an answer of arXiv is, told from its status and its bytes.
  ///
  /// `isWhole` tells whether the body is a whole document of the kind that was asked for, which comes
  /// with some `statuses`.
  func kind(
    statuses: Set<Int>, isWhole: (ArraySlice<UInt8>) -> Bool
  ) -> AnswerKind {
    let body = body[...].trimmed
    if status == 429 || body.elementsEqual("Rate exceeded.".utf8) { return .busy }
    if statuses.contains(status), isWhole(body) { return .page }
    if status == 200 { return .incomplete }
    return RetryPolicy.isTransient(.success(self)) ? .unavailable : .final
  }
}
