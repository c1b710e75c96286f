import Models
import Pipeline
import Records

extension Configuration {
  /// Which of several machines this is; nil where there is one.
  ///
  /// A task of an array takes its number without being told only where a run leaves arXiv alone over
  /// several weeks, which is what arrays are for: a run that is typed in such a task otherwise drops
  /// no week.
  /// Throws `UsageError` for what is no shard, and where machines would not mean the same weeks.
  static func shard(
    _ arguments: Arguments, _ variables: Variables, stages: [Stage]
  ) throws(UsageError) -> Shard? {
    let isArrayJob =
      arguments.command == .run && arguments.has(.weeks) && arguments.has(.noFetch)
    guard let text = arguments[.shard] else {
      return isArrayJob ? try TaskArray(variables)?.shard() : nil
    }
    let shard = try Shard.typed(text, text.hasPrefix("/") ? TaskArray(variables) : nil)
    guard arguments.has(.weeks) else {
      throw UsageError("--shard \(text): say which weeks the shards are of, with --weeks A..B")
    }
    guard arguments.command == .status || !stages.contains(.fetch) else {
      throw UsageError(
        "--shard \(text): arXiv is asked from one place only; fetch the weeks there, and add --no-fetch "
          + "here")
    }
    return shard
  }

  /// The part of the limits that is this machine's; nil where it has all.
  ///
  /// Throws `UsageError` for what is no part.
  static func share(_ arguments: Arguments) throws(UsageError) -> Part? {
    guard let text = arguments[.share] else { return nil }
    guard let part = Part(text) else {
      throw UsageError(
        "--share \(text): write the part as 1/4, for one of four machines; at most \(Part.most)")
    }
    return part
  }

  /// A model's profile, whose server other machines ask as well.
  ///
  /// Throws `UsageError` where so little is left that every request would be too large.
  static func sharing(
    _ profile: ModelProfile, _ share: Part?
  ) throws(UsageError) -> ModelProfile {
    guard let share else { return profile }
    var profile = profile
    profile.limits.machines = share.count
    if let tokens = profile.limits.ownTokensPerMinute,
      tokens <= Double(profile.limits.outputTokens)
    {
      throw UsageError(
        "--share \(share): of the tokensPerMinute of the model profile '\(profile.name)' \(Int(tokens)) "
          + "are left, and outputTokens (\(profile.limits.outputTokens)) counts for every request; "
          + "take fewer machines, or lower outputTokens")
    }
    return profile
  }

  /// The weeks that fall to this machine, as jobs, the oldest first; none where others have them all.
  ///
  /// Only what was fetched decides, so that a machine that comes later, or comes again, finds the same.
  func deal() -> Hand {
    guard let shard else { return Hand(jobs: jobs, papers: 0, allPapers: 0) }
    let slugs = Set(jobs[0].topics.map(\.slug))
    // A week that cannot be read falls to somebody as well, who then says what is wrong with it.
    let papers = jobs.map { (try? $0.folder.paperCount(of: slugs)) ?? 0 }
    let own = Deal.parts(shard.part.count, of: papers)[shard.part.number - 1]
    return Hand(
      jobs: own.map { jobs[$0] }, papers: own.map { papers[$0] }.reduce(0, +),
      allPapers: papers.reduce(0, +))
  }

  /// What falls to a machine.
  struct Hand {
    /// Its weeks.
    let jobs: [Job]
    /// Their papers.
    let papers: Int
    /// The papers of all weeks.
    let allPapers: Int
  }
}
