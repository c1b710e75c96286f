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

  private let prices = Prices(
    asOf: "2026-11-12", input: 2, cachedInput: 0.5, cacheWrite: 2.5, output: 8)

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
      Case(
        id: "a million to the cache",
        usage: TokenUsage(inputTokens: 1_000_000, cacheWriteTokens: 1_000_000), cost: 2.5),
      Case(id: "a million written", usage: TokenUsage(outputTokens: 1_000_000), cost: 8),
      Case(
        id: "everything",
        usage: TokenUsage(
          inputTokens: 4_000, cachedTokens: 1_000, cacheWriteTokens: 2_000, outputTokens: 500,
          reasoningTokens: 400),
        cost: (1_000 * 2 + 1_000 * 0.5 + 2_000 * 2.5 + 500 * 8) / 1_000_000),
    ])
  func cost(example: Case) {
    #expect(prices.cost(of: example.usage) == example.cost)
  }

  @Test("what is free costs nothing")
  func free() {
    let free = Prices(asOf: "", input: 0, output: 0)
    #expect(free.cost(of: TokenUsage(inputTokens: 5, cachedTokens: 5, outputTokens: 5)) == 0)
    #expect(free.bound(bodyBytes: 5, outputTokens: 5) == 0)
  }

  @Test("the cache costs what reading costs, unless told otherwise")
  func cacheDefaults() {
    #expect(
      Prices(asOf: "d", input: 2, output: 8)
        == Prices(asOf: "d", input: 2, cachedInput: 2, cacheWrite: 2, output: 8))
  }

  @Test("a request costs at most its bytes at the dearer price and its whole room for the reply")
  func bound() {
    #expect(prices.bound(bodyBytes: 1_000_000, outputTokens: 0) == 2.5)
    #expect(prices.bound(bodyBytes: 0, outputTokens: 1_000_000) == 8)
    #expect(prices.bound(bodyBytes: 1_000_000, outputTokens: 500_000) == 6.5)
    let cheapWrite = Prices(asOf: "d", input: 2, cacheWrite: 0, output: 8)
    #expect(cheapWrite.bound(bodyBytes: 1_000_000, outputTokens: 0) == 2)
  }
}
