package import Foundation

/// Seven days of arXiv, in UTC.
package struct Week: Sendable, Hashable, CustomStringConvertible {
  /// The first instant of the week, midnight UTC.
  package let start: Date

  /// The first instant after the week.
  package var end: Date { start.addingTimeInterval(7 * Self.day) }

  private static let day: TimeInterval = 86_400

  /// The week that an instant falls into, when weeks begin on `weekday`.
  package init(containing date: Date, startingOn weekday: Weekday) {
    let days = (date.timeIntervalSince1970 / Self.day).rounded(.down)
    // 1970-01-01 was a Thursday; Sunday counts as 0.
    let today = (Int(days) + 4) %% 7
    let back = (today - weekday.rawValue) %% 7
    start = Date(timeIntervalSince1970: (days - Double(back)) * Self.day)
  }

  /// The last week that was over at an instant.
  package init(lastBefore date: Date, startingOn weekday: Weekday) {
    self.init(containing: date.addingTimeInterval(-7 * Self.day), startingOn: weekday)
  }

  /// The week that contains a day written `2024-07-26`; nil when that is no day.
  package init?(containing text: String, startingOn weekday: Weekday) {
    // Parsing alone would take February 31 for a day in March.
    guard let date = try? Date(text, strategy: Self.dayStyle), date.formatted(Self.dayStyle) == text
    else { return nil }
    self.init(containing: date, startingOn: weekday)
  }

  private init(start: Date) {
    self.start = start
  }

  /// The day on which the week begins.
  package var weekday: Weekday {
    // 1970-01-01 was a Thursday; Sunday counts as 0.
    Weekday(rawValue: (Int(start.timeIntervalSince1970 / Self.day) + 4) %% 7) ?? .sunday
  }

  /// The week so many weeks later, or earlier where the number is negative.
  package func shifted(by weeks: Int) -> Week {
    Week(start: start.addingTimeInterval(Double(weeks) * 7 * Self.day))
  }

  /// The weeks from one to another, both included, the oldest first; none where `last` is earlier.
  package static func from(_ first: Week, through last: Week) -> [Week] {
    let count = Int(last.start.timeIntervalSince(first.start) / (7 * Self.day))
    return count < 0 ? [] : (0...count).map { first.shifted(by: $0) }
  }

  /// True for an instant within the seven days.
  package func contains(_ date: Date) -> Bool { date >= start && date < end }

  /// The first day, such as `2024-07-26`; also the name of the week's folder and pages.
  package var description: String { start.formatted(Self.dayStyle) }

  /// The last day, such as `2024-08-01`.
  package var lastDay: String { end.addingTimeInterval(-1).formatted(Self.dayStyle) }

  private static let dayStyle = Date.ISO8601FormatStyle().year().month().day()
}

/// A day of the week on which digests begin.
package enum Weekday: Int, Sendable, CaseIterable {
  case sunday, monday, tuesday, wednesday, thursday, friday, saturday

  /// Reads an English name in lower case, such as `friday`.
  package init?(name: String) {
    guard let day = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = day
  }
}

infix operator %% : MultiplicationPrecedence

/// The remainder that is never negative, so that weeks before 1970 begin on the right day too.
private func %% (number: Int, divisor: Int) -> Int {
  ((number % divisor) + divisor) % divisor
}
