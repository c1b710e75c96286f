import Foundation
import HTTP
import TestSupport
import Testing

@testable import Models

@Suite("A conversation with a server")
struct ConversationTests {
  /// A way of asking for JSON that a server does not know, and what is asked instead.
  struct Ladder: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kind: ModelKind
    let errors: [HTTPResponse]
    let expected: [ReplyFormat]
  }

  @Test("a server that does not know JSON schema is asked in the next way", arguments: ladders)
  func stepDown(ladder: Ladder) async throws {
    let good = [ModelKind.ollama: ollama, .openAIChat: CallSamples.good][ladder.kind]
    let script = ScriptedClient(
      (ladder.errors + [try #require(good), try #require(good)]).map { .success($0) })
    let notes = Locked<[String]>([])
    let clock = ManualTiming()
    let server = ModelServer(
      CallSamples.profile { $0.kind = ladder.kind }, places: 4, timing: clock.timing
    ) { note in notes.withLock { $0.append(note) } }
    let client = ModelClient.remote(server, http: script.client)
    let first = try await client.complete(CallSamples.prompt, .idle)
    let second = try await client.complete(CallSamples.prompt, .idle)
    #expect([first.format, second.format] == [ladder.expected.last, ladder.expected.last])
    #expect(first.requests == ladder.errors.count + 1)
    #expect(second.requests == 1)
    // Told once for each step, and never waited for.
    #expect(notes.withLock { $0.count } == ladder.errors.count)
    #expect(clock.waits == [])
  }

  private static let ladders = [
    Ladder(
      testDescription: "a 400 about response_format", kind: .openAIChat,
      errors: [CallSamples.answer(400, #"{"error":"response_format is not supported"}"#)],
      expected: [.object]),
    Ladder(
      testDescription: "a 500 about a grammar, and then one about objects", kind: .openAIChat,
      errors: [
        CallSamples.answer(500, #"{"error":{"message":"failed to parse grammar"}}"#),
        CallSamples.answer(
          400, #"{"error":"'response_format.type' must be 'json_schema' or 'text'"}"#),
      ], expected: [.prompt]),
    Ladder(
      testDescription: "bounds alone go first", kind: .openAIChat,
      errors: [
        CallSamples.answer(
          400,
          #"{"error":{"message":"Invalid schema for response_format: 'maxItems' is not permitted"}}"#
        )
      ], expected: [.schema]),
    Ladder(
      testDescription: "Ollama's word for it", kind: .ollama,
      errors: [CallSamples.answer(400, #"{"error":"invalid format: expected \"json\""}"#)],
      expected: [.object]),
  ]

  private let ollama = CallSamples.answer(200, #"{"message":{"content":"{}"},"done":true}"#)

  @Test("lanes that fail together step down together, once")
  func burst() {
    let notes = Locked(0)
    let server = ModelServer(CallSamples.profile(), places: 4) { _ in notes.withLock { $0 += 1 } }
    for _ in 0..<8 {
      #expect(server.stepDown(from: .boundedSchema, to: .schemaRefused, because: "b"))
    }
    #expect(server.format == .object)
    #expect(notes.withLock { $0 } == 1)
  }

  @Test("a server that never kept to the shape is not trusted, and one that did may slip twice")
  func judged() {
    let server = ModelServer(CallSamples.profile(), places: 4)
    #expect(server.isIgnoring(.boundedSchema, isInShape: false))
    let trusted = [true, false, false, true, false, false, false].map {
      server.isIgnoring(.boundedSchema, isInShape: $0)
    }
    #expect(trusted == [false, false, false, false, false, false, true])
    #expect(!server.isIgnoring(.object, isInShape: false))
  }

  @Test("when there is no weaker way, the error is the stage's end")
  func endOfLadder() async throws {
    let refusal = CallSamples.answer(400, #"{"error":"response_format"}"#)
    let script = ScriptedClient(Array(repeating: .success(refusal), count: 3))
    let server = ModelServer(CallSamples.profile(), places: 1, timing: ManualTiming().timing)
    let error = await #expect(throws: ModelError.self) {
      try await ModelClient.remote(server, http: script.client).complete(
        CallSamples.prompt, .idle)
    }
    #expect(error?.kind == .schemaRefused)
    #expect(error?.concernsEveryPaper == true)
  }

  /// What a request comes to, and how the meter is told.
  struct Settled: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answer: ScriptedClient.Outcome
    let outcome: Meter.Outcome
  }

  @Test(
    "the meter hears of every request, and of its end before anything is made of it",
    arguments: [
      Settled(
        testDescription: "an answer", answer: .success(CallSamples.good),
        outcome: .answered(TokenUsage(inputTokens: 10, outputTokens: 5), costUSD: 60e-6)),
      Settled(
        testDescription: "an answer that counts nothing is not free",
        answer: .success(CallSamples.answer(200, #"{"choices":[{"message":{"content":"x"}}]}"#)),
        outcome: .answered(TokenUsage(), costUSD: nil)),
      Settled(
        testDescription: "counts beyond all measure are cut",
        answer: .success(
          CallSamples.answer(
            200,
            #"""
            {"choices":[{"message":{"content":"x"}}],"usage":{"prompt_tokens":-5,
             "completion_tokens":9223372036854775807,"prompt_tokens_details":{"cached_tokens":7}}}
            """#)),
        outcome: .answered(TokenUsage(outputTokens: 1_000_000_000_000), costUSD: 1e7)),
      Settled(
        testDescription: "an error with counts in a 200",
        answer: .success(
          CallSamples.answer(
            200, #"{"error":{"code":502,"message":"m"},"usage":{"prompt_tokens":10}}"#)),
        outcome: .failed(TokenUsage(inputTokens: 10), costUSD: 10e-6)),
      Settled(
        testDescription: "an error status", answer: .success(CallSamples.answer(400)),
        outcome: .failed(TokenUsage(), costUSD: 0)),
      Settled(
        testDescription: "an empty reply that was counted",
        answer: .success(
          CallSamples.answer(
            200, #"{"choices":[{"message":{}}],"usage":{"prompt_tokens":10,"completion_tokens":0}}"#
          )),
        outcome: .failed(TokenUsage(inputTokens: 10), costUSD: 10e-6)),
      Settled(
        testDescription: "a body that is no reply",
        answer: .success(CallSamples.answer(200, "<html>")),
        outcome: .unknown),
      Settled(
        testDescription: "a lost connection",
        answer: .failure(.connectionLost(host: "h", reason: "r")), outcome: .unknown),
      Settled(
        testDescription: "silence", answer: .failure(.timedOut(host: "h", reason: "r")),
        outcome: .unknown),
      Settled(
        testDescription: "no connection", answer: .failure(.unreachable(host: "h", reason: "r")),
        outcome: .notSent),
      Settled(
        testDescription: "no such name", answer: .failure(.nameNotFound(host: "h", reason: "r")),
        outcome: .notSent),
    ])
  func settled(example: Settled) async throws {
    let meter = NotingMeter()
    let server = ModelServer(
      CallSamples.profile { $0.limits.attempts = 1 }, places: 1, timing: ManualTiming().timing)
    let client = ModelClient.remote(server, http: ScriptedClient([example.answer]).client)
    _ = try? await client.complete(CallSamples.prompt, meter.meter)
    #expect(meter.outcomes == [example.outcome])
    // At most: a token for each byte of the body, and the whole cap.
    let bound = try #require(meter.bounds.first ?? nil)
    #expect(bound > 100 * 10e-6 && bound < 0.01)
  }

  @Test("a door that is shut stops a request before it is noted as sent")
  func shut() async throws {
    let meter = NotingMeter()
    let script = ScriptedClient([])
    let server = ModelServer(CallSamples.profile(), places: 1, timing: ManualTiming().timing)
    let client = ModelClient.remote(server, http: script.client)
    client.shut(CancellationError())
    await #expect(throws: CancellationError.self) {
      try await client.complete(CallSamples.prompt, meter.meter)
    }
    #expect(meter.outcomes == [.notSent])
    #expect(script.requests == [])
  }
}
