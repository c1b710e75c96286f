import Foundation
import TestSupport
import Testing

@Suite("A run over a shard of the weeks")
struct ShardTests {
  @Test("makes the weeks of that shard and no others, and asks arXiv nothing")
  func shards() async throws {
    try await withWorld(papers: Shards.papers) { world in
      #expect(try await world.run(["fetch"] + Shards.weeks).status == .exit(0))
      world.forget()
      let first = try await world.run(Shards.run + ["--shard", "1/2"])
      #expect(first.status == .exit(0), "\(first.errors)")
      #expect(first.output == ThreeWeeks.pages(["2024-07-19"]))
      #expect(
        first.errors.hasPrefix(
          "shard 1/2: 1 of 3 weeks, 5 of 10 papers\n== week 2024-07-19 (1 of 1)\n"))
      #expect(
        first.errors.hasSuffix(
          "\n== 1 week\n2024-07-19: 5 papers, 5 accepted, 0 withheld, 0 waiting\n\(Shards.ended)"))
      #expect(Set(world.asked.map { $0.prefix(6) }) == ["2407.1"])
      #expect(world.searches == [])

      let second = try await world.run(Shards.run + ["--shard", "2/2"])
      #expect(second.status == .exit(0), "\(second.errors)")
      #expect(second.output == ThreeWeeks.pages(["2024-07-12", "2024-07-26"]))
      #expect(world.searches == [])
      // Titles and summaries of ten papers.
      #expect(world.asked.count == 20)

      world.forget()
      let again = try await world.run(Shards.run + ["--shard", "1/2"])
      #expect(again.output == first.output)
      #expect(again.errors.hasSuffix(Shards.ended))
      #expect(world.questions == [] && world.searches == [])

      let status = try await world.run(["status"] + Shards.weeks)
      #expect(status.errors == "next: nothing: every week is as it should be\n")
    }
  }

  @Test("gives the pages that one machine gives, from a recording as well")
  func samePages() async throws {
    try await withWorld(papers: Shards.papers) { world in
      let one =
        ["run"] + Shards.weeks + ["--record", "tape", "--runs", "one", "--site", "one-site"]
      #expect(try await world.run(one).status == .exit(0))
      let replay = ["--replay", "tape"]
      #expect(try await world.run(["fetch"] + Shards.weeks + replay).status == .exit(0))
      world.forget()
      for number in 1...3 {
        let outcome = try await world.run(
          Shards.run + replay + ["--shard", "\(number)/3"], environment: ["MODEL_API_KEY": ""])
        #expect(outcome.status == .exit(0), "\(outcome.errors)")
      }
      #expect(try world.pages() == world.pages("one-site"))
      #expect(try world.pages().count == 3)
      #expect(world.questions == [] && world.searches == [])
    }
  }

  @Test("that has no week is no failure, and says so")
  func nothing() async throws {
    try await withWorld(papers: Shards.papers) { world in
      _ = try await world.run(["fetch"] + Shards.weeks)
      world.forget()
      for words in [
        Shards.run, ["plan"] + Shards.weeks + ["--no-fetch"], ["status"] + Shards.weeks,
      ] {
        let outcome = try await world.run(words + ["--shard", "4/4"])
        #expect(
          outcome
            == RunningProgram.Outcome(
              status: .exit(0),
              errors: """
                shard 4/4: 0 of 3 weeks, 0 of 10 papers
                \(Shards.status)  # other shards have all the weeks

                """))
      }
      #expect(world.questions == [] && world.searches == [])
    }
  }

  @Test("takes its number from the scheduler where others are at work, and from nowhere else")
  func task() async throws {
    try await withWorld(papers: Shards.papers) { world in
      _ = try await world.run(["fetch"] + Shards.weeks)
      let task = Shards.task(2, of: 2, from: 1)
      let own = try await world.run(Shards.run, environment: task)
      #expect(own.output == ThreeWeeks.pages(["2024-07-12", "2024-07-26"]))
      #expect(
        own.errors.hasPrefix(
          "shard 2/2: 2 of 3 weeks, 5 of 10 papers (SLURM_ARRAY_TASK_ID 2 says so; --shard 1/1 takes "
            + "all)\n== week 2024-07-12 (1 of 2)\n"))
      #expect(own.errors.hasSuffix(Shards.ended))
      let pod = ["JOB_COMPLETION_INDEX": "0"]
      let counted = try await world.run(Shards.run + ["--shard", "/2"], environment: pod)
      #expect(counted.output == ThreeWeeks.pages(["2024-07-19"]))
      #expect(counted.errors.contains(" (JOB_COMPLETION_INDEX 0 says so; "))
      let every = ThreeWeeks.pages(["2024-07-12", "2024-07-19", "2024-07-26"])
      for words in [Shards.run + ["--shard", "1/1"], ThreeWeeks.words] {
        let all = try await world.run(words, environment: task)
        #expect(all.output == every, "\(words)")
      }
    }
  }

  @Test("says how to go on in words that mean the same shard outside of its task")
  func goesOn() async throws {
    try await withWorld(papers: Shards.papers) { world in
      _ = try await world.run(["fetch"] + Shards.weeks)
      world.model.setFaults(["2407.20000": .bullets(3)])
      let outcome = try await world.run(
        Shards.run + ["--repairs", "0"], environment: Shards.task(1, of: 2))
      #expect(outcome.status == .exit(2))
      #expect(outcome.errors.contains("run --weeks 2024-07-12..2024-07-26 --topic sd --no-fetch"))
      let next = outcome.errors.split(separator: "\n").last ?? ""
      #expect(
        next.hasPrefix(
          "next: arxiv-digest run --weeks 2024-07-12..2024-07-26 --topic sd --no-fetch "))
      #expect(next.contains(" --shard 2/2"))
    }
  }

  @Test("of weeks that were never fetched says what to fetch, and goes on with the others")
  func unfetched() async throws {
    try await withWorld(papers: Shards.papers) { world in
      let fetch =
        "next: arxiv-digest fetch --weeks 2024-07-12..2024-07-26 --topic sd  # in one place; then the "
        + "same command again\n"
      let nothing = try await world.run(Shards.run + ["--share", "1/2"])
      #expect(nothing.status == .exit(1))
      #expect(nothing.errors.hasSuffix(fetch))
      #expect(
        nothing.errors.contains(
          "\nweek 2024-07-12: translate: no paper of the chosen topics is on disk for the week of "
            + "2024-07-12; fetch first\n"))
      #expect(world.searches == [] && world.questions == [])

      _ = try await world.run(["fetch", "--week", "2024-07-26", "--topic", "sd"])
      let outcome = try await world.run(Shards.run + ["--shard", "1/1"])
      #expect(outcome.status == .exit(1))
      #expect(outcome.output == ThreeWeeks.pages(["2024-07-26"]))
      #expect(outcome.errors.hasSuffix(fetch))

      let single = try await world.run(
        ["run", "--week", "2024-07-12", "--topic", "sd", "--no-fetch"])
      #expect(single.status == .exit(1))
      #expect(
        single.errors.hasSuffix(
          "; fetch first\nnext: arxiv-digest fetch --week 2024-07-12 --topic sd  # what is on disk is "
            + "kept\n"))
    }
  }

  @Test("goes on past a week that cannot be read, which falls to one of the shards")
  func damaged() async throws {
    try await withWorld(papers: Shards.papers) { world in
      _ = try await world.run(["fetch"] + Shards.weeks)
      try world.write("{\n", to: "runs/2024-07-19/papers.jsonl")
      let outcomes = [
        try await world.run(Shards.run + ["--shard", "1/2"]),
        try await world.run(Shards.run + ["--shard", "2/2"]),
      ]
      #expect(outcomes.map(\.output).joined().contains("2024-07-12.md"))
      #expect(outcomes.map(\.output).joined().contains("2024-07-26.md"))
      #expect(outcomes.count { $0.status == .exit(1) } == 1)
      #expect(outcomes.count { $0.errors.contains("papers.jsonl:1: not a record") } == 1)
    }
  }
}
