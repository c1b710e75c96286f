import HTTP
import Testing

@testable import ArXiv

@Suite("What an answer is")
struct FeedBodyTests {
  @Test("status and both ends of the body tell what an answer is", arguments: answers)
  func kind(row: AnswerCase) {
    #expect(row.response.feedKind == row.kind)
  }

  @Test("only what may be better next time is asked for again", arguments: answers)
  func retry(row: AnswerCase) {
    let policy = Politeness.retries { $0.feedKind }
    #expect((policy.backoff(.success(row.response)) != nil) == row.isRetried)
  }

  private static let answers: [AnswerCase] = [
    AnswerCase(200, feed, .page, isRetried: false),
    AnswerCase(200, "\u{FEFF}\n\(feed)\r\n ", .page, isRetried: false),
    AnswerCase(200, SampleFeed(.legacy, []).xml, .page, isRetried: false),
    AnswerCase(200, errorFeed, .page, isRetried: false),
    AnswerCase(200, String(feed.dropLast(8)), .incomplete, isRetried: true),
    AnswerCase(200, "Rate exceeded.", .busy, isRetried: true),
    AnswerCase(200, "\u{FEFF}Rate exceeded.\n", .busy, isRetried: true),
    AnswerCase(200, "Rate exceeded. Or not.", .incomplete, isRetried: true),
    AnswerCase(200, "<!DOCTYPE html><html></html>", .incomplete, isRetried: true),
    AnswerCase(200, "", .incomplete, isRetried: true),
    AnswerCase(200, "\u{FEFF}", .incomplete, isRetried: true),
    AnswerCase(301, "", .final, isRetried: false),
    AnswerCase(400, errorFeed, .page, isRetried: false),
    AnswerCase(
      400, "<html>Request Line is too large (4245 &gt; 4094)</html>", .final, isRetried: false),
    AnswerCase(403, "<html>Denied</html>", .final, isRetried: false),
    AnswerCase(404, "<html>Not found</html>", .final, isRetried: false),
    AnswerCase(408, "", .unavailable, isRetried: true),
    AnswerCase(429, "Rate exceeded.", .busy, isRetried: true),
    AnswerCase(429, "", .busy, isRetried: true),
    AnswerCase(429, feed, .busy, isRetried: true),
    AnswerCase(500, errorFeed, .page, isRetried: false),
    AnswerCase(500, "Internal Server Error", .unavailable, isRetried: true),
    AnswerCase(500, String(errorFeed.dropLast(12)), .unavailable, isRetried: true),
    AnswerCase(502, "<html></html>", .unavailable, isRetried: true),
    AnswerCase(503, "", .unavailable, isRetried: true),
    AnswerCase(503, feed, .unavailable, isRetried: true),
    AnswerCase(503, "Rate exceeded.", .busy, isRetried: true),
    AnswerCase(504, "", .unavailable, isRetried: true),
  ]

  private static let feed = SampleFeed().xml
  private static let errorFeed = SampleFeed(.current, [.error("sorry")]).xml
}

/// A row of the table about answers.
struct AnswerCase: Sendable, CustomTestStringConvertible {
  /// The answer.
  let response: HTTPResponse
  /// What it is.
  let kind: AnswerKind
  /// Whether the request is sent again.
  let isRetried: Bool

  /// Takes an answer and what it is.
  init(_ status: Int, _ body: String, _ kind: AnswerKind, isRetried: Bool) {
    response = HTTPResponse(status: status, body: Array(body.utf8))
    self.kind = kind
    self.isRetried = isRetried
  }

  /// The status with both ends of the body.
  var testDescription: String {
    let text = response.text
    return
      "\(response.status) \(text.prefix(14).debugDescription)…\(text.suffix(8).debugDescription)"
  }
}
