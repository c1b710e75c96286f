import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

@Suite("How much is said on stderr, and in which form")
struct TalkTests {
  private static let next = "next: publish site/; the same command again asks for nothing twice\n"

  @Test("--quiet says only what to do next where all is well")
  func quiet() async throws {
    try await withWorld { world in
      let outcome = try await world.run(World.runWords + ["--quiet"])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0), output: "site/_sd/2024-07-26.md\n", errors: Self.next))
    }
  }

  @Test("--quiet says what is wrong with papers, and what waits for a person")
  func quietTrouble() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20001": .bullets(3)])
      let words = World.runWords + ["--repairs", "0"]
      let quiet = try await world.run(words + ["--quiet"])
      #expect(quiet.status == .exit(2))
      let lines = quiet.errors.split(separator: "\n")
      #expect(lines.map { $0.prefix { $0 != ":" } } == ["2407.20001", "summarize", "next"])
      #expect(lines[0].hasPrefix("2407.20001: withheld: "))
      let usual = try await withWorld { other in
        other.model.setFaults(["2407.20001": .bullets(3)])
        return try await other.run(words)
      }
      #expect(Set(lines.dropLast()).isSubset(of: usual.errors.split(separator: "\n")))
    }
  }

  @Test("--quiet says why a run has failed")
  func quietFailure() async throws {
    try await withWorld { world in
      world.model.setFault(.trouble(.badKey))
      let outcome = try await world.run(World.runWords + ["--quiet"])
      #expect(outcome.status == .exit(1))
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.first?.hasPrefix("arxiv-digest: translate: ") == true, "\(lines)")
      #expect(lines.last?.hasPrefix("next: arxiv-digest run ") == true)
    }
  }

  @Test("--verbose tells of every request and every retry, and of all the rest as usual")
  func verbose() async throws {
    try await withWorld { world in
      world.model.setFault(.trouble(.status(500)))
      let outcome = try await world.run(
        World.runWords + ["--verbose", "--max-requests", "3"])
      let lines = outcome.errors.split(separator: "\n").map(String.init)
      let requests = lines.filter { $0.hasPrefix("request: translate-2407.20000+3-") }
      #expect(requests.count == world.questions.count)
      #expect(requests.allSatisfy { $0.contains(", test, failed, ") })
      let retries = lines.filter { $0.hasPrefix("retry: translate-2407.20000+3-") }
      #expect(retries.count == requests.count - 1)
      #expect(lines.contains("translate: begins, 4 to do"))
      #expect(lines.contains { $0.hasPrefix("plan: 5 requests") })
    }
  }

  /// What every line has.
  private struct Line: Decodable {
    let time: String
    let level: String
    let event: String
    let message: String
  }

  @Test("--log-format json says the same in objects, one a line")
  func json() async throws {
    let text = try await withWorld { world in
      world.model.setFaults(["2407.20001": .bullets(3)])
      return try await world.run(World.runWords + ["--repairs", "0", "--log-format", "text"])
    }
    try await withWorld { world in
      world.model.setFaults(["2407.20001": .bullets(3)])
      let words = World.runWords + ["--repairs", "0", "--log-format", "json"]
      let outcome = try await world.run(words)
      #expect(outcome.status == .exit(2))
      let lines = try outcome.errors.split(separator: "\n").map {
        try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      }
      #expect(
        lines.map { $0.message.replacing("format json", with: "format text") }
          == text.errors.split(separator: "\n").map(String.init))
      #expect(
        lines.map(\.event) == [
          "topic-fetched", "stage-ended", "planned", "stage-ended", "stage-ended", "stage-ended",
          "stage-ended", "paper", "outlook", "week", "bill", "bill", "bill", "next",
        ])
      #expect(Set(lines.map(\.level)) == ["info", "warning"])
      #expect(
        lines.allSatisfy { (try? Date($0.time, strategy: .iso8601)) != nil })
    }
  }

  @Test(
    "a failure is an object as well, and so is the line after it",
    arguments: [
      (["render", "--week", "2024-07-26", "--log-format", "json"], 1),
      (["render", "--wek", "--log-format", "json"], 64),
      (["render", "--quiet", "--verbose", "--log-format=json"], 64),
      (["render", "--week", "no-day", "--log-format", "json"], 64),
    ])
  func jsonFailure(words: [String], status: Int) async throws {
    try await withWorld { world in
      let outcome = try await world.run(words)
      #expect(outcome.status == .exit(Int32(status)))
      let lines = try outcome.errors.split(separator: "\n").map {
        try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      }
      #expect(lines.map(\.level) == ["error", "info"])
      #expect(lines.map(\.event) == ["error", "next"])
    }
  }
}
