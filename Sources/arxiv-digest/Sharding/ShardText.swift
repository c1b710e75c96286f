import Pipeline

/// Says which part of the work is this machine's.
enum ShardText {
  /// A line for the weeks, and one for the limits, where they are shared.
  static func lines(_ configuration: Configuration, _ hand: Configuration.Hand) -> [String] {
    [
      configuration.shard.map { weeks($0, hand, of: configuration.jobs.count) },
      configuration.share.map { limits($0, configuration) },
    ].compactMap(\.self)
  }

  /// What to do next where all weeks are those of others.
  static func nextOfNone(_ command: TypedCommand) -> String {
    "\(status(command))  # other shards have all the weeks"
  }

  /// What to do next where this machine's weeks are done.
  static func nextOfDone(_ command: TypedCommand) -> String {
    "\(status(command))  # when the other shards have ended as well"
  }

  private static func status(_ command: TypedCommand) -> String {
    command.turned(into: .status).without(Option.shard.flag).line
  }

  private static func weeks(_ shard: Shard, _ hand: Configuration.Hand, of all: Int) -> String {
    let part =
      "shard \(shard.part): \(hand.jobs.count) of \(ReportText.number(all, "week")), "
      + "\(hand.papers) of \(ReportText.number(hand.allPapers, "paper"))"
    guard let source = shard.source else { return part }
    return "\(part) (\(source) says so; --shard 1/1 takes all)"
  }

  private static func limits(_ share: Part, _ configuration: Configuration) -> String {
    let job = configuration.jobs[0]
    var parts = ["\(ReportText.number(job.concurrency, "request")) at a time"]
    if let most = job.purse.limits.maxUSD {
      parts.append("at most \(BillText.dollars(most))")
    }
    if let most = job.purse.limits.maxRequests {
      parts.append("at most \(ReportText.number(most, "request"))")
    }
    return "share \(share): \(parts.joined(separator: ", "))"
  }
}
