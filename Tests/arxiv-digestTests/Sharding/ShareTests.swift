import Foundation
import Models
import Pipeline
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("A share of the limits")
struct ShareTests {
  private static let model =
    #""m":{"kind":"openai-chat","model":"x","baseURL":"https://model.example/v1","needsKey":false,"#
    + #""limits":{"requestsPerMinute":90,"tokensPerMinute":60000},"#
    + #""prices":{"asOf":"2024-07-26","input":1,"cachedInput":1,"output":2}}"#

  private func configuration(_ words: [String]) async throws -> Configuration {
    try await Settings.test(models: Self.model) { settings, _ in
      try Configuration(
        Arguments(["run", "--week", "2024-07-26"] + words), settings,
        now: Date(timeIntervalSince1970: 1_722_600_000))
    }
  }

  @Test(
    "divides lanes, of which one is left at least",
    arguments: [
      ([], 16), (["--share", "1/1"], 16), (["--share", "1/4"], 4), (["--share", "4/4"], 4),
      (["--share", "2/3"], 5), (["--share", "1/100"], 1),
      (["--concurrency", "7", "--share", "1/2"], 3),
    ])
  func lanes(words: [String], lanes: Int) async throws {
    let words = words + (words.contains("1/100") ? ["--from", "validate"] : [])
    #expect(try await configuration(words).jobs[0].concurrency == lanes)
  }

  @Test("divides what may be spent, and what is agreed to without a question")
  func money() async throws {
    let made = try await configuration(
      ["--share", "1/4", "--max-cost", "2", "--max-requests", "10"])
    #expect(made.jobs[0].purse.limits == SpendingLimits(maxUSD: 0.5, maxRequests: 2))
    #expect(made.askAboveUSD == 0.25)
    #expect(try await configuration(["--share", "3/4"]).askAboveUSD == 0.25)
    #expect(try await configuration([]).askAboveUSD == 1)
    let nothing = try await configuration(["--share", "1/4", "--max-requests", "0"])
    #expect(nothing.jobs[0].purse.limits == SpendingLimits(maxRequests: 0))
    // All shares together are no more than the whole.
    for count in 1...10 {
      let share = try await configuration(["--share", "1/\(count)", "--max-requests", "10"])
      #expect((share.jobs[0].purse.limits.maxRequests ?? 99) * count <= 10)
    }
  }

  @Test("divides what the profile allows in a minute")
  func minute() async throws {
    let whole = try await configuration([])
    #expect(whole.translate.map(\.limits.ownTokensPerMinute) == [60_000])
    let part = try await configuration(["--share", "2/3"])
    #expect(part.translate.map(\.limits.machines) == [3])
    #expect(part.summarize.map(\.limits.ownTokensPerMinute) == [20_000])
  }

  @Test("is read by every command that asks models, and by the plan")
  func commands() {
    let takers = Command.allCases.filter { $0.options.contains(.share) }
    #expect(takers == [.run, .translate, .summarize, .plan, .redo])
    #expect(
      Command.allCases.filter { $0.options.contains(.shard) }
        == [.run, .translate, .summarize, .plan, .status])
    #expect(Command.allCases.filter { $0.options.contains(.noFetch) } == [.run, .plan])
  }
}
