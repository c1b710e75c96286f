import Foundation
import HTTP
import TestSupport

@testable import Models

/// What the tests of calls work with: a prompt, a profile, answers, and a meter that remembers.
enum CallSamples {
  /// A question about one paper.
  static let prompt = Prompt(
    name: "summarize-2401.00001", system: "system", user: "user", schema: .summary)

  /// A profile of Chat Completions with a cap of 100 tokens.
  static func profile(
    _ change: (inout ModelProfile) -> Void = { _ in }
  ) -> ModelProfile {
    var profile = ModelProfile(
      name: "test", kind: .openAIChat, model: "model-1", baseURL: "http://127.0.0.1/v1",
      prices: Prices(asOf: "2026-11-12", input: 1, output: 10))
    profile.limits.outputTokens = 100
    change(&profile)
    return profile
  }

  /// A good answer: ten tokens in, five out.
  static let good = answer(
    200,
    #"""
    {"choices":[{"message":{"content":"{}"},"finish_reason":"stop"}],
     "usage":{"prompt_tokens":10,"completion_tokens":5}}
    """#)

  /// An answer.
  static func answer(
    _ status: Int, _ body: String = "", headers: [String: String] = [:]
  ) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: headers.map { HTTPHeader($0.key, $0.value) }, body: Array(body.utf8))
  }
}

/// A meter that notes every request and what became of it.
final class NotingMeter: Sendable {
  private let log = Locked<[Meter.Outcome]>([])
  private let mosts = Locked<[Double?]>([])

  /// What became of each request, in the order of their ends.
  var outcomes: [Meter.Outcome] { log.withLock { $0 } }
  /// What each could cost at most.
  var bounds: [Double?] { mosts.withLock { $0 } }

  /// The meter.
  var meter: Meter {
    Meter { request in
      self.mosts.withLock { $0.append(request.mostUSD) }
      return Meter.Entry(send: {}, settle: { outcome in self.log.withLock { $0.append(outcome) } })
    }
  }
}
