import Foundation
import HTTP
import TestSupport
import Testing

@testable import Models

@Suite("Batches: the client")
struct BatchClientTests {
  private static let base = "https://a.example"
  private static let lost = HTTPError.connectionLost(host: "a.example", reason: "gone")

  private static func ok(_ body: String) -> ScriptedClient.Outcome {
    .success(HTTPResponse(status: 200, body: Array(body.utf8)))
  }

  private static func status(_ status: Int) -> ScriptedClient.Outcome {
    .success(HTTPResponse(status: status, body: Array(#"{"error":{"message":"M."}}"#.utf8)))
  }

  private static let made = ok(#"{"id":"msgbatch_7","processing_status":"in_progress"}"#)

  private func create(
    _ kind: ModelKind, _ outcomes: [ScriptedClient.Outcome]
  ) async throws -> (result: Result<BatchStatus, any Error>, requests: Int) {
    let script = ScriptedClient(outcomes)
    let client = try BatchSamples.client(kind, Self.base, http: script.client)
    do {
      return (.success(try await client.create(BatchSamples.order)), script.requests.count)
    } catch {
      return (.failure(error), script.requests.count)
    }
  }

  @Test("what may have made a batch is never sent twice, and told from what has not")
  func doubt() async throws {
    let outcomes: [(ScriptedClient.Outcome, isDoubt: Bool)] = [
      (Self.status(500), true), (Self.status(503), true), (Self.status(408), true),
      (Self.status(302), true), (Self.ok("cut"), true), (Self.ok(#"{"type":"error"}"#), true),
      (.failure(Self.lost), true), (.failure(.timedOut(host: "a", reason: "b")), true),
      (.failure(.bodyTooLarge(host: "a", limit: 1)), true),
      (Self.status(400), false), (Self.status(401), false), (Self.status(429), false),
      (.failure(.unreachable(host: "a", reason: "b")), false),
      (.failure(.nameNotFound(host: "a", reason: "b")), false),
      (.failure(.tlsFailed(host: "a", reason: "b")), false),
    ]
    for (outcome, isDoubt) in outcomes {
      let (result, requests) = try await create(.anthropic, [outcome])
      #expect(throws: (any Error).self, "\(outcome)") { try result.get() }
      if case .failure(let error) = result { #expect((error is BatchInDoubt) == isDoubt) }
      #expect(requests == 1)
    }
    let (result, _) = try await create(.anthropic, [Self.made])
    #expect(try result.get() == BatchStatus(id: "msgbatch_7", phase: .waiting))
  }

  @Test("the way of the file may be repeated, and leaves no doubt")
  func upload() async throws {
    let (result, requests) = try await create(
      .openAIChat,
      [Self.status(500), .failure(Self.lost), Self.ok(#"{"id":"f"}"#), Self.ok(#"{"id":"b"}"#)])
    #expect(try result.get() == BatchStatus(id: "b", phase: .waiting))
    #expect(requests == 4)
    let refused = try await create(.openAIChat, [Self.status(413)])
    #expect(throws: ModelError(.tooLong, status: 413, message: "M.")) { try refused.result.get() }
    let strange = try await create(.openAIChat, [Self.ok("{}")])
    #expect(throws: ModelError.self) { try strange.result.get() }
    #expect(strange.requests == 1)
  }

  @Test("an order whose file is gone is not sent")
  func noFile() async throws {
    let script = ScriptedClient([])
    let client = try BatchSamples.client(.gemini, Self.base, http: script.client)
    let order = BatchOrder(key: "k-1", file: "/nowhere", count: 1, made: BatchSamples.made)
    await #expect(throws: (any Error).self) { try await client.create(order) }
    #expect(script.requests.isEmpty)
  }

  @Test("a batch that the provider does not know is none, and other trouble is trouble")
  func look() async throws {
    let script = ScriptedClient([
      Self.status(404), Self.status(503), Self.ok(#"{"id":"b"}"#), Self.status(401),
    ])
    let client = try BatchSamples.client(.openAIChat, Self.base, http: script.client)
    #expect(try await client.look("b") == nil)
    #expect(try await client.look("b") == BatchStatus(id: "b", phase: .waiting))
    await #expect(throws: ModelError(.badKey, status: 401, message: "M.")) {
      try await client.look("b")
    }
  }

  @Test("a stop is asked for once")
  func cancel() async throws {
    let script = ScriptedClient([Self.ok("{}"), Self.status(409)])
    let client = try BatchSamples.client(.openAIChat, Self.base, http: script.client)
    try await client.cancel("b")
    await #expect(throws: ModelError(.unavailable, status: 409, message: "M.")) {
      try await client.cancel("b")
    }
    #expect(script.requests.count == 2)
  }

  @Test("a question costs half of what it does online")
  func price() throws {
    let client = try BatchSamples.client(.openAIChat, Self.base, http: ScriptedClient([]).client)
    let usage = TokenUsage(inputTokens: 1_000_000, outputTokens: 100_000)
    let cases: [(BatchAnswer.Outcome, Meter.Outcome?)] = [
      (.reply(ModelReply(text: "{}", usage: usage)), .answered(usage, costUSD: 1)),
      (.reply(ModelReply(text: "{}")), .answered(TokenUsage(), costUSD: nil)),
      (.failed(ModelError(.rejected, status: 400)), .failed(TokenUsage(), costUSD: 0)),
      (.failed(ModelError(.unreadable, status: 200)), .unknown),
      (.unasked("its time was over"), nil),
    ]
    for (outcome, expected) in cases { #expect(client.outcome(of: outcome) == expected) }
    let entry = try client.entry("1f-0", BatchSamples.prompt(1), .prompt)
    let request = try ModelKind.openAIChat.dialect.request(
      BatchSamples.prompt(1), .prompt, BatchSamples.profile(.openAIChat, Self.base))
    guard case .post(let body) = request.method else { return }
    #expect(entry.mostUSD == (Double(body.count) / 2 + 4000 * 5) / 1_000_000)
  }
}
