/// A number that is not known yet: what it is at least, what is expected, and what it may come to.
package struct Estimate: Sendable, Equatable {
  /// What it is likely to be at least.
  package var low: Double
  /// What is expected.
  package var expected: Double
  /// What it may come to.
  package var high: Double

  /// Takes three numbers in their order.
  package init(low: Double, expected: Double, high: Double) {
    self.low = low
    self.expected = expected
    self.high = high
  }

  /// A number that is known.
  package static func exactly(_ number: Double) -> Estimate {
    Estimate(low: number, expected: number, high: number)
  }

  /// Adds two numbers up; their errors go together, because prompts and models are the same.
  package static func + (one: Estimate, other: Estimate) -> Estimate {
    Estimate(
      low: one.low + other.low, expected: one.expected + other.expected,
      high: one.high + other.high)
  }

  /// Each number turned into another one.
  func map(_ change: (Double) -> Double) -> Estimate {
    Estimate(low: change(low), expected: change(expected), high: change(high))
  }
}
