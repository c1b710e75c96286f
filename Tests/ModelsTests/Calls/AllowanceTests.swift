import Foundation
import HTTP
import Testing

@testable import Models

@Suite("Allowances")
struct AllowanceTests {
  /// Headers of an answer, with what they say is left.
  struct Case: Sendable, CustomTestStringConvertible {
    /// What makes the case worth having.
    let id: String
    /// The headers.
    let headers: [HTTPHeader]
    /// The allowances, in order.
    let expected: [Allowance]
    /// How long to wait where the answer is a refusal.
    let wait: Duration?

    init(
      _ id: String, _ headers: [String], gives expected: [Allowance] = [], wait: Duration? = nil
    ) {
      self.id = id
      self.headers = headers.map { line in
        let parts = line.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
        return HTTPHeader(String(parts[0]), String(parts[1]))
      }
      self.expected = expected
      self.wait = wait
    }

    var testDescription: String { id }
  }

  @Test("the headers of a provider say what is left", arguments: providers)
  func provider(example: Case) {
    let found = Allowance.all(in: example.headers, now: Self.now)
    #expect(found == example.expected)
    #expect(found.wait == example.wait)
  }

  @Test("values that make no sense are left out", arguments: nonsense)
  func leftOut(example: Case) {
    #expect(Allowance.all(in: example.headers, now: Self.now) == example.expected)
  }

  /// 2026-09-21T00:00:00Z.
  private static let now = Date(timeIntervalSince1970: 1_789_948_800)

  private static func left(
    _ unit: Allowance.Unit, _ remaining: Double, of limit: Double, _ reset: Duration
  ) -> Allowance {
    Allowance(unit: unit, limit: limit, remaining: remaining, reset: reset)
  }

  private static let providers = [
    Case(
      "OpenAI",
      [
        "X-RateLimit-Limit-Requests: 500", "x-ratelimit-limit-tokens: 50000",
        "x-ratelimit-remaining-requests: 412", "x-ratelimit-remaining-tokens: 2000",
        "x-ratelimit-reset-requests: 10.5s", "x-ratelimit-reset-tokens: 1m2s",
      ],
      gives: [
        left(.requests, 412, of: 500, .milliseconds(10_500)),
        left(.tokens, 2000, of: 50_000, .seconds(62)),
      ], wait: .seconds(62)),
    Case(
      "Groq, whose requests are counted for a day",
      [
        "x-ratelimit-limit-requests: 14400", "x-ratelimit-limit-tokens: 8000",
        "x-ratelimit-remaining-requests: 14370", "x-ratelimit-remaining-tokens: 699",
        "x-ratelimit-reset-requests: 2m59.5s", "x-ratelimit-reset-tokens: 7.5s", "retry-after: 10",
      ],
      gives: [
        left(.requests, 14_370, of: 14_400, .milliseconds(179_500)),
        left(.tokens, 699, of: 8000, .milliseconds(7500)),
      ], wait: .milliseconds(7500)),
    Case(
      "Azure names no limit", ["retry-after: 26", "x-ratelimit-reset-requests: 26"]),
    Case(
      "Mistral has names of its own",
      [
        "x-ratelimitbysize-limit-minute: 500000", "x-ratelimitbysize-remaining-minute: 0",
        "ratelimitbysize-reset: 17",
      ], gives: [left(.tokens, 0, of: 500_000, .seconds(17))], wait: .seconds(17)),
    Case(
      "Anthropic",
      [
        "anthropic-ratelimit-requests-limit: 1000", "anthropic-ratelimit-requests-remaining: 999",
        "anthropic-ratelimit-requests-reset: 2026-09-21T00:00:06Z",
        "anthropic-ratelimit-tokens-limit: 96000", "anthropic-ratelimit-tokens-remaining: 95000",
        "anthropic-ratelimit-tokens-reset: 2026-09-21T09:00:07+09:00",
        "anthropic-ratelimit-input-tokens-limit: 80000",
        "anthropic-ratelimit-input-tokens-remaining: 0",
        "anthropic-ratelimit-input-tokens-reset: 2026-09-21T00:00:05Z",
        "anthropic-ratelimit-output-tokens-limit: 16000",
        "anthropic-ratelimit-output-tokens-remaining: 15000",
        "anthropic-ratelimit-output-tokens-reset: 2026-09-20T23:59:59Z",
      ],
      gives: [
        left(.requests, 999, of: 1000, .seconds(6)), left(.tokens, 95_000, of: 96_000, .seconds(7)),
        left(.tokens, 0, of: 80_000, .seconds(5)), left(.tokens, 15_000, of: 16_000, .zero),
      ], wait: .seconds(5)),
    Case("nobody", ["content-type: application/json"]),
  ]

  private static func openAI(
    _ id: String, _ limit: String, _ remaining: String, _ reset: String,
    gives expected: [Allowance] = []
  ) -> Case {
    Case(
      id,
      [
        "x-ratelimit-limit-tokens: \(limit)", "x-ratelimit-remaining-tokens: \(remaining)",
        "x-ratelimit-reset-tokens: \(reset)",
      ], gives: expected)
  }

  private static let nonsense = [
    openAI("a whole budget", "5", "5", "0s", gives: [left(.tokens, 5, of: 5, .zero)]),
    openAI("seconds alone", "5", "0", "26", gives: [left(.tokens, 0, of: 5, .seconds(26))]),
    openAI("no limit", "0", "0", "1s"),
    openAI("a limit below zero", "-1", "-1", "1s"),
    openAI("more left than there is", "5", "6", "1s"),
    openAI("less than nothing left", "5", "-1", "1s"),
    openAI("an endless limit", "inf", "1", "1s"),
    openAI("no number", "five", "1", "1s"),
    openAI("nothing", "", "", ""),
    openAI("a rest that is no number", "5", "nan", "1s"),
    openAI("a time in the past", "5", "1", "-1s"),
    openAI("an instant where a length belongs", "5", "1", "2026-09-21T00:00:06Z"),
    Case(
      "a length where an instant belongs",
      [
        "anthropic-ratelimit-tokens-limit: 5", "anthropic-ratelimit-tokens-remaining: 1",
        "anthropic-ratelimit-tokens-reset: 6s",
      ]),
    Case(
      "no reset", ["x-ratelimit-limit-requests: 5", "x-ratelimit-remaining-requests: 1"]),
  ]
}
