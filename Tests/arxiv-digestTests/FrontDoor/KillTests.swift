import Foundation
import TestSupport
import Testing

@Suite("A run that is killed")
struct KillTests {
  private static let papers = FakePaper.week(24)
  private static let words = World.runWords + ["--concurrency", "4"]

  /// The requests of a whole run: one search, two for titles, one a summary.
  private static let requests = 1 + 2 + papers.count

  @Test(
    "at any instant is resumed: nothing on disk is asked for again, and the page is the same",
    arguments: 0..<50)
  func resume(number: Int) async throws {
    // Spread over the whole run: after so many requests, and a moment later.
    let request = 1 + number % Self.requests
    let moment = Duration.microseconds(Int.random(in: 0...4000))
    let expected = try await Self.expectedPage.value
    try await withWorld(papers: Self.papers) { world in
      let killed = try await world.run(Self.words, killedAfter: request, moment: moment)
      // The last moments may lie behind the end of the run.
      #expect(killed.status == .signal(SIGKILL) || request > Self.requests - 4)

      let titles = world.ids(in: "titles.jsonl")
      let summaries = world.ids(in: "summaries.jsonl")
      world.forget()
      let outcome = try await world.run(Self.words)
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      for question in world.questions {
        let known = question.stage == "translate" ? titles : summaries
        #expect(known.isDisjoint(with: question.ids))
      }
      #expect(world.page == expected)
    }
  }

  /// The page of a run that nobody kills, made once for all cases.
  private static let expectedPage = Task {
    try await withWorld(papers: papers) { world in
      _ = try await world.run(words)
      return try #require(world.page)
    }
  }
}

@Suite("Runs side by side and interrupted runs")
struct InterruptTests {
  @Test("the second of two runs on a week ends at once with status 75 and asks nothing")
  func second() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20000": .hold])
      let first = try world.start()
      try await eventually("the held paper is asked for") {
        world.questions.contains { $0.ids == ["2407.20000"] }
      }
      let searches = world.searches.count
      let holder = try #require(try world.holder(of: "2024-07-26"))
      let second = try await world.run()
      #expect(second.status == .exit(75))
      #expect(
        second.errors
          == "arxiv-digest: another run is at work on runs/2024-07-26: \(holder); wait for it to end, "
          + "then run the same command again\nnext: arxiv-digest run --week 2024-07-26 --topic sd\n"
      )
      #expect(world.searches.count == searches)
      world.model.release()
      let outcome = await world.outcome(of: first)
      #expect(outcome.status == .exit(0))
    }
  }

  @Test("Ctrl-C ends the run with status 130, and the next run goes on")
  func interrupt() async throws {
    try await withWorld { world in
      world.model.setFaults(["2407.20003": .hold])
      let program = try world.start()
      try await eventually("three summaries are on disk") {
        world.ids(in: "summaries.jsonl").count == 3
      }
      program.interrupt()
      let outcome = await world.outcome(of: program)
      #expect(outcome.status == .exit(130))
      #expect(
        outcome.errors.hasSuffix(
          "arxiv-digest: interrupted; every answer that had arrived is on disk\n"
            + "next: arxiv-digest run --week 2024-07-26 --topic sd\n"))
      world.model.release()
      world.model.setFaults([:])
      world.forget()
      let second = try await world.run()
      #expect(second.status == .exit(0))
      #expect(world.questions.map(\.ids) == [["2407.20003"]])
    }
  }
}

@Suite("A run on a full disk")
struct FullDiskRunTests {
  @Test("ends with the file's name, keeps every answer that was acknowledged, and goes on later")
  func full() async throws {
    try await withWorld(papers: FakePaper.week(30)) { world in
      _ = try await world.run(["fetch", "--week", "2024-07-26", "--topic", "sd"])
      _ = try await world.run(["translate", "--week", "2024-07-26", "--topic", "sd"])
      // A shell that allows no file past some blocks, and lets the program see the error.
      let shell = Program(path: "/bin/sh")
      let outcome = try await shell.run(
        ["-c", "trap '' XFSZ; ulimit -f 20; exec \"$@\"", "sh", Program.digest.path]
          + World.runWords + ["--concurrency", "1"],
        environment: world.environment, in: world.folder)
      #expect(outcome.status == .exit(1))
      #expect(
        outcome.errors.contains(
          "arxiv-digest: runs/2024-07-26/summaries.jsonl: cannot be written: File too large. "
            + "Every answer acknowledged before is on disk; make room, fix the permissions or choose "
            + "another folder, then run the same command again\n"))
      let saved = world.ids(in: "summaries.jsonl")
      #expect(!saved.isEmpty && saved.count < 30)
      world.forget()
      let second = try await world.run()
      #expect(second.status == .exit(0))
      #expect(Set(world.questions.flatMap(\.ids)).isDisjoint(with: saved))
      #expect(world.questions.count == 30 - saved.count)
    }
  }
}
