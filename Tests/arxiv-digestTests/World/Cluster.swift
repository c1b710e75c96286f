import Foundation
import TestSupport
import Testing

/// A Slurm on this machine, which `.ci/slurm` has started.
struct Cluster {
  /// The project whose jobs it runs.
  let world: World

  /// What finds the Slurm.
  private static let environment = ProcessInfo.processInfo.environment.filter {
    $0.key == "SLURM_CONF"
  }

  /// How an array job ended.
  struct Ending {
    /// What each task has said, by its number.
    let logs: [Int: String]
    /// Seconds from the first task's beginning to the last one's end.
    let seconds: Double
  }

  /// Runs a script as an array job, and waits for its end; returns its number.
  ///
  /// `body` is called with the job's number once it was submitted.
  func run(
    _ script: String, _ options: [String] = [],
    _ body: (_ job: String) async throws -> Void = { _ in }
  ) async throws -> Ending {
    try world.write(script, to: "digest.sbatch")
    let job = try await slurm(
      "sbatch", ["--parsable", "--output=task-%A-%a.log"] + options + ["digest.sbatch"])
    try await body(job)
    try await wait(for: job)
    let prefix = "task-\(job)-"
    let logs = try world.files().filter { $0.key.hasPrefix(prefix) }
    let numbered = logs.compactMap { path, text in
      Int(path.dropFirst(prefix.count).dropLast(".log".count)).map { ($0, text) }
    }
    return Ending(
      logs: Dictionary(uniqueKeysWithValues: numbered),
      seconds: Self.seconds(numbered.map(\.1)))
  }

  /// Ends a task at once, as a machine does that loses its power.
  func kill(_ task: Int, of job: String) async throws {
    _ = try await slurm("scancel", ["--signal=KILL", "--full", "\(job)_\(task)"])
  }

  /// Waits until nothing of a job waits or runs.
  private func wait(for job: String) async throws {
    // The suite's time is limited, and so is this.
    while try await !slurm("squeue", ["--noheader", "--jobs=\(job)"]).isEmpty {
      try await ContinuousClock().sleep(for: .milliseconds(100))
    }
  }

  private func slurm(_ name: String, _ words: [String]) async throws -> String {
    let program = try #require(Program.installed(name))
    let outcome = try await program.run(
      words, environment: world.environment.merging(Self.environment) { $1 }, in: world.folder)
    // A job that has ended is forgotten some time later.
    let isGone = name == "squeue" && outcome.errors.contains("Invalid job id")
    #expect(outcome.status == .exit(0) || isGone, "\(name): \(outcome.errors)")
    return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The span of the moments that scripts have told as `at SECONDS`.
  private static func seconds(_ logs: [String]) -> Double {
    let moments = logs.flatMap { $0.matches(of: /(?m)^at ([0-9.]+)$/) }
      .compactMap { Double($0.output.1) }
    return (moments.max() ?? 0) - (moments.min() ?? 0)
  }
}

extension Trait where Self == ConditionTrait {
  /// Runs a suite only where `make cluster-test` has started a Slurm.
  static var clusterTest: Self {
    .enabled(
      if: ProcessInfo.processInfo.environment["CLUSTER_TESTS"] == "1",
      "make cluster-test runs these, beside a Slurm")
  }
}
