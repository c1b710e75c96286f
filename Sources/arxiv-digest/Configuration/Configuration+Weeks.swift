import Foundation
import Records

extension Configuration {
  /// The weeks to work on, the oldest first.
  ///
  /// Throws `UsageError` for days that do not exist, weeks that have not begun, and options that
  /// exclude each other.
  static func weeks(
    _ arguments: Arguments, startingOn weekday: Weekday, now: Date
  ) throws(UsageError) -> [Week] {
    let typed = [Option.week, .weeks, .recent].filter { arguments[$0] != nil }
    guard typed.count < 2 else {
      throw UsageError(
        "\(typed[0].flag) and \(typed[1].flag) exclude each other: both say which weeks to take")
    }
    let last = Week(lastBefore: now, startingOn: weekday)
    if let text = arguments[.weeks] { return try span(text, startingOn: weekday, now: now) }
    if let text = arguments[.recent] { return try recent(text, last: last) }
    guard let text = arguments[.week] else { return [last] }
    return [try week(text, .week, startingOn: weekday, now: now)]
  }

  /// The day on which weeks begin.
  static func weekday(_ file: DigestFile, path: JSONPlace) throws(UsageError) -> Weekday {
    let name = file.weekStart ?? "friday"
    guard let weekday = Weekday(name: name) else {
      let days = Weekday.allCases.map { "\($0)" }
      throw UsageError(
        "\(path["weekStart"]): '\(name)' is no day of the week\(nearest(name, days)); "
          + "known: \(days.joined(separator: ", "))")
    }
    return weekday
  }

  /// Twenty years; what is more is a slip of the pen.
  private static let mostWeeks = 1043

  private static func span(
    _ text: String, startingOn weekday: Weekday, now: Date
  ) throws(UsageError) -> [Week] {
    guard let dots = text.range(of: ".."), dots.lowerBound > text.startIndex,
      dots.upperBound < text.endIndex
    else {
      throw UsageError(
        "--weeks \(text): write the first and the last day as 2024-01-05..2024-03-29")
    }
    let first = try week(
      String(text[..<dots.lowerBound]), .weeks, startingOn: weekday, now: now)
    let last = try week(
      String(text[dots.upperBound...]), .weeks, startingOn: weekday, now: now)
    let weeks = Week.from(first, through: last)
    guard !weeks.isEmpty else {
      throw UsageError("--weeks \(text): the first week is after the last; turn them round")
    }
    guard weeks.count <= mostWeeks else {
      throw UsageError("--weeks \(text): \(weeks.count) weeks; at most \(mostWeeks) go at once")
    }
    return weeks
  }

  private static func recent(_ text: String, last: Week) throws(UsageError) -> [Week] {
    guard let count = Int(text), (1...52).contains(count) else {
      throw UsageError("--recent \(text): a whole number of weeks from 1 to 52 is needed")
    }
    return Week.from(last.shifted(by: 1 - count), through: last)
  }

  private static func week(
    _ text: String, _ option: Option, startingOn weekday: Weekday, now: Date
  ) throws(UsageError) -> Week {
    guard let week = Week(containing: text, startingOn: weekday) else {
      throw UsageError("\(option.flag) \(text): no such day; write it as 2024-07-26")
    }
    guard week.start <= now else {
      throw UsageError("\(option.flag) \(text): the week of \(week) has not begun yet")
    }
    return week
  }
}
