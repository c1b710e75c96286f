import HTTP
import TestSupport
import Testing

/// What becomes of a request, and what a policy of four attempts makes of it where the dice show a
/// half: a first wait of ours is half a second, and a tenth of that goes on top of a server's.
struct RetryCase: Sendable, CustomTestStringConvertible {
  /// What it is about.
  let id: String
  /// What becomes of each attempt; more than are used where the last must not be asked for.
  let outcomes: [ScriptedClient.Outcome]
  /// The waits between the attempts.
  let waits: [Duration]
  /// What the caller sees.
  let expected: ScriptedClient.Outcome

  var testDescription: String { id }

  /// All cases.
  static let all = answers + waits + unusable + failures + exhausted

  private static let fine = ScriptedClient.Outcome.success(HTTPResponse(status: 200))

  private static func status(
    _ status: Int, _ headers: [String: String] = [:]
  ) -> ScriptedClient.Outcome {
    .success(HTTPResponse(status: status, headers: headers.map { HTTPHeader($0.key, $0.value) }))
  }

  private static let answers: [RetryCase] =
    [200, 204, 301, 304, 400, 401, 403, 404, 409, 422, 499, 600].map { code in
      RetryCase(
        id: "\(code) is final", outcomes: [status(code), fine], waits: [], expected: status(code))
    }
    + [408, 429, 500, 501, 502, 503, 504, 529, 599].map { code in
      RetryCase(
        id: "\(code) is not", outcomes: [status(code), fine], waits: [.milliseconds(500)],
        expected: fine)
    }

  private static let waits: [RetryCase] = [
    (["Retry-After": "7"], 7050), (["retry-after": "1.5"], 1550), (["Retry-After": "0"], 50),
    (["Retry-After": "-5"], 50), (["Retry-After": "120"], 120_050),
    (["Retry-After-Ms": "1500"], 1550), (["retry-after-ms": "-1"], 50),
    (["Retry-After-Ms": "250", "Retry-After": "7"], 300),
    (["Retry-After-Ms": "soon", "Retry-After": "7"], 7050),
    (["Retry-After": "Fri, 26 Jul 2024 12:00:30 GMT"], 30_050),
    (["Retry-After": "Fri, 26 Jul 2024 11:00:00 GMT"], 50),
    (["Retry-After": "soon"], 500), (["Retry-After": ""], 500), (["Retry-After": "inf"], 500),
    (["Retry-After": "nan"], 500), (["Retry-After": "1e999"], 500),
  ].map { headers, milliseconds in
    RetryCase(
      id: "429 with \(headers.sorted { $0.key > $1.key })", outcomes: [status(429, headers), fine],
      waits: [.milliseconds(milliseconds)], expected: fine)
  }

  private static let unusable: [RetryCase] = [
    (["Retry-After": "121"], 121), (["Retry-After": "86400"], 86400),
    (["Retry-After": "1e300"], 1_000_000_000), (["Retry-After-Ms": "1e300"], 1_000_000_000),
    (["Retry-After-Ms": "3600000"], 3600),
    (["Retry-After": "Fri, 26 Jul 2024 13:00:00 GMT"], 3600),
  ].map { headers, seconds in
    RetryCase(
      id: "429 with \(headers)", outcomes: [status(429, headers), fine], waits: [],
      expected: .failure(.waitTooLong(host: "a.example", seconds: seconds)))
  }

  private static let failures: [RetryCase] =
    [
      .nameNotFound(host: "a", reason: "b"), .unreachable(host: "a", reason: "b"),
      .timedOut(host: "a", reason: "b"), .connectionLost(host: "a", reason: "b"),
    ].map { (error: HTTPError) in
      RetryCase(
        id: "\(error), which may pass", outcomes: [.failure(error), fine],
        waits: [.milliseconds(500)], expected: fine)
    }
    + [
      .invalidRequest("a"), .tlsFailed(host: "a", reason: "b"), .bodyTooLarge(host: "a", limit: 1),
      .redirectRefused(from: "a", to: "b", reason: "c"), .waitTooLong(host: "a", seconds: 1),
      .noRecording(name: "a", folder: "b"), .recordingFailed(file: "a", reason: "b"), .engine("a"),
    ].map { (error: HTTPError) in
      RetryCase(
        id: "\(error), which stays", outcomes: [.failure(error), fine], waits: [],
        expected: .failure(error))
    }

  private static let ours: [Duration] = [.milliseconds(500), .seconds(1), .seconds(2)]

  private static let exhausted: [RetryCase] = [
    RetryCase(
      id: "the last answer is returned",
      outcomes: [
        status(500), status(502), status(503), status(504, ["Retry-After": "9999"]), fine,
      ],
      waits: ours, expected: status(504, ["Retry-After": "9999"])),
    RetryCase(
      id: "the last error is thrown",
      outcomes: [
        status(500), .failure(.timedOut(host: "a", reason: "1")), status(503),
        .failure(.timedOut(host: "a", reason: "2")), fine,
      ], waits: ours, expected: .failure(.timedOut(host: "a", reason: "2"))),
    RetryCase(
      id: "the last attempt may be the one that works",
      outcomes: [status(500), .failure(.unreachable(host: "a", reason: "")), status(429), fine],
      waits: ours, expected: fine),
    RetryCase(
      id: "a server's wait does not change the number of the attempt",
      outcomes: [status(503), status(429, ["Retry-After": "5"]), status(503), fine],
      waits: [.milliseconds(500), .milliseconds(5100), .seconds(2)], expected: fine),
  ]
}
