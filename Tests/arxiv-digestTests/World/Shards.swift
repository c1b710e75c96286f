import TestSupport

/// Three weeks of two, five and three papers, of which the first of two shards has the second.
enum Shards {
  /// Their papers.
  static let papers =
    FakePaper.week(2, day: "2024-07-14", first: 2407_10000)
    + FakePaper.week(5, day: "2024-07-21", first: 2407_15000) + FakePaper.week(3)
  /// Which weeks and which topic.
  static let weeks = ["--weeks", "2024-07-12..2024-07-26", "--topic", "sd"]
  /// A run of them that asks arXiv nothing.
  static let run = ["run"] + weeks + ["--no-fetch"]
  /// What is next after a shard.
  static let status = "next: arxiv-digest status --weeks 2024-07-12..2024-07-26 --topic sd"
  /// The same, with its reason.
  static let ended = status + "  # when the other shards have ended as well\n"

  /// What Slurm says in a task.
  static func task(
    _ number: Int, of count: Int, from first: Int = 0
  ) -> [String: String] {
    [
      "SLURM_ARRAY_TASK_ID": "\(number)", "SLURM_ARRAY_TASK_COUNT": "\(count)",
      "SLURM_ARRAY_TASK_MIN": "\(first)", "SLURM_ARRAY_TASK_MAX": "\(first + count - 1)",
    ]
  }
}

extension World {
  /// The pages, by their path.
  func pages(_ site: String = "site") throws -> [String: String] {
    let pages = try files().filter { $0.key.hasPrefix("\(site)/") && $0.key.hasSuffix(".md") }
    return Dictionary(
      uniqueKeysWithValues: pages.map { (String($0.key.dropFirst(site.count)), $0.value) })
  }

  /// The papers that were asked about, in the order of their numbers.
  var asked: [String] { questions.flatMap(\.ids).sorted() }
}
