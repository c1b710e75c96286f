import Foundation
import HTTP
import TestSupport

/// A model server that fails often, and remembers what it did to each paper.
final class FaultyServer: Sendable {
  /// What became of the requests about a paper.
  struct Record: Equatable {
    /// Requests about it.
    var requests = 0
    /// Good answers that were sent.
    var answers = 0
    /// Requests that came before the time that the server had asked for.
    var early = 0
    /// The earliest time for the next request.
    var notBefore = Duration.zero
  }

  private struct State {
    var dice: UInt64 = 20_240_726
    var records: [String: Record] = [:]
  }

  private let state: Locked<State>
  private let server: LoopbackServer

  /// Starts the server: 10 in 100 requests get a 429, 5 a 500, and 1 a closed connection.
  ///
  /// Every second 429 names a delay of two seconds on the given clock.
  init(_ clock: ManualTiming) throws {
    let state = Locked(State())
    self.state = state
    server = try LoopbackServer { request in
      Self.answer(request, state, now: clock.timing.uptime())
    }
  }

  /// Where it is.
  var baseURL: String { server.baseURL + "/v1" }
  /// What it did, by paper.
  var records: [String: Record] { state.withLock { $0.records } }

  private static func answer(
    _ request: LoopbackServer.Request, _ state: Locked<State>, now: Duration
  ) -> LoopbackServer.Reply {
    guard let id = id(in: request.text) else { return .status(400) }
    return state.withLock { state in
      // Knuth's MMIX numbers: a mix that is the same in every run of the test.
      state.dice = state.dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let roll = Int((state.dice >> 33) % 100)
      var record = state.records[id, default: Record()]
      defer { state.records[id] = record }
      record.requests += 1
      if now < record.notBefore { record.early += 1 }
      record.notBefore = .zero
      switch roll {
      case 0..<5: return .status(429)
      case 5..<10:
        record.notBefore = now + .seconds(2)
        return .status(429, headers: [HTTPHeader("retry-after-ms", "2000")])
      case 10..<15: return .status(500)
      case 15: return .hangUp
      default:
        record.answers += 1
        return .text(reply(about: id))
      }
    }
  }

  private static func id(in text: String) -> String? {
    text.firstRange(of: "2407.").map { String(text[$0.lowerBound...].prefix(10)) }
  }

  private static func reply(about id: String) -> String {
    let text = ScriptedModel.summary(of: id).replacing("\"", with: "\\\"")
    return #"{"choices":[{"message":{"content":"\#(text)"},"finish_reason":"stop"}],"#
      + #""usage":{"prompt_tokens":100,"completion_tokens":20}}"#
  }
}
