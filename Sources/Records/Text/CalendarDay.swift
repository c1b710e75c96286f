/// A day of the Gregorian calendar, counted back to the year 1 as if it had been in use then.
///
/// Foundation's calendars do the same at a hundred times the cost. The sums are those of
/// https://howardhinnant.github.io/date_algorithms.html: years that begin in March have the leap day
/// at their end.
package struct CalendarDay: Sendable, Equatable {
  /// The year, from 1.
  package let year: Int
  /// The month, from 1 to 12.
  package let month: Int
  /// The day of the month, from 1.
  package let day: Int

  /// Names a day; nil where the calendar has none such.
  package init?(year: Int, month: Int, day: Int) {
    guard year > 0, (1...12).contains(month), (1...Self.length(of: month, year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day so many days after 1970-01-01, or before it where the number is negative; nil before
  /// the year 1.
  package init?(daysSince1970: Int) {
    let days = daysSince1970 + Self.daysBefore1970
    // The year 1 begins 306 days after the March before it.
    guard days >= 306 else { return nil }
    let (era, inEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let ofEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let ofYear = inEra - (ofEra * 365 + ofEra / 4 - ofEra / 100)
    let fromMarch = (ofYear * 5 + 2) / 153
    day = ofYear - (fromMarch * 153 + 2) / 5 + 1
    month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    year = era * 400 + ofEra + (month <= 2 ? 1 : 0)
  }

  /// Days from 1970-01-01 to this day; negative for earlier ones.
  package var daysSince1970: Int {
    let march = month <= 2 ? year - 1 : year
    let ofYear = ((month + 9) % 12 * 153 + 2) / 5 + day - 1
    return march * 365 + march / 4 - march / 100 + march / 400 + ofYear - Self.daysBefore1970
  }

  /// Days from the March before the year 1 to 1970.
  private static let daysBefore1970 = 719_468

  private static func length(of month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}
