import Foundation
import TestSupport
import Testing

@testable import arxiv_digest

/// What the README shows for many machines.
enum ClusterExamples {
  /// The blocks of the README that are in a language.
  private static func blocks(_ language: String) throws -> [String] {
    let text = try String(contentsOfFile: Fixture.root + "/README.md", encoding: .utf8)
    return text.components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "```").first ?? ""
    }
  }

  /// The file for Slurm.
  static func sbatch() throws -> String {
    try #require(try blocks("bash").first { $0.contains("\n#SBATCH ") })
  }

  /// The manifest for Kubernetes.
  static func manifest() throws -> String {
    try #require(try blocks("yaml").first { $0.contains("\nkind: Job\n") })
  }
}

@Suite("The examples for many machines")
struct ClusterExampleTests {
  private func shard(_ words: [String], _ variables: [String: String]) throws -> Shard? {
    let arguments = try Arguments(words)
    #expect(arguments.command == .run)
    #expect(try Configuration.share(arguments) == Part(1, of: 4))
    let configuration = try Configuration(
      arguments, .test(variables.merging(["MODEL_API_KEY": "sk-1"]) { $1 }), now: Date())
    #expect(configuration.jobs.count == 12)
    return configuration.shard
  }

  @Test("for Slurm is a script that bash takes, with a command that the program takes in each task")
  func sbatch() async throws {
    let script = try ClusterExamples.sbatch()
    let bash = try #require(Program.installed("bash"))
    try await withTemporaryFolder { folder in
      try Data(script.utf8).write(to: URL(filePath: folder + "/digest.sbatch"))
      let outcome = try await bash.run(["-n", "digest.sbatch"], in: folder)
      #expect(outcome == RunningProgram.Outcome(status: .exit(0)))
    }
    let lines = script.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let commands = lines.filter { $0.contains("arxiv-digest") }
    #expect(commands.count == 1)
    let words = commands[0].split(separator: " ").map(String.init)
    #expect(words.prefix(2) == ["exec", "arxiv-digest"])
    let array = try #require(script.firstMatch(of: /\n#SBATCH --array=0-(\d+)\n/)?.output.1)
    let last = try #require(Int(array))
    for number in 0...last {
      let task = [
        "SLURM_ARRAY_TASK_ID": "\(number)", "SLURM_ARRAY_TASK_COUNT": "\(last + 1)",
        "SLURM_ARRAY_TASK_MIN": "0", "SLURM_ARRAY_TASK_MAX": "\(last)",
      ]
      let own = try shard(Array(words.dropFirst(2)), task)
      #expect(own?.part == Part(number + 1, of: last + 1))
    }
  }

  @Test("for Kubernetes is a manifest with a command that the program takes in each pod")
  func manifest() throws {
    let manifest = try ClusterExamples.manifest()
    for line in [
      "apiVersion: batch/v1", "kind: Job", "  completionMode: Indexed", "  completions: 4",
      "      restartPolicy: Never",
    ] {
      #expect(manifest.split(separator: "\n").contains(Substring(line)), "\(line)")
    }
    #expect(!manifest.contains("\t"))
    func list(_ name: String) throws -> [String] {
      let line = try #require(
        manifest.split(separator: "\n").first { $0.hasPrefix("          \(name): [") })
      return line.dropFirst(name.count + 13).dropLast().components(separatedBy: ", ")
        .map { $0.replacing("\"", with: "") }
    }
    let words = try list("command") + list("args")
    #expect(words.first == "arxiv-digest")
    for number in 0..<4 {
      let own = try shard(Array(words.dropFirst()), ["JOB_COMPLETION_INDEX": "\(number)"])
      #expect(own?.part == Part(number + 1, of: 4))
    }
  }

  @Test(
    "for Kubernetes is YAML, and says to a parser what it says to a reader",
    .enabled(if: Program.installed("python3") != nil, "python3 is not installed"))
  func yaml() async throws {
    let python = try #require(Program.installed("python3"))
    let script = """
      import sys
      try: import yaml
      except ImportError: print("no parser"); sys.exit()
      job = yaml.safe_load(open("job.yaml"))
      container = job["spec"]["template"]["spec"]["containers"][0]
      print(job["kind"], job["spec"]["completions"], *container["command"], *container["args"])
      """
    try await withTemporaryFolder { folder in
      try Data(try ClusterExamples.manifest().utf8).write(to: URL(filePath: folder + "/job.yaml"))
      let outcome = try await python.run(["-c", script], in: folder)
      #expect(outcome.errors == "")
      let said = """
        Job 4 arxiv-digest run --weeks 2024-01-05..2024-03-22 --no-fetch --shard /4 --share 1/4 \
        --max-cost 20 --yes

        """
      #expect(outcome.output == said || outcome.output == "no parser\n")
    }
  }
}
