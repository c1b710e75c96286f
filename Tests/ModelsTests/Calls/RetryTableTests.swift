import Foundation
import HTTP
import TestSupport
import Testing

@testable import Models

@Suite("When a model is asked again")
struct RetryTableTests {
  /// Answers in a row, and how long is waited between them.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answers: [ScriptedClient.Outcome]
    /// The waits in milliseconds, with dice that show a half.
    let waits: [Int]
    /// The kind of the error in the end; nil where there is a reply.
    var fails: ModelError.Kind?
    var limits: @Sendable (inout ModelProfile.Limits) -> Void = { _ in }
  }

  @Test("every failure gets its own number of attempts, and its own waits", arguments: cases)
  func attempts(example: Case) async throws {
    let script = ScriptedClient(example.answers)
    let clock = ManualTiming()
    let server = ModelServer(
      CallSamples.profile { example.limits(&$0.limits) }, places: 4, timing: clock.timing)
    let client = ModelClient.remote(server, http: script.client)
    let told = Locked<[Meter.Wait]>([])
    let meter = Meter(
      reserve: Meter.idle.reserve, wait: { wait in told.withLock { $0.append(wait) } })
    var kind: ModelError.Kind?
    do { _ = try await client.complete(CallSamples.prompt, meter) } catch let error as ModelError {
      kind = error.kind
    }
    #expect(
      told.withLock { $0.filter { $0.failure != nil }.map(\.duration.inMilliseconds) }
        == example.waits)
    #expect(kind == example.fails)
    #expect(script.requests.count == example.answers.count)
    // A place that was cut or a pause adds no wait of its own: there is one lane.
    #expect(clock.waits.map(\.inMilliseconds) == example.waits)
  }

  private static func again(_ status: Int, _ count: Int) -> [ScriptedClient.Outcome] {
    Array(repeating: .success(CallSamples.answer(status)), count: count)
  }

  private static let good = ScriptedClient.Outcome.success(CallSamples.good)

  private static let cases: [Case] = [
    Case(testDescription: "an answer at once", answers: [good], waits: []),
    Case(
      testDescription: "a busy server has six chances, each wait twice as long",
      answers: again(429, 6), waits: [500, 1000, 2000, 4000, 8000], fails: .rateLimited),
    Case(
      testDescription: "an overloaded one as well", answers: again(529, 6),
      waits: [500, 1000, 2000, 4000, 8000], fails: .overloaded),
    Case(
      testDescription: "a server in trouble as well", answers: again(500, 6),
      waits: [500, 1000, 2000, 4000, 8000], fails: .unavailable),
    Case(
      testDescription: "a passing error costs one wait", answers: again(500, 1) + [good],
      waits: [500]),
    Case(
      testDescription: "an answer that cannot be read has four", answers: again(200, 4),
      waits: [500, 1000, 2000], fails: .unreadable),
    Case(
      testDescription: "the profile's number bounds them all", answers: again(429, 2),
      waits: [500], fails: .rateLimited, limits: { $0.attempts = 2 }),
    Case(
      testDescription: "failures of several kinds are counted apart",
      answers: again(429, 3) + again(500, 2) + again(429, 2) + [good],
      waits: [500, 1000, 2000, 4000, 8000, 16000, 30000]),
    Case(
      testDescription: "what can never succeed is not tried again", answers: again(401, 1),
      waits: [], fails: .badKey),
    Case(
      testDescription: "nor is what the server does not take", answers: again(400, 1), waits: [],
      fails: .rejected),
    Case(
      testDescription: "the server's own delay is kept, and a little added",
      answers: [.success(CallSamples.answer(429, headers: ["Retry-After": "7"])), good],
      waits: [7050]),
    Case(
      testDescription: "milliseconds come before seconds",
      answers: [
        .success(
          CallSamples.answer(429, headers: ["retry-after": "7", "retry-after-ms": "1146"])), good,
      ], waits: [1196]),
    Case(
      testDescription: "a delay of nothing is none, and our own counts",
      answers: [
        .success(CallSamples.answer(429, headers: ["Retry-After": "0"])),
        .success(CallSamples.answer(429, headers: ["Retry-After": "-1"])), good,
      ], waits: [500, 1000]),
    Case(
      testDescription: "a date counts from now",
      answers: [
        .success(
          CallSamples.answer(503, headers: ["Retry-After": "Fri, 26 Jul 2024 12:00:09 GMT"])), good,
      ], waits: [9050]),
    Case(
      testDescription: "Google's delay stands in the body",
      answers: [
        .success(
          CallSamples.answer(429, #"{"error":{"code":429,"details":[{"retryDelay":"36.5s"}]}}"#)),
        good,
      ], waits: [36550]),
    Case(
      testDescription: "without a delay, the budget that is used up decides",
      answers: [
        .success(
          CallSamples.answer(
            429,
            headers: [
              "x-ratelimit-limit-requests": "500", "x-ratelimit-remaining-requests": "400",
              "x-ratelimit-reset-requests": "1m2s", "x-ratelimit-limit-tokens": "8000",
              "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "7.66s",
            ])), good,
      ], waits: [7710]),
    Case(
      testDescription: "the deadline of a paper ends its attempts", answers: again(429, 3),
      waits: [500, 1000], fails: .rateLimited, limits: { $0.deadlineSeconds = 3 }),
    Case(
      testDescription: "the server can forbid another attempt",
      answers: [.success(CallSamples.answer(500, headers: ["x-should-retry": "false"]))],
      waits: [], fails: .final),
    Case(
      testDescription: "and ask for one",
      answers: [.success(CallSamples.answer(400, headers: ["x-should-retry": "true"])), good],
      waits: [500]),
  ]

  @Test("a lost connection has four chances")
  func lostConnection() async throws {
    let lost = HTTPError.connectionLost(host: "h", reason: "r")
    let script = ScriptedClient(Array(repeating: .failure(lost), count: 4))
    let clock = ManualTiming()
    let server = ModelServer(CallSamples.profile(), places: 4, timing: clock.timing)
    await #expect(throws: lost) {
      try await ModelClient.remote(server, http: script.client).complete(
        CallSamples.prompt, .idle)
    }
    #expect(clock.waits.map(\.inMilliseconds) == [500, 1000, 2000])
  }

  @Test("a server that has answered before and is away for a moment gets every chance")
  func away() async throws {
    let away = HTTPError.unreachable(host: "h", reason: "r")
    let script = ScriptedClient(
      [Self.good] + Array(repeating: .failure(away), count: 5) + [Self.good])
    let clock = ManualTiming()
    let server = ModelServer(CallSamples.profile(), places: 4, timing: clock.timing)
    let client = ModelClient.remote(server, http: script.client)
    _ = try await client.complete(CallSamples.prompt, .idle)
    #expect(try await client.complete(CallSamples.prompt, .idle).requests == 6)
    #expect(clock.waits.map(\.inMilliseconds) == [500, 1000, 2000, 4000, 8000])
  }

  @Test("a demand beyond two minutes is told and not waited for")
  func tooLong() async throws {
    let script = ScriptedClient([
      .success(CallSamples.answer(429, headers: ["Retry-After": "600"]))
    ])
    let clock = ManualTiming()
    let server = ModelServer(CallSamples.profile(), places: 4, timing: clock.timing)
    await #expect(throws: HTTPError.waitTooLong(host: "127.0.0.1", seconds: 600)) {
      try await ModelClient.remote(server, http: script.client).complete(
        CallSamples.prompt, .idle)
    }
    #expect(clock.waits == [])
  }

  @Test("one question's own error ends its attempts early, while others are answered")
  func stuck() async throws {
    let clock = ManualTiming()
    let server = ModelServer(CallSamples.profile(), places: 4, timing: clock.timing)
    let requests = Locked(0)
    let http = HTTPClient { request in
      guard case .post(let body) = request.method,
        String(decoding: body, as: UTF8.self).contains("poison")
      else { return CallSamples.good }
      requests.withLock { $0 += 1 }
      // Another question is answered while this one waits.
      server.learn(from: TokenUsage(), bytes: 0)
      return CallSamples.answer(500, #"{"error":{"message":"assertion failed"}}"#)
    }
    var prompt = CallSamples.prompt
    prompt.user = "poison"
    let question = prompt
    await #expect(throws: ModelError(.unavailable, status: 500, message: "assertion failed")) {
      try await ModelClient.remote(server, http: http).complete(question, .idle)
    }
    #expect(requests.withLock { $0 } == 5)
  }
}

extension Duration {
  /// Whole milliseconds, rounded.
  var inMilliseconds: Int { Int((self / .milliseconds(1)).rounded()) }
}
