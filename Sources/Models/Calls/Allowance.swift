package import Foundation
package import HTTP

/// What a server says is left of a budget of requests or tokens.
package struct Allowance: Sendable, Equatable {
  /// What is counted.
  package enum Unit: Sendable, Equatable {
    case requests, tokens
  }

  /// What is counted.
  package let unit: Unit
  /// The whole budget.
  package let limit: Double
  /// What is left of it.
  package let remaining: Double
  /// How long until the budget is whole again.
  package let reset: Duration

  /// The allowances in an answer's headers.
  ///
  /// OpenAI, Groq, Together: `x-ratelimit-remaining-tokens` and so on, with a length of time as the
  /// reset. Anthropic: `anthropic-ratelimit-input-tokens-remaining` and so on, with an instant
  /// (RFC 3339). Mistral: `x-ratelimitbysize-remaining-minute` and so on, with seconds.
  /// Values that make no sense are left out, because some servers send such.
  package static func all(in headers: [HTTPHeader], now: Date) -> [Allowance] {
    let openAI = openAIFields.compactMap { fields in
      Allowance(
        fields.unit, headers[fields.limit], headers[fields.remaining],
        reset: headers[fields.reset].flatMap { Duration(clockText: $0) })
    }
    let anthropic = anthropicFields.compactMap { fields in
      Allowance(
        fields.unit, headers[fields.limit], headers[fields.remaining],
        reset: headers[fields.reset].flatMap { Duration(until: $0, now: now) })
    }
    let mistral = Allowance(
      .tokens, headers["x-ratelimitbysize-limit-minute"],
      headers["x-ratelimitbysize-remaining-minute"],
      reset: headers["ratelimitbysize-reset"].flatMap { Duration(clockText: $0) })
    return openAI + anthropic + [mistral].compactMap(\.self)
  }

  /// The names of the headers that tell of one budget; put together once, not for every answer.
  private struct Fields {
    let unit: Unit
    let limit: String
    let remaining: String
    let reset: String
  }

  private static let openAIFields = [("requests", Unit.requests), ("tokens", .tokens)].map {
    name, unit in
    Fields(
      unit: unit, limit: "x-ratelimit-limit-\(name)", remaining: "x-ratelimit-remaining-\(name)",
      reset: "x-ratelimit-reset-\(name)")
  }

  private static let anthropicFields = [
    ("requests", Unit.requests), ("tokens", .tokens), ("input-tokens", .tokens),
    ("output-tokens", .tokens),
  ].map { name, unit in
    let field = "anthropic-ratelimit-\(name)"
    return Fields(
      unit: unit, limit: "\(field)-limit", remaining: "\(field)-remaining",
      reset: "\(field)-reset")
  }

  private init?(_ unit: Unit, _ limit: String?, _ remaining: String?, reset: Duration?) {
    guard let limit = limit.flatMap(Double.init), let remaining = remaining.flatMap(Double.init),
      let reset, limit > 0, limit.isFinite, (0...limit).contains(remaining)
    else { return nil }
    self.init(unit: unit, limit: limit, remaining: remaining, reset: reset)
  }

  /// Puts an allowance together.
  package init(unit: Unit, limit: Double, remaining: Double, reset: Duration) {
    self.unit = unit
    self.limit = limit
    self.remaining = remaining
    self.reset = reset
  }

  /// How fast the budget fills up again, in a second; nil while it is whole.
  var perSecond: Double? {
    let seconds = reset / .seconds(1)
    return remaining < limit && seconds > 0 ? (limit - remaining) / seconds : nil
  }
}

extension [Allowance] {
  /// How long a server that refused a request without naming a time is to be left alone.
  ///
  /// The budget that is used up decides; where none is, the one that takes longest.
  var wait: Duration? {
    let used = filter { $0.remaining < $0.limit / 10 }
    return (used.isEmpty ? self : used).map(\.reset).max()
  }
}

extension Duration {
  /// The time until an instant as RFC 3339 writes it; none for one that has passed.
  fileprivate init?(until text: String, now: Date) {
    // A header that cannot be read says nothing.
    guard let date = try? Date(text, strategy: .iso8601) else { return nil }
    self = .seconds(max(0, date.timeIntervalSince(now)))
  }
}
