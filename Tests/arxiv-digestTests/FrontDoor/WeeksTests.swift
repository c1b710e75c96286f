import Foundation
import TestSupport
import Testing

/// Three weeks of two papers each.
enum ThreeWeeks {
  /// The papers.
  static let papers =
    FakePaper.week(2, day: "2024-07-14", first: 2407_10000)
    + FakePaper.week(2, day: "2024-07-21", first: 2407_15000) + FakePaper.week(2)

  /// The words of a run over them.
  static let words = ["run", "--weeks", "2024-07-12..2024-07-26", "--topic", "sd"]

  /// What is told of a week without trouble.
  static let good = "2 papers, 2 accepted, 0 withheld, 0 waiting"

  /// The step after a run without trouble.
  static let publish = "next: publish site/; the same command again asks for nothing twice\n"

  /// The step after a run with trouble.
  static let again =
    "next: arxiv-digest run --weeks 2024-07-12..2024-07-26 --topic sd  # asks for what is missing "
    + "only\n"

  /// The pages of some weeks, as they are told.
  static func pages(_ weeks: [String]) -> String {
    weeks.map { "site/_sd/\($0).md\n" }.joined()
  }

  /// The closing lines of a run over several weeks.
  static func closing(_ outcome: RunningProgram.Outcome) -> String {
    outcome.errors.range(of: "== 3 weeks\n").map { String(outcome.errors[$0.upperBound...]) } ?? ""
  }

  /// The weeks that were searched, as their first minutes.
  static func searched(_ world: World) -> [String] {
    world.searches.map { search in
      let window = search.query.split(separator: "submittedDate:[").last ?? ""
      return String(window.prefix(8))
    }
  }
}

@Suite("A run over several weeks")
struct WeeksTests {
  @Test("that leaves only papers which wait for a person names what would ask about them again")
  func exhausted() async throws {
    try await withWorld(papers: ThreeWeeks.papers) { world in
      world.model.setFaults(["2407.10001": .bullets(3), "2407.20000": .bullets(3)])
      _ = try await world.run(ThreeWeeks.words)
      world.forget()
      let outcome = try await world.run(ThreeWeeks.words)
      #expect(outcome.status == .exit(2))
      #expect(world.questions == [])
      #expect(
        outcome.errors.hasSuffix(
          "next: arxiv-digest run --weeks 2024-07-12..2024-07-26 --topic sd --repairs 4  # asks "
            + "again about 2407.10001, 2407.20000\n"))
    }
  }

  @Test("goes from the oldest to the newest, and the same command again asks nobody")
  func order() async throws {
    try await withWorld(papers: ThreeWeeks.papers) { world in
      for (searched, asked) in [(["20240712", "20240719", "20240726"], 9), ([], 0)] {
        let outcome = try await world.run(ThreeWeeks.words)
        #expect(outcome.status == .exit(0), "\(outcome.errors)")
        #expect(
          outcome.output == ThreeWeeks.pages(["2024-07-12", "2024-07-19", "2024-07-26"]))
        let headings = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("== ") }
        #expect(
          headings == [
            "== week 2024-07-12 (1 of 3)", "== week 2024-07-19 (2 of 3)",
            "== week 2024-07-26 (3 of 3)", "== 3 weeks",
          ])
        #expect(
          ThreeWeeks.closing(outcome) == """
            2024-07-12: \(ThreeWeeks.good)
            2024-07-19: \(ThreeWeeks.good)
            2024-07-26: \(ThreeWeeks.good)
            \(ThreeWeeks.publish)
            """)
        #expect(ThreeWeeks.searched(world) == searched)
        #expect(world.questions.count == asked)
        world.forget()
      }
    }
  }

  @Test("of which one has no paper is no failure")
  func emptyWeek() async throws {
    try await withWorld(papers: Array(ThreeWeeks.papers.dropFirst(2))) { world in
      let outcome = try await world.run(ThreeWeeks.words)
      #expect(outcome.status == .exit(0))
      #expect(outcome.output == ThreeWeeks.pages(["2024-07-19", "2024-07-26"]))
      #expect(outcome.errors.contains("\nweek 2024-07-12: no paper, and so no page\n"))
      #expect(
        ThreeWeeks.closing(outcome) == """
          2024-07-12: no paper
          2024-07-19: \(ThreeWeeks.good)
          2024-07-26: \(ThreeWeeks.good)
          \(ThreeWeeks.publish)
          """)
      #expect(ThreeWeeks.searched(world) == ["20240712", "20240712", "20240719", "20240726"])
    }
  }

  @Test("goes on past a week with a damaged file, and says so at its end")
  func damaged() async throws {
    try await withWorld(papers: ThreeWeeks.papers) { world in
      _ = try await world.run(["fetch", "--week", "2024-07-19", "--topic", "sd"])
      let path = "runs/2024-07-19/papers.jsonl"
      let lines = try #require(world.read(path))
      try world.write("{\n" + lines, to: path)
      world.forget()
      let outcome = try await world.run(ThreeWeeks.words)
      #expect(outcome.status == .exit(1))
      #expect(outcome.output == ThreeWeeks.pages(["2024-07-12", "2024-07-26"]))
      #expect(ThreeWeeks.searched(world) == ["20240712", "20240726"])
      #expect(
        ThreeWeeks.closing(outcome) == """
          2024-07-12: \(ThreeWeeks.good)
          2024-07-19: failed: \(path):1: not a record: no valid JSON. Mend the line, or delete it to \
          have its paper fetched again
          2024-07-26: \(ThreeWeeks.good)
          \(ThreeWeeks.again)
          """)
      try world.write(lines, to: path)
      world.forget()
      #expect(try await world.run(ThreeWeeks.words).status == .exit(0))
      #expect(world.searches == [])
      #expect(world.questions.count == 3)
    }
  }

  @Test("goes on past a week that another run is at work on, and ends with its status")
  func held() async throws {
    try await withWorld(papers: ThreeWeeks.papers) { world in
      world.model.setFaults(["2407.15001": .hold])
      let other = try world.start(["run", "--week", "2024-07-19", "--topic", "sd"])
      try await eventually("the held paper is asked for") {
        world.questions.contains { $0.ids == ["2407.15001"] }
      }
      let holder = try #require(try world.holder(of: "2024-07-19"))
      #expect(holder.hasPrefix("process \(other.pid) on "))
      let outcome = try await world.run(ThreeWeeks.words)
      #expect(outcome.status == .exit(75))
      #expect(outcome.output == ThreeWeeks.pages(["2024-07-12", "2024-07-26"]))
      #expect(
        ThreeWeeks.closing(outcome) == """
          2024-07-12: \(ThreeWeeks.good)
          2024-07-19: failed: another run is at work on runs/2024-07-19: \(holder); wait for it to \
          end, then run the same command again
          2024-07-26: \(ThreeWeeks.good)
          \(ThreeWeeks.again)
          """)
      world.model.release()
      #expect(await world.outcome(of: other).status == .exit(0))
      #expect(try world.holder(of: "2024-07-19") == nil)
      world.forget()
      #expect(try await world.run(ThreeWeeks.words).status == .exit(0))
      #expect(world.questions == [])
    }
  }

  @Test("leaves an arXiv that refuses alone for the weeks that are left, and goes on later")
  func refused() async throws {
    try await withWorld(papers: ThreeWeeks.papers) { world in
      world.arXiv.setFaults([.requests(2...6): .status(429)])
      let outcome = try await world.run(ThreeWeeks.words)
      #expect(outcome.status == .exit(1))
      #expect(outcome.output == ThreeWeeks.pages(["2024-07-12"]))
      #expect(
        ThreeWeeks.searched(world) == ["20240712"] + Array(repeating: "20240719", count: 5))
      #expect(
        outcome.errors.contains(
          "The same papers can be had from arXiv's harvesting interface: arxiv-digest run --weeks "
            + "2024-07-12..2024-07-26 --topic sd --source oai\n"))
      world.forget()
      world.arXiv.setFaults([:])
      #expect(try await world.run(ThreeWeeks.words).status == .exit(0))
      #expect(ThreeWeeks.searched(world) == ["20240719", "20240726"])
      #expect(Set(world.questions.flatMap(\.ids)).isDisjoint(with: ["2407.10000", "2407.10001"]))
    }
  }
}
