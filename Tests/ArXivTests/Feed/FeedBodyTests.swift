import HTTP
import Testing

@testable import ArXiv

@Suite("What an answer is")
struct FeedBodyTests {
  @Test("status and both ends of the body tell what an answer is", arguments: answers)
  func kind(row: AnswerCase) {
    #expect(FeedBody(row.response) == row.kind)
  }

  @Test("only what may be better next time is asked for again", arguments: answers)
  func retry(row: AnswerCase) {
    #expect(ArXivAPI.retryPolicy().shouldRetry(row.response) == row.isRetried)
  }

  private static let answers = [
    AnswerCase(200, feed, .feed, isRetried: false),
    AnswerCase(200, "\u{FEFF}\n\(feed)\r\n ", .feed, isRetried: false),
    AnswerCase(200, SampleFeed(.legacy, []).xml, .feed, isRetried: false),
    AnswerCase(200, errorFeed, .feed, isRetried: false),
    AnswerCase(200, String(feed.dropLast(8)), .incomplete, isRetried: true),
    AnswerCase(200, "Rate exceeded.", .busy, isRetried: true),
    AnswerCase(200, "\u{FEFF}Rate exceeded.\n", .busy, isRetried: true),
    AnswerCase(200, "Rate exceeded. Or not.", .incomplete, isRetried: true),
    AnswerCase(200, "<!DOCTYPE html><html></html>", .incomplete, isRetried: true),
    AnswerCase(200, "", .incomplete, isRetried: true),
    AnswerCase(200, "\u{FEFF}", .incomplete, isRetried: true),
    AnswerCase(301, "", .other, isRetried: false),
    AnswerCase(400, errorFeed, .feed, isRetried: false),
    AnswerCase(
      400, "<html>Request Line is too large (4245 &gt; 4094)</html>", .other, isRetried: false),
    AnswerCase(403, "<html>Denied</html>", .other, isRetried: false),
    AnswerCase(404, "<html>Not found</html>", .other, isRetried: false),
    AnswerCase(408, "", .other, isRetried: true),
    AnswerCase(429, "Rate exceeded.", .busy, isRetried: true),
    AnswerCase(429, "", .busy, isRetried: true),
    AnswerCase(429, feed, .busy, isRetried: true),
    AnswerCase(500, errorFeed, .feed, isRetried: false),
    AnswerCase(500, "Internal Server Error", .other, isRetried: true),
    AnswerCase(500, String(errorFeed.dropLast(12)), .other, isRetried: true),
    AnswerCase(502, "<html></html>", .other, isRetried: true),
    AnswerCase(503, "", .other, isRetried: true),
    AnswerCase(503, feed, .other, isRetried: true),
    AnswerCase(503, "Rate exceeded.", .busy, isRetried: true),
    AnswerCase(504, "", .other, isRetried: true),
  ]

  private static let feed = SampleFeed().xml
  private static let errorFeed = SampleFeed(.current, [.error("sorry")]).xml
}

/// A row of the table about answers.
struct AnswerCase: Sendable, CustomTestStringConvertible {
  /// The answer.
  let response: HTTPResponse
  /// What it is.
  let kind: FeedBody
  /// Whether the request is sent again.
  let isRetried: Bool

  /// Takes an answer and what it is.
  init(_ status: Int, _ body: String, _ kind: FeedBody, isRetried: Bool) {
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
