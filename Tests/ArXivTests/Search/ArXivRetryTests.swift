import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

@Suite("Requests that are sent again")
struct ArXivRetryTests {
  @Test("an answer that is no page yet is asked for again, after a wait", arguments: transient)
  func again(row: OutcomeCase) async throws {
    let run = RetryRun([row.outcome, .success(SampleFeed().response())])
    #expect(
      try await run.find() == SearchScript.found([Samples.paper()], pages: 1, total: 1))
    #expect(run.requests == 2)
    #expect(run.waits == [.seconds(2.5)])
  }

  private static let transient = [
    OutcomeCase("8.11 a truncated feed", 200, String(SampleFeed().xml.dropLast(200))),
    OutcomeCase("8.12 HTML with status 200", 200, "<!DOCTYPE html><html>Sorry</html>"),
    OutcomeCase("8.13 nothing with status 200", 200, ""),
    OutcomeCase("8.14 a refusal with status 200", 200, "Rate exceeded."),
    OutcomeCase("a refusal with status 429", 429, "Rate exceeded."),
    OutcomeCase("status 503", 503, "<html>Service Unavailable</html>"),
    OutcomeCase("status 500 without a feed", 500, "Internal Server Error"),
    OutcomeCase(
      "8.17 a body of another length than announced",
      .connectionLost(host: "export.arxiv.org", reason: "bytes are missing")),
    OutcomeCase("no answer in time", .timedOut(host: "export.arxiv.org", reason: "90 s")),
  ]

  @Test("an answer that would only repeat is the last one", arguments: final)
  func once(row: FailureCase) async {
    let run = RetryRun([.success(row.response)])
    await #expect(throws: row.error) { try await run.find() }
    #expect(run.requests == 1)
    #expect(run.waits.isEmpty)
  }

  private static let final =
    [400, 500, 200].map { status in
      FailureCase(
        "8.18 an error feed with status \(status)", .api("start must be an integer"),
        SampleFeed(.current, [.error("start must be an integer")]).response(status: status))
    } + [
      FailureCase(
        "a request line that is too long", .status(400, excerpt: "<html>Request Line</html>"),
        HTTPResponse(status: 400, body: Array("<html>Request Line</html>".utf8))),
      FailureCase(
        "a client that is shut out", .status(403, excerpt: "<html>Denied</html>"),
        HTTPResponse(status: 403, body: Array("<html>Denied</html>".utf8))),
      FailureCase("a wrong path", .status(404, excerpt: ""), HTTPResponse(status: 404)),
    ]

  @Test(
    "the fourth answer is the last, with longer waits before it",
    arguments: [
      (429, "Rate exceeded.", FeedError.busy), (200, "Rate exceeded.", .busy),
      (200, "", .notAFeed(excerpt: "")), (503, "Busy", .status(503, excerpt: "Busy")),
    ])
  func notForever(status: Int, body: String, error: FeedError) async {
    let answer = HTTPResponse(status: status, body: Array(body.utf8))
    let run = RetryRun(Array(repeating: .success(answer), count: 9))
    await #expect(throws: error) { try await run.find() }
    #expect(run.requests == 4)
    #expect(run.waits == [.seconds(2.5), .seconds(5), .seconds(10)])
  }

  @Test("a delay that arXiv asks for is kept, up to ten minutes")
  func retryAfter() async throws {
    let soon = HTTPResponse(status: 503, headers: [HTTPHeader("retry-after", "600")])
    let run = RetryRun([.success(soon), .success(SampleFeed().response())])
    _ = try await run.find()
    #expect(run.waits == [.seconds(600.25)])
    let late = HTTPResponse(status: 503, headers: [HTTPHeader("retry-after", "601")])
    await #expect(throws: HTTPError.waitTooLong(host: "export.arxiv.org", seconds: 601)) {
      try await RetryRun([.success(late)]).find()
    }
  }
}

/// A search through the retries that arXiv gets, with a clock that only notes the waits.
private struct RetryRun {
  private let script: ScriptedClient
  private let clock = ManualTiming(random: 0.5)

  init(_ outcomes: [ScriptedClient.Outcome]) {
    script = ScriptedClient(outcomes)
  }

  func find() async throws -> FoundTopic {
    let http = script.client.retrying(ArXivAPI.retryPolicy(), timing: clock.timing)
    let search = TopicSearch(api: ArXivAPI(http: http), now: { SearchScript.now })
    return try await search.find(Samples.topic, in: Samples.week)
  }

  var requests: Int { script.requests.count }
  var waits: [Duration] { clock.waits }
}

/// A row of a table about what becomes of a request.
struct OutcomeCase: Sendable, CustomTestStringConvertible {
  /// The row's sentence.
  let testDescription: String
  /// What becomes of it.
  let outcome: ScriptedClient.Outcome

  /// Takes an answer.
  init(_ name: String, _ status: Int, _ body: String) {
    testDescription = name
    outcome = .success(HTTPResponse(status: status, body: Array(body.utf8)))
  }

  /// Takes the reason why there was none.
  init(_ name: String, _ error: HTTPError) {
    testDescription = name
    outcome = .failure(error)
  }
}
