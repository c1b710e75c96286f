import Foundation
import TestSupport
import Testing

/// Shards beside others, and what they share.
extension ShardTests {
  @Test("side by side with the others makes every page, and asks about each paper once")
  func sideBySide() async throws {
    try await withWorld(papers: Shards.papers) { world in
      _ = try await world.run(["fetch"] + Shards.weeks)
      world.forget()
      let programs = try (1...3).map { try world.start(Shards.run + ["--shard", "\($0)/3"]) }
      for program in programs { #expect(await world.outcome(of: program).status == .exit(0)) }
      #expect(try world.pages().count == 3)
      let summaries = world.questions.filter { $0.stage == "summarize" }.flatMap(\.ids)
      #expect(summaries.sorted() == Shards.papers.map(\.id).sorted())
    }
  }

  @Test("on a week that another machine has goes on with its other weeks")
  func sameShardTwice() async throws {
    try await withWorld(papers: Shards.papers) { world in
      _ = try await world.run(["fetch"] + Shards.weeks)
      world.model.setFaults(["2407.10000": .hold])
      let words = Shards.run + ["--shard", "2/2"]
      let first = try world.start(words)
      try await eventually("the held paper is asked for") {
        world.questions.contains { $0.stage == "summarize" && $0.ids == ["2407.10000"] }
      }
      let holder = try #require(try world.holder(of: "2024-07-12"))
      #expect(holder.hasPrefix("process \(first.pid) on "))
      let second = try await world.run(words)
      #expect(second.status == .exit(75))
      #expect(second.output == ThreeWeeks.pages(["2024-07-26"]))
      #expect(
        second.errors.contains(
          "\n2024-07-12: failed: another run is at work on runs/2024-07-12: \(holder); wait for it to "
            + "end, then run the same command again\n"))
      world.model.release()
      #expect(await world.outcome(of: first).status == .exit(0))
      #expect(Set(world.asked.map { $0 }).count == 5)
    }
  }

  @Test("says which part of the limits is its own, and keeps to that")
  func share() async throws {
    try await withWorld(papers: Shards.papers) { world in
      _ = try await world.run(["fetch"] + Shards.weeks)
      world.forget()
      let outcome = try await world.run(
        Shards.run + ["--shard", "1/2", "--share", "1/2", "--max-requests", "6", "--max-cost", "3"])
      #expect(outcome.status == .exit(2))
      #expect(
        outcome.errors.hasPrefix(
          "shard 1/2: 1 of 3 weeks, 5 of 10 papers\n"
            + "share 1/2: 8 requests at a time, at most $1.5000, at most 3 requests\n"))
      #expect(world.questions.count == 3)
      let plan = try await world.run(
        ["plan"] + Shards.weeks + ["--no-fetch", "--shard", "1/2", "--share", "1/2"])
      #expect(plan.status == .exit(0))
      #expect(plan.output.contains("2024-07-19") && !plan.output.contains("2024-07-26"))
      #expect(
        plan.errors.hasSuffix(
          "next: arxiv-digest run --weeks 2024-07-12..2024-07-26 --topic sd --no-fetch --shard 1/2 "
            + "--share 1/2  # does this\n"))
    }
  }

  @Test("ends before anything is asked where the file system takes no locks")
  func noLocks() async throws {
    let compiler = try #require(Program.installed("clang"))
    try await withWorld { world in
      // A library that refuses as an NFS client does whose server has no lock service.
      try world.write(
        "#include <errno.h>\nint flock(int a, int b) { errno = ENOLCK; return -1; }\n", to: "lock.c"
      )
      let built = try await compiler.run(
        ["-shared", "-fPIC", "-o", "lock.so", "lock.c"], in: world.folder)
      #expect(built.status == .exit(0), "\(built.errors)")
      let outcome = try await world.run(environment: ["LD_PRELOAD": world.folder + "/lock.so"])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(1),
            errors: """
              arxiv-digest: runs/2024-07-26/.lock: the file system takes no locks (No locks available), \
              so nothing would keep two runs apart. Mount it with locks (NFS without nolock, Lustre with \
              flock), or choose another --runs folder
              next: arxiv-digest run --week 2024-07-26 --topic sd  # what is on disk is kept

              """))
      #expect(world.searches == [] && world.questions == [])
    }
  }
}
