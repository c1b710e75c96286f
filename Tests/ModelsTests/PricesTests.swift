import Models
import Testing

@Suite("Prices")
struct PricesTests {
  /// Tokens, with what they cost.
  struct Case: Sendable, CustomTestStringConvertible {
    /// What makes the case worth having.
    let id: String
    /// The tokens.
    let usage: TokenUsage
    /// US dollars.
    let cost: Double

    var testDescription: String { id }
  }

  private let prices = ModelProfile.Prices(input: 2, cachedInput: 0.5, output: 8)

  @Test(
    "a price is for a million tokens, and cached ones count once",
    arguments: [
      Case(id: "nothing", usage: TokenUsage(), cost: 0),
      Case(id: "a million read", usage: TokenUsage(inputTokens: 1_000_000), cost: 2),
      Case(
        id: "a million from the cache",
        usage: TokenUsage(inputTokens: 1_000_000, cachedTokens: 1_000_000), cost: 0.5),
      Case(
        id: "half from the cache",
        usage: TokenUsage(inputTokens: 1_000_000, cachedTokens: 500_000), cost: 1.25),
      Case(id: "a million written", usage: TokenUsage(outputTokens: 1_000_000), cost: 8),
      Case(
        id: "everything",
        usage: TokenUsage(inputTokens: 4_000, cachedTokens: 1_000, outputTokens: 500),
        cost: (3_000 * 2 + 1_000 * 0.5 + 500 * 8) / 1_000_000),
    ])
  func cost(example: Case) {
    #expect(prices.cost(of: example.usage) == example.cost)
  }

  @Test("what is free costs nothing")
  func free() {
    let free = ModelProfile.Prices(input: 0, cachedInput: 0, output: 0)
    #expect(free.cost(of: TokenUsage(inputTokens: 5, cachedTokens: 5, outputTokens: 5)) == 0)
  }
}
