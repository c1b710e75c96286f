import TestSupport
import Testing

/// What is in doubt about a fetch stays in doubt for everything that is made of it.
@Suite("A doubtful fetch")
struct DoubtLaterTests {
  private static let doubt = "DOUBTFUL: sd: arXiv announced 4 hits and sent none from 3 on\n"

  /// A week of which one paper never comes.
  private static func withShortWeek(_ body: (World) async throws -> Void) async throws {
    try await withWorld(papers: FakePaper.week(3)) { world in
      world.arXiv.setFaults([.always: .page { $0.total = "4" }])
      let fetch = try await world.run(["fetch", "--week", "2024-07-26", "--topic", "sd"])
      #expect(fetch.status == .exit(2), "\(fetch.errors)")
      try await body(world)
    }
  }

  @Test("is told by every later stage, with status 2 and a way to ask again")
  func stages() async throws {
    try await Self.withShortWeek { world in
      let week = ["--week", "2024-07-26", "--topic", "sd"]
      for words in [
        ["run", "--from", "translate"], ["summarize"], ["validate"], ["render"],
        ["run", "--from", "render"],
      ] {
        let outcome = try await world.run(words + week)
        #expect(outcome.status == .exit(2), "\(words): \(outcome.errors)")
        #expect(outcome.errors.contains(Self.doubt), "\(words): \(outcome.errors)")
        #expect(
          outcome.errors.hasSuffix(
            "next: arxiv-digest run --from fetch --week 2024-07-26 --topic sd  # asks arXiv again "
              + "about sd\n"))
      }
      #expect(world.page != nil)
    }
  }

  @Test("of a week without any paper is no success among several weeks either")
  func several() async throws {
    let papers = FakePaper.week(9, day: "2024-07-21", first: 2407_11000)
    try await withWorld(papers: papers) { world in
      let outcome = try await world.run(
        ["run", "--weeks", "2024-07-19..2024-07-26", "--topic", "sd"])
      #expect(outcome.status == .exit(1))
      let reason =
        "no paper of the chosen topics came for the week of 2024-07-26, and that is in doubt: sd: no "
        + "paper was found, where 9 would be usual"
      #expect(outcome.errors.contains("\n2024-07-26: failed: \(reason)\n"), "\(outcome.errors)")
      #expect(
        outcome.errors.hasSuffix(
          "next: arxiv-digest run --weeks 2024-07-19..2024-07-26 --topic sd  # asks for what is "
            + "missing only\n"))
      let alone = try await world.run(["run", "--week", "2024-07-26", "--topic", "sd"])
      #expect(alone.status == .exit(1))
      #expect(alone.errors.contains("arxiv-digest: \(reason)\n"))
    }
  }

  @Test("a fetch that broke off is told by what is made of it")
  func brokenOff() async throws {
    try await withWorld(papers: FakePaper.week(250)) { world in
      world.arXiv.setFaults([.page(200): .status(403, "<p>Denied</p>")])
      let fetch = try await world.run(["fetch", "--week", "2024-07-26", "--topic", "sd"])
      #expect(fetch.status == .exit(1))
      let outcome = try await world.run(["validate", "--week", "2024-07-26", "--topic", "sd"])
      #expect(outcome.status == .exit(2))
      #expect(outcome.errors.contains("DOUBTFUL: sd: the fetch did not come to its end\n"))
    }
  }
}
