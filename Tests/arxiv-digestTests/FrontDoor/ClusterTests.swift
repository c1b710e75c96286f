import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

/// Twelve weeks as array jobs of a real Slurm; only `make cluster-test` has one.
@Suite("Array jobs on Slurm", .clusterTest, .serialized, .timeLimit(.minutes(5)))
struct ClusterTests {
  /// How many papers each week has, the weeks of the README's example one after the other.
  private static let sizes = [24, 7, 31, 12, 18, 26, 9, 22, 14, 29, 8, 19]
  private static let days = [
    "2024-01-07", "2024-01-14", "2024-01-21", "2024-01-28", "2024-02-04", "2024-02-11",
    "2024-02-18",
    "2024-02-25", "2024-03-03", "2024-03-10", "2024-03-17", "2024-03-24",
  ]
  /// A third of each week's papers are of the other topic.
  private static let papers = zip(sizes, days).enumerated().flatMap { number, week in
    let (first, others) = (2401_10000 + number * 100, week.0 / 3)
    return FakePaper.week(week.0 - others, day: week.1, first: first)
      + FakePaper.week(others, phrase: "federated learning", day: week.1, first: first + 50)
  }
  private static let weeks = ["--weeks", "2024-01-05..2024-03-22"]
  /// The shards of four, as the program deals them out.
  private static let shards = Deal.parts(4, of: sizes)
  /// The task that is killed, in the middle of its second week, while it asks about a paper of that.
  private static let killed = (
    task: 1, paper: "2401.\(10000 + shards[1][1] * 100)"
  )

  /// The pages of a site, by their path.
  private func pages(_ site: String, of world: World) throws -> [String: String] {
    let all = try world.files().filter { $0.key.hasPrefix("\(site)/") && $0.key.hasSuffix(".md") }
    return Dictionary(
      uniqueKeysWithValues: all.map { (String($0.key.dropFirst(site.count)), $0.value) })
  }

  /// The README's script for the built program in a folder.
  private func example(in world: World) throws -> String {
    try ClusterExamples.sbatch()
      .replacing("cd ~/digest", with: "cd '\(world.folder)'")
      .replacing("exec arxiv-digest", with: "exec '\(Program.digest.path)'")
  }

  @Test("gives the pages that one machine gives, though one task was killed and run again")
  func twelveWeeks() async throws {
    try await withWorld(papers: Self.papers, latency: 0.02) { world in
      let cluster = Cluster(world: world)
      let one = ["--runs", "one"]
      #expect(try await world.run(["fetch"] + Self.weeks + one).status == .exit(0))
      let alone = try await world.run(
        ["run"] + Self.weeks + ["--no-fetch", "--yes", "--site", "one-site"] + one)
      #expect(alone.status == .exit(0), "\(alone.errors)")
      #expect(try await world.run(["fetch"] + Self.weeks).status == .exit(0))
      world.forget()

      world.model.setFaults([Self.killed.paper: .hold])
      let array = try await cluster.run(example(in: world)) { job in
        try await eventually("the task is in the middle of its week", within: .seconds(60)) {
          world.questions.contains { $0.stage == "summarize" && $0.ids == [Self.killed.paper] }
        }
        try await cluster.kill(Self.killed.task, of: job)
        world.model.release()
      }
      world.model.setFaults([:])
      #expect(array.logs.count == 4)
      for (task, log) in array.logs {
        let weeks = Self.shards[task]
        let papers = weeks.map { Self.sizes[$0] }.reduce(0, +)
        #expect(
          log.hasPrefix(
            "shard \(task + 1)/4: \(weeks.count) of 12 weeks, \(papers) of \(Self.papers.count) papers"
          ))
        #expect(
          log.contains("when the other shards have ended") == (task != Self.killed.task), "\(log)")
      }
      let missing = Set(try pages("one-site", of: world).keys)
        .subtracting(try pages("site", of: world).keys)
      #expect(!missing.isEmpty)

      let again = try await cluster.run(example(in: world), ["--array=\(Self.killed.task)"])
      let log = again.logs[Self.killed.task] ?? ""
      #expect(log.hasPrefix("shard 2/4: \(Self.shards[1].count) of 12 weeks"))
      #expect(log.contains("when the other shards have ended"), "\(log)")
      #expect(try pages("site", of: world) == pages("one-site", of: world))
      #expect(try pages("site", of: world).count == 36)
      #expect(world.searches == [])
      // Of what was under way when the task was killed, the answers are lost: one request for each of
      // its four lanes at most.
      let asked = world.questions.filter { $0.stage == "summarize" }.map(\.ids)
      #expect(Set(asked).count == Self.papers.count)
      #expect(asked.count <= Self.papers.count + 4)
      let status = try await world.run(["status"] + Self.weeks)
      #expect(status.errors == "next: nothing: every week is as it should be\n")
    }
  }

  @Test("takes less time the more tasks there are, where each has lanes of its own")
  func wallTime() async throws {
    try await withWorld(papers: Self.papers, latency: 0.2) { world in
      let cluster = Cluster(world: world)
      #expect(
        try await world.run(["fetch"] + Self.weeks + ["--runs", "fetched"]).status == .exit(0))
      var times: [(shards: Int, seconds: Double)] = []
      for shards in [1, 2, 4] {
        try FileManager.default.copyItem(
          atPath: world.folder + "/fetched", toPath: world.folder + "/runs-\(shards)")
        let words = Self.weeks.joined(separator: " ")
        let script = """
          #!/bin/bash
          date +'at %s.%N'
          '\(Program.digest.path)' run \(words) --no-fetch --shard /\(shards) --concurrency 4 --yes \\
            --runs runs-\(shards) --site site-\(shards)
          date +'at %s.%N'

          """
        let ending = try await cluster.run(script, ["--array=0-\(shards - 1)", "--mem=200M"])
        #expect(ending.logs.count == shards)
        times.append((shards, ending.seconds))
      }
      for shards in [2, 4] {
        #expect(try pages("site-\(shards)", of: world) == pages("site-1", of: world))
      }
      #expect(try pages("site-1", of: world).count == 36)
      print("\(Self.papers.count) papers of twelve weeks, 4 lanes a task, 0.2 s an answer:")
      for (shards, seconds) in times {
        let gain = times[0].seconds / seconds
        print(
          String(
            format: "  %d shard%@ %6.1f s  %.2f", shards, shards == 1 ? ": " : "s:", seconds, gain))
      }
      // Half and a quarter, and what starting takes, of a build for debugging on a busy machine.
      #expect(times[1].seconds < times[0].seconds * 0.75)
      #expect(times[2].seconds < times[0].seconds * 0.5)
    }
  }
}
