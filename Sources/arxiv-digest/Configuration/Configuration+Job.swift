import Foundation
import Models
import Pipeline
import Records

extension Configuration {
  /// Where records are kept.
  static let usualRuns = "runs"
  /// Where pages are written.
  static let usualSite = "site"
  /// Requests to a model at the same time.
  static let usualConcurrency = 16

  /// The weeks, the topics and the folders of a run: a job for each week, the oldest first.
  static func jobs(
    _ arguments: Arguments, _ file: DigestFile, path: JSONPlace, stages: [Stage], share: Part?,
    now: Date
  ) throws(UsageError) -> [Job] {
    let weekday = try weekday(file, path: path)
    let weeks = try weeks(arguments, startingOn: weekday, now: now)
    let all = try topics(file, path: path)
    let chosen = try chosen(arguments, from: all, path: path)
    let runs = directory(arguments, .runs, default: usualRuns)
    let site = directory(arguments, .site, default: usualSite)
    let concurrency = max(1, try concurrency(arguments) / (share?.count ?? 1))
    let repairs = try ValidationEntry.repairs(arguments, file.validation?.value, path: path)
    let redo = try redo(arguments)
    let purse = Purse(try spendingLimits(arguments, share))
    let batches = try batchTerms(arguments, topics: chosen.map(\.slug), now: now)
    return weeks.map { week in
      Job(
        week: week, topics: chosen, allTopics: all, stages: stages,
        refetches: arguments.command == .fetch || arguments[.from] == Stage.fetch.rawValue,
        folder: RunFolder(runs: runs, week: week), site: site, concurrency: concurrency,
        repairs: repairs, redo: redo, overwrites: arguments.has(.overwrite),
        isRehearsal: arguments.has(.dryRun), purse: purse,
        isReplay: arguments[.replay] != nil, batches: batches)
    }
  }

  /// The folder that an option names, without slashes at its end.
  static func directory(
    _ arguments: Arguments, _ option: Option, default name: String
  ) -> String {
    var path = arguments[option] ?? name
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private static func concurrency(_ arguments: Arguments) throws(UsageError) -> Int {
    guard let text = arguments[.concurrency] else { return usualConcurrency }
    guard let number = Int(text), (1...1024).contains(number) else {
      throw UsageError("--concurrency \(text): a whole number from 1 to 1024 is needed")
    }
    return number
  }

  /// How questions are to go.
  private static func batchTerms(
    _ arguments: Arguments, topics: [String], now: Date
  ) throws(UsageError) -> BatchTerms {
    var terms = BatchTerms(topics: topics, began: now)
    if let text = arguments[.lane] {
      let names = Lane.allCases.map(\.rawValue)
      guard let lane = Lane(rawValue: text) else {
        throw UsageError(
          "--lane \(text): no such lane; it is \(names.joined(separator: " or "))"
            + nearest(text, names))
      }
      for option in [Option.replay, .record] where lane == .batch && arguments.has(option) {
        throw UsageError(
          "--lane batch: a recording cannot stand for a provider's batches; leave out \(option.flag)"
        )
      }
      terms.lane = lane
    }
    if let text = arguments[.stopLoss] {
      // A number alone would be seconds, which nobody means.
      guard text.last?.isLetter ?? false, let time = Duration(clockText: text), time > .zero else {
        throw UsageError("--stop-loss \(text): a length of time is needed, such as 3h or 90m")
      }
      terms.stopLoss = time / .seconds(1)
    }
    return terms
  }

  /// What may be spent, or this machine's part of it: no cent and no request is counted twice.
  private static func spendingLimits(
    _ arguments: Arguments, _ share: Part?
  ) throws(UsageError) -> SpendingLimits {
    var limits = SpendingLimits()
    if let text = arguments[.maxCost] {
      let number = Double(text.hasPrefix("$") ? String(text.dropFirst()) : text)
      guard let number, number >= 0, number.isFinite else {
        throw UsageError("--max-cost \(text): an amount of US dollars is needed, such as 0.50")
      }
      limits.maxUSD = number / Double(share?.count ?? 1)
    }
    if let text = arguments[.maxRequests] {
      guard let number = Int(text), number >= 0 else {
        throw UsageError("--max-requests \(text): a whole number from 0 on is needed")
      }
      let machines = share?.count ?? 1
      guard number == 0 || number >= machines else {
        throw UsageError(
          "--max-requests \(number): that is less than one for each of \(machines) machines; allow as "
            + "many requests as there are machines, or more")
      }
      limits.maxRequests = number / machines
    }
    return limits
  }
}
