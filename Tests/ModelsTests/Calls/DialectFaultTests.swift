import Foundation
import HTTP
import TestSupport
import Testing

@testable import Models

/// Every dialect against a server on loopback that plays each fault, by an injected clock.
@Suite("Faults in every dialect", .timeLimit(.minutes(2)))
struct DialectFaultTests {
  /// What the server does first, and what comes of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What is played, by dialect.
    let reply: @Sendable (DialectSample) throws -> LoopbackServer.Reply
    /// How often it is played before a good answer comes.
    var times = 1
    /// Requests that the server sees.
    var requests = 2
    /// Waits between them in milliseconds, with dice that show a half.
    var waits = [500]
    /// The error in the end; nil where there is a reply.
    var fails: ModelError.Kind?
  }

  @Test(
    "a fault costs so many requests and so much time",
    arguments: DialectSample.all, faults)
  func fault(dialect: DialectSample, fault: Fault) async throws {
    let good = try dialect.good()
    let bad = try fault.reply(dialect)
    let server = try LoopbackServer { $0.earlier < fault.times ? bad : good }
    let clock = ManualTiming()
    var kind: ModelError.Kind?
    do {
      _ = try await client(dialect.kind, server, clock).complete(CallSamples.prompt, .idle)
    } catch let error as ModelError { kind = error.kind }
    #expect(kind == fault.fails)
    #expect(server.requests.count == fault.requests)
    #expect(clock.waits.map(\.inMilliseconds) == fault.waits)
  }

  @Test(
    "a redirect to another host is refused, and that host sees nothing",
    arguments: ModelKind.allCases)
  func redirect(kind: ModelKind) async throws {
    let other = try LoopbackServer { _ in .status(200) }
    let target = other.baseURL.replacing("127.0.0.1", with: "localhost") + "/v1"
    let server = try LoopbackServer { _ in
      .status(307, headers: [HTTPHeader("Location", target)])
    }
    let clock = ManualTiming()
    let error = await #expect(throws: HTTPError.self) {
      try await client(kind, server, clock).complete(CallSamples.prompt, .idle)
    }
    guard case .redirectRefused = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(server.requests.count == 1)
    #expect(other.requests == [])
    #expect(clock.waits == [])
  }

  private static let faults: [Fault] = [
    Fault(testDescription: "429 without a delay", reply: { _ in .status(429) }),
    Fault(
      testDescription: "429 with a delay", reply: { try $0.delay() }, waits: [1550]),
    Fault(testDescription: "529", reply: { _ in .status(529) }),
    Fault(testDescription: "500 once", reply: { _ in .status(500) }),
    Fault(
      testDescription: "500 for ever", reply: { _ in .status(500) }, times: .max, requests: 6,
      waits: [500, 1000, 2000, 4000, 8000], fails: .unavailable),
    Fault(
      testDescription: "a wrong key", reply: { try $0.error($0.badKey) }, requests: 1, waits: [],
      fails: .badKey),
    Fault(
      testDescription: "a quota that is used up", reply: { try $0.error($0.quota) }, requests: 1,
      waits: [], fails: .exhausted),
    Fault(
      testDescription: "a body that is cut",
      reply: { .cut(Array(try $0.goodBody().prefix(40)), announcing: 500) }),
    Fault(
      testDescription: "a body that stalls",
      reply: { .stall(Array(try $0.goodBody().prefix(40)), announcing: 500) }),
    Fault(testDescription: "malformed JSON", reply: { _ in .text(#"{"choices":[{"#) }),
    Fault(testDescription: "an empty 200", reply: { _ in .status(200) }),
    Fault(
      testDescription: "a 200 with an error",
      reply: { _ in .text(#"{"error":{"code":500,"message":"it broke"}}"#) }),
    Fault(
      testDescription: "gzip garbage",
      reply: { _ in
        .answer(
          status: 200, headers: [HTTPHeader("Content-Encoding", "gzip")],
          body: Array("not compressed at all".utf8))
      }),
  ]

  private func client(
    _ kind: ModelKind, _ server: LoopbackServer, _ clock: ManualTiming
  ) -> ModelClient {
    let profile = CallSamples.profile { profile in
      profile.kind = kind
      profile.baseURL = server.baseURL
      profile.access = .key(Secret("sk-test-0123456789"))
      profile.limits.timeoutSeconds = 2
    }
    return ModelClient.remote(
      ModelServer(profile, places: 1, timing: clock.timing),
      http: .curl(CurlOptions(userAgent: "test")).followingRedirects())
  }
}
