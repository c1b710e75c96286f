import Pipeline
import Testing

@testable import arxiv_digest

@Suite("A task of an array")
struct TaskArrayTests {
  /// What a scheduler says, and the shard that is made of it.
  struct Case: Sendable, CustomTestStringConvertible {
    /// The variables.
    let variables: [String: String]
    /// What is typed behind `--shard`; nil where it is not typed.
    var typed: String?
    /// The shard, and who says so; nil where all weeks are taken.
    let shard: (number: Int, of: Int, source: String?)?

    var testDescription: String {
      "\(variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) \(typed ?? "")"
    }
  }

  private static func slurm(
    _ number: Int, of count: Int, from first: Int = 0, to last: Int? = nil
  ) -> [String: String] {
    [
      "SLURM_ARRAY_TASK_ID": "\(number)", "SLURM_ARRAY_TASK_COUNT": "\(count)",
      "SLURM_ARRAY_TASK_MIN": "\(first)", "SLURM_ARRAY_TASK_MAX": "\(last ?? first + count - 1)",
    ]
  }
  private static let pod = ["JOB_COMPLETION_INDEX": "2"]

  private static let cases: [Case] = [
    Case(variables: [:], shard: nil),
    Case(variables: ["SLURM_JOB_ID": "7"], shard: nil),
    Case(variables: slurm(0, of: 4), shard: (1, 4, "SLURM_ARRAY_TASK_ID 0")),
    Case(variables: slurm(3, of: 4), shard: (4, 4, "SLURM_ARRAY_TASK_ID 3")),
    Case(variables: slurm(1, of: 4, from: 1), shard: (1, 4, "SLURM_ARRAY_TASK_ID 1")),
    Case(variables: slurm(12, of: 3, from: 10), shard: (3, 3, "SLURM_ARRAY_TASK_ID 12")),
    Case(
      variables: ["SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_COUNT": "2"],
      shard: (2, 2, "SLURM_ARRAY_TASK_ID 1")),
    // The count is typed: the task has the same shard, whichever of them are run again.
    Case(variables: slurm(2, of: 4), typed: "/4", shard: (3, 4, "SLURM_ARRAY_TASK_ID 2")),
    Case(variables: slurm(2, of: 1, from: 2), typed: "/4", shard: (3, 4, "SLURM_ARRAY_TASK_ID 2")),
    Case(
      variables: slurm(3, of: 2, from: 1, to: 3), typed: "/4",
      shard: (4, 4, "SLURM_ARRAY_TASK_ID 3")),
    Case(
      variables: ["SLURM_ARRAY_TASK_ID": "0"], typed: "/1", shard: (1, 1, "SLURM_ARRAY_TASK_ID 0")),
    Case(variables: pod, typed: "/3", shard: (3, 3, "JOB_COMPLETION_INDEX 2")),
    Case(
      variables: pod.merging(slurm(0, of: 2)) { $1 }, typed: "/2",
      shard: (1, 2, "SLURM_ARRAY_TASK_ID 0")),
    // A shard that is typed whole is what was typed.
    Case(variables: slurm(0, of: 4), typed: "1/1", shard: (1, 1, nil)),
    Case(variables: slurm(0, of: 4), typed: "3/9", shard: (3, 9, nil)),
    Case(variables: ["SLURM_ARRAY_TASK_ID": "x"], typed: "3/9", shard: (3, 9, nil)),
    Case(variables: [:], typed: "2/4", shard: (2, 4, nil)),
  ]

  private func shard(
    _ words: [String], _ variables: [String: String], stages: [Stage] = Stage.translate.andLater
  ) throws -> Shard? {
    try Configuration.shard(
      Arguments(words), Variables(environment: variables, file: [:]), stages: stages)
  }

  @Test("has the shard of its number", arguments: cases)
  func table(example: Case) throws {
    let words =
      ["run", "--weeks", "2024-01-05..2024-03-22", "--no-fetch"]
      + (example.typed.map { ["--shard", $0] } ?? [])
    let expected = try example.shard.map {
      Shard(part: try #require(Part($0.number, of: $0.of)), source: $0.source)
    }
    #expect(try shard(words, example.variables) == expected)
  }

  @Test(
    "takes all weeks with a command that does not say that others are at work",
    arguments: [
      ["run", "--weeks", "2024-01-05..2024-03-22"],
      ["run", "--weeks", "2024-01-05..2024-03-22", "--from", "translate"],
      ["run", "--recent", "4", "--no-fetch"], ["run", "--week", "2024-01-05", "--no-fetch"],
      ["fetch", "--weeks", "2024-01-05..2024-03-22"],
      ["translate", "--weeks", "2024-01-05..2024-03-22"],
      ["summarize", "--weeks", "2024-01-05..2024-03-22"],
      ["render", "--weeks", "2024-01-05..2024-03-22"],
      ["plan", "--weeks", "2024-01-05..2024-03-22", "--no-fetch"],
      ["status", "--weeks", "2024-01-05..2024-03-22"],
    ])
  func untouched(words: [String]) throws {
    #expect(try shard(words, Self.slurm(1, of: 4)) == nil)
    // Nor is what the scheduler says looked at.
    #expect(try shard(words, ["SLURM_ARRAY_TASK_ID": "x"]) == nil)
  }
}
