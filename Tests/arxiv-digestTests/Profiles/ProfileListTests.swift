import Models
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("The list of profiles")
struct ProfileListTests {
  private static let models = #"""
    "m":{"kind":"openai-chat","model":"x","baseURL":"https://a.example/v1","fallbacks":["f"],
         "prices":{"asOf":"2026-11-12","input":1,"output":10}},
    "n":{"kind":"ollama","model":"qwen3:8b","baseURL":"http://localhost:1","needsKey":false},
    "f":{"kind":"anthropic","model":"y","baseURL":"https://c.example"}
    """#

  private func rows(
    summarize: String = "m", _ variables: [String: String] = [:]
  ) async throws -> [String] {
    try await Settings.test(models: Self.models, summarize: summarize, variables) { settings, _ in
      let cost = try PaperCost(settings.prompts())
      return ProfileTable.text(try ListedProfile.all(settings), cost: cost)
        .split(separator: "\n").map { line in
          line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        }
    }
  }

  @Test("says what each profile is, wants, costs and is used for")
  func table() async throws {
    let cost = BillText.dollars(
      try PaperCost(Settings.test().prompts())
        .dollars(Prices(asOf: "2026-11-12", input: 1, output: 10)) ?? 0)
    #expect(
      try await rows(summarize: "n", ["ANTHROPIC_API_KEY": "x"]) == [
        "profile kind model key a paper prices of used to",
        "f anthropic y set unknown - translate, if need be",
        "m openai-chat x missing: OPENAI_API_KEY \(cost) 2026-11-12 translate",
        "n ollama qwen3:8b not needed unknown - summarize",
      ])
  }

  @Test("shows the profile in use as the environment changes it, and no other")
  func overridden() async throws {
    #expect(
      try await rows(["MODEL_PROFILE": "n", "MODEL_NAME": "z", "MODEL_API_KEY": "k"]).dropFirst()
        == [
          "f anthropic y missing: ANTHROPIC_API_KEY unknown -",
          "m openai-chat x missing: OPENAI_API_KEY "
            + "\(try await rows()[2].split(separator: " ")[5]) 2026-11-12",
          "n ollama z set unknown - translate; summarize",
        ])
  }

  @Test("is aligned, and no line ends in a blank")
  func aligned() {
    #expect(
      ProfileTable.aligned([["a", "bb", "c"], ["aaa", "b", ""]]) == "a    bb  c\naaa  b")
  }

  @Test("counts a paper's share of the titles and its summary")
  func cost() throws {
    let usage = try PaperCost(Settings.test().prompts()).usage
    // The prompt of a summary and its abstract are the greater part.
    #expect((1000...2000).contains(usage.inputTokens))
    #expect((250...450).contains(usage.outputTokens))
    #expect(usage.cachedTokens == 0)
  }
}
