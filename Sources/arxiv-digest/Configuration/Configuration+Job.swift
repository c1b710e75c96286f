import Foundation
import Pipeline
import Records

extension Configuration {
  /// The week, the topics and the folders of a run.
  static func job(
    _ arguments: Arguments, _ file: DigestFile, path: String, stages: [Stage], now: Date
  ) throws(UsageError) -> Job {
    let week = try week(arguments, file, path: path, now: now)
    let all = try topics(file, path: path)
    return Job(
      week: week, topics: try chosen(arguments, from: all, path: path), allTopics: all,
      stages: stages,
      refetches: arguments.command == .fetch || arguments[.from] == Stage.fetch.rawValue,
      folder: RunFolder(runs: directory(arguments, .runs, default: "runs"), week: week),
      site: directory(arguments, .site, default: "site"),
      concurrency: try concurrency(arguments), spendingLimits: try spendingLimits(arguments),
      isReplay: arguments[.replay] != nil)
  }

  private static func week(
    _ arguments: Arguments, _ file: DigestFile, path: String, now: Date
  ) throws(UsageError) -> Week {
    let name = file.weekStart ?? "friday"
    guard let weekday = Weekday(name: name) else {
      let days = Weekday.allCases.map { "\($0)" }
      throw UsageError(
        "\(path): weekStart '\(name)' is no day of the week\(nearest(name, days)); "
          + "known: \(days.joined(separator: ", "))")
    }
    guard let text = arguments[.week] else { return Week(lastBefore: now, startingOn: weekday) }
    guard let week = Week(containing: text, startingOn: weekday) else {
      throw UsageError("--week \(text): no such day; write it as 2024-07-26")
    }
    guard week.start <= now else {
      throw UsageError("--week \(text): the week of \(week) has not begun yet")
    }
    return week
  }

  private static func topics(_ file: DigestFile, path: String) throws(UsageError) -> [Topic] {
    guard !file.topics.isEmpty else { throw UsageError("\(path): 'topics' is empty") }
    var seen: Set<String> = []
    for (index, topic) in file.topics.enumerated() {
      let place = "\(path): topics[\(index)]"
      let isSlug = topic.slug.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      }
      // A slug becomes a folder and part of a link.
      guard isSlug, !topic.slug.isEmpty, topic.slug.count <= 32 else {
        throw UsageError("\(place): the slug '\(topic.slug)' is not of the letters a-z, 0-9 and -")
      }
      guard topic.slug != "all" else {
        throw UsageError("\(place): the slug 'all' is the page of all papers; choose another")
      }
      guard seen.insert(topic.slug).inserted else {
        throw UsageError("\(place): the slug '\(topic.slug)' stands there twice")
      }
      for (key, text) in [("name", topic.name), ("query", topic.query)]
      where text.allSatisfy(\.isWhitespace) {
        throw UsageError("\(place).\(key) is empty")
      }
    }
    return file.topics.map { Topic(slug: $0.slug, name: $0.name, query: $0.query) }
  }

  private static func chosen(
    _ arguments: Arguments, from topics: [Topic], path: String
  ) throws(UsageError) -> [Topic] {
    guard let slugs = arguments.values[.topic] else { return topics }
    let known = topics.map(\.slug)
    for slug in slugs where !known.contains(slug) {
      throw UsageError(
        "--topic \(slug): no such topic in \(path)\(nearest(slug, known)); "
          + "known: \(known.joined(separator: ", "))")
    }
    return topics.filter { slugs.contains($0.slug) }
  }

  private static func directory(
    _ arguments: Arguments, _ option: Option, default name: String
  ) -> String {
    var path = arguments[option] ?? name
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private static func concurrency(_ arguments: Arguments) throws(UsageError) -> Int {
    guard let text = arguments[.concurrency] else { return 16 }
    guard let number = Int(text), (1...1024).contains(number) else {
      throw UsageError("--concurrency \(text): a whole number from 1 to 1024 is needed")
    }
    return number
  }

  private static func spendingLimits(_ arguments: Arguments) throws(UsageError) -> SpendingLimits {
    var limits = SpendingLimits()
    if let text = arguments[.maxCost] {
      let number = Double(text.hasPrefix("$") ? String(text.dropFirst()) : text)
      guard let number, number >= 0, number.isFinite else {
        throw UsageError("--max-cost \(text): an amount of US dollars is needed, such as 0.50")
      }
      limits.maxUSD = number
    }
    if let text = arguments[.maxRequests] {
      guard let number = Int(text), number >= 0 else {
        throw UsageError("--max-requests \(text): a whole number is needed")
      }
      limits.maxRequests = number
    }
    return limits
  }
}
