import HTTP
import Testing

@testable import ArXiv

/// A row of a table about answers that are no page of papers.
struct FailureCase: Sendable, CustomTestStringConvertible {
  /// The row's number and sentence.
  let testDescription: String
  /// What the answer is reported as.
  let error: FeedError
  /// The answer.
  let response: HTTPResponse

  /// Takes any answer.
  init(_ name: String, _ error: FeedError, _ response: HTTPResponse) {
    testDescription = name
    self.error = error
    self.response = response
  }

  /// Takes the body of an answer that claims to be well.
  init(_ name: String, _ error: FeedError, _ body: String) {
    self.init(name, error, HTTPResponse(status: 200, body: Array(body.utf8)))
  }
}
