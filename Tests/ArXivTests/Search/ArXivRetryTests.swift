import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

@Suite("Requests that are sent again")
struct ArXivRetryTests {
  @Test(
    "an answer that is no page yet is asked for again, after a wait that fits it",
    arguments: transient)
  func again(row: OutcomeCase) async throws {
    let run = SearchScript([row.outcome, .success(SampleFeed().response())], isRetried: true)
    #expect(
      try await run.find() == SearchScript.found([Samples.paper()], pages: 1, total: 1))
    #expect(run.starts == ["0", "0"])
    #expect(run.waits == [row.wait])
  }

  private static let transient = [
    OutcomeCase("8.11 a truncated feed", 200, String(SampleFeed().xml.dropLast(200)), wait: 6),
    OutcomeCase("8.12 HTML with status 200", 200, "<!DOCTYPE html><html>Sorry</html>", wait: 6),
    OutcomeCase("8.13 nothing with status 200", 200, "", wait: 6),
    OutcomeCase("8.14 a refusal with status 200", 200, "Rate exceeded.", wait: 60),
    OutcomeCase("a refusal with status 429", 429, "Rate exceeded.", wait: 60),
    OutcomeCase("status 503", 503, "<html>Service Unavailable</html>", wait: 6),
    OutcomeCase("status 500 without a feed", 500, "Internal Server Error", wait: 6),
    OutcomeCase(
      "8.17 a body of another length than announced",
      .connectionLost(host: "export.arxiv.org", reason: "bytes are missing"), wait: 6),
    OutcomeCase("no answer in time", .timedOut(host: "export.arxiv.org", reason: "90 s"), wait: 6),
  ]

  @Test("an answer that would only repeat is the last one", arguments: final)
  func once(row: FailureCase) async throws {
    let run = SearchScript([.success(row.response)], isRetried: true)
    if row.error.concernsOneTopic {
      #expect(try await run.find().coverage.doubts == ["\(row.error)"])
    } else {
      let error = await #expect(throws: SourceError.self) { try await run.find() }
      #expect(error?.description == "topic sd: \(row.error)")
    }
    #expect(run.starts == ["0"])
    #expect(run.waits == [])
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
    "what does not pass comes to an end, with longer waits before it",
    arguments: [
      (429, "Rate exceeded.", FeedError.busy, [60, 120, 240, 480]),
      (200, "Rate exceeded.", .busy, [60, 120, 240, 480]),
      (200, "", .notAFeed(excerpt: ""), [6, 12, 24]),
      (503, "Busy", .status(503, excerpt: "Busy"), [6, 12, 24, 48, 96, 192]),
    ] as [(Int, String, FeedError, [Double])])
  func notForever(status: Int, body: String, error: FeedError, waits: [Double]) async {
    let answer = HTTPResponse(status: status, body: Array(body.utf8))
    let run = SearchScript(Array(repeating: .success(answer), count: 19), isRetried: true)
    let thrown = await #expect(throws: SourceError.self) { try await run.find() }
    #expect(thrown?.description == "topic sd: \(error)")
    #expect(thrown?.isRefusal == true)
    #expect(run.waits == waits)
    #expect(run.starts.count == waits.count + 1)
  }

  @Test(
    "8.46 a delay that arXiv asks for is kept, up to ten minutes",
    arguments: [
      ("600", 606.0), ("1", 7), ("0", 6), ("-5", 6), ("soon", 60),
      ("Fri, 26 Jul 2024 12:00:30 GMT", 6), ("Sat, 03 Aug 2024 06:00:30 GMT", 36),
    ])
  func retryAfter(text: String, wait: Double) async throws {
    let busy = HTTPResponse(status: 429, headers: [HTTPHeader("retry-after", text)])
    let run = SearchScript(
      [.success(busy), .success(SampleFeed().response())], isRetried: true)
    _ = try await run.find()
    #expect(run.waits == [wait])
  }

  @Test(
    "8.46 a longer one is a clear end, and not cut short", arguments: ["601", "86400", "1e300"])
  func tooLong(text: String) async throws {
    let late = HTTPResponse(status: 503, headers: [HTTPHeader("retry-after", text)])
    let run = SearchScript([.success(late)], isRetried: true)
    let error = await #expect(throws: SourceError.self) { try await run.find() }
    #expect(error?.isRefusal == true)
    #expect(error?.description.contains("asks to wait") == true)
    #expect(run.waits == [])
  }

  @Test(
    "8.47 a redirect to another host, or round and round, is refused and not tried again",
    arguments: [
      ["https://elsewhere.example/"],
      Array(repeating: "https://export.arxiv.org/api/query", count: 9),
    ])
  func redirect(targets: [String]) async throws {
    let script = ScriptedClient(
      targets.map { .success(HTTPResponse(status: 302, redirect: $0)) })
    let http = script.client.followingRedirects()
      .retrying(Politeness.retries { $0.feedKind }, timing: ManualTiming().timing)
    let error = await #expect(throws: SourceError.self) {
      try await PaperSource.api(ArXivAPI(http: http)).harvest(
        [TopicRequest(topic: Samples.topic)], Samples.week, { _ in })
    }
    #expect(error?.description.contains(" redirects to ") == true)
    #expect(script.requests.count <= 6)
  }

  @Test("a server that refused to the end is not asked again, for any week")
  func door() async throws {
    let answer = HTTPResponse(status: 403)
    let script = ScriptedClient([.success(answer), .success(SampleFeed().response())])
    let source = PaperSource.api(ArXivAPI(http: script.client)).refusingOnce
    let words = "topic sd: arXiv answered with status 403"
    for (week, words) in [
      (Samples.week, words),
      (Samples.week.shifted(by: 1), "not asked again in this run, after this: \(words)"),
    ] {
      let error = await #expect(throws: SourceError.self) {
        try await source.harvest([TopicRequest(topic: Samples.topic)], week, { _ in })
      }
      #expect(error?.description == words)
    }
    #expect(script.requests.count == 1)
  }
}

/// A row of a table about what becomes of a request.
struct OutcomeCase: Sendable, CustomTestStringConvertible {
  /// The row's sentence.
  let testDescription: String
  /// What becomes of it.
  let outcome: ScriptedClient.Outcome
  /// How long is waited then, in seconds.
  let wait: Double

  /// Takes an answer.
  init(_ name: String, _ status: Int, _ body: String, wait: Double) {
    testDescription = name
    outcome = .success(HTTPResponse(status: status, body: Array(body.utf8)))
    self.wait = wait
  }

  /// Takes the reason why there was none.
  init(_ name: String, _ error: HTTPError, wait: Double) {
    testDescription = name
    outcome = .failure(error)
    self.wait = wait
  }
}
