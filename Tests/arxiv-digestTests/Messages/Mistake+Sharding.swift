extension Mistake {
  private static let weeks = ["run", "--weeks", "2024-07-12..2024-07-26", "--no-fetch"]

  /// Shards and shares that do not exist, or make no sense.
  static let ofSharding: [Mistake] =
    [
      "0/4", "5/4", "4", "1/10001", "one/four", "-1/4",
    ].map { text in
      .typed(
        weeks + ["--shard", text],
        "--shard \(text): write which one of how many, as 2/4 (from 1/4 to 4/4), or /4 in a task of an "
          + "array; at most 10000")
    } + [
      .typed(
        weeks + ["--shard", "/0"], "--shard /0: write how many there are, as /4; at most 10000"),
      .typed(
        weeks + ["--shard", "/four"],
        "--shard /four: write how many there are, as /4; at most 10000"),
      .typed(
        weeks + ["--shard", "/4"],
        "--shard /4: which one is for the scheduler to say, and neither SLURM_ARRAY_TASK_ID nor "
          + "JOB_COMPLETION_INDEX is set; write --shard 1/4 for the first"),
      .typed(
        run + ["--no-fetch", "--shard", "1/4"],
        "--shard 1/4: say which weeks the shards are of, with --weeks A..B"),
      .typed(
        ["run", "--recent", "4", "--no-fetch", "--shard", "1/4"],
        "--shard 1/4: say which weeks the shards are of, with --weeks A..B"),
      .typed(
        ["run", "--weeks", "2024-07-12..2024-07-26", "--shard", "1/4"],
        "--shard 1/4: arXiv is asked from one place only; fetch the weeks there, and add --no-fetch "
          + "here"),
      .typed(
        ["plan", "--weeks", "2024-07-12..2024-07-26", "--shard", "1/4"],
        "--shard 1/4: arXiv is asked from one place only; fetch the weeks there, and add --no-fetch "
          + "here"),
      .typed(
        weeks + ["--shard", "/4"],
        "--shard /4: task 4 has none, because the first one is that of task 0; submit the array with "
          + "the numbers 0-3", array(4, of: 4, from: 1)),
      .typed(
        weeks + ["--shard", "/4"],
        "--shard /4: the array begins at 1, and the first shard is that of task 0; submit the array "
          + "with the numbers 0-3", array(2, of: 4, from: 1)),
      .typed(
        run + ["--from", "fetch", "--no-fetch"], "--from fetch and --no-fetch exclude each other"),
      .typed(
        run + ["--share", "1"],
        "--share 1: write the part as 1/4, for one of four machines; at most 10000"),
      .typed(
        run + ["--share", "1/4", "--max-requests", "3"],
        "--max-requests 3: that is less than one for each of 4 machines; allow as many requests as "
          + "there are machines, or more"),
    ]

  /// What a scheduler says of a task.
  private static func array(
    _ number: Int, of count: Int, from first: Int = 0, to last: Int? = nil
  ) -> [String: String] {
    key.merging([
      "SLURM_ARRAY_TASK_ID": "\(number)", "SLURM_ARRAY_TASK_COUNT": "\(count)",
      "SLURM_ARRAY_TASK_MIN": "\(first)", "SLURM_ARRAY_TASK_MAX": "\(last ?? first + count - 1)",
    ]) { $1 }
  }

  /// Tasks of arrays whose shard is not clear.
  static let ofTasks: [Mistake] = [
    .typed(
      weeks,
      "SLURM_ARRAY_TASK_ID: one task alone, numbered 2, may be one of several that is submitted again; "
        + "type --shard /4 where there are four, or --shard 1/1 for all weeks",
      array(2, of: 1, from: 2)),
    .typed(
      weeks,
      "SLURM_ARRAY_TASK_ID: the numbers of the array's 4 tasks go from 0 to 6 with gaps, and shards "
        + "have none; submit it as --array=0-3", array(2, of: 4, to: 6)),
    .typed(
      weeks,
      "JOB_COMPLETION_INDEX: nothing says how many shards there are; type --shard /4 where there are "
        + "four, or --shard 1/1 for all weeks", key.merging(["JOB_COMPLETION_INDEX": "2"]) { $1 }),
    .typed(
      weeks,
      "SLURM_ARRAY_TASK_COUNT: a whole number from 0 on is expected, and not 'many'",
      key.merging(["SLURM_ARRAY_TASK_ID": "0", "SLURM_ARRAY_TASK_COUNT": "many"]) { $1 }),
    .typed(
      weeks,
      "SLURM_ARRAY_TASK_ID: a whole number from 0 on is expected, and not '9223372036854775807'",
      key.merging(["SLURM_ARRAY_TASK_ID": "9223372036854775807"]) { $1 }),
    .typed(
      weeks,
      "JOB_COMPLETION_INDEX: a whole number from 0 on is expected, and not '-1'",
      key.merging(["JOB_COMPLETION_INDEX": "-1"]) { $1 }),
  ]

  /// A share that leaves too little.
  static let ofShares: [Mistake] = [
    Mistake(
      words: run + ["--share", "1/16"],
      files: [
        "digest.json": Array(
          digest.replacing(#""kind""#, with: #""limits":{"tokensPerMinute":60000},"kind""#).utf8)
      ],
      message:
        "--share 1/16: of the tokensPerMinute of the model profile 'm' 3750 are left, and outputTokens "
        + "(4000) counts for every request; take fewer machines, or lower outputTokens")
  ]
}
