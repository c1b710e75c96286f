import Records
import Testing

@Suite("Days of the calendar")
struct CalendarDayTests {
  @Test(
    "a day has a number, and the number its day",
    arguments: [
      (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
      (2024, 12, 31, 20_088), (1900, 3, 1, -25_508), (1, 1, 1, -719_162), (1, 3, 1, -719_103),
      (9999, 12, 31, 2_932_896),
    ])
  func numbers(year: Int, month: Int, day: Int, number: Int) throws {
    let date = try #require(CalendarDay(year: year, month: month, day: day))
    #expect(date.daysSince1970 == number)
    #expect(CalendarDay(daysSince1970: number) == date)
  }

  @Test("every day of eight hundred years comes after the one before it")
  func every() throws {
    var before: CalendarDay?
    for number in -200_000...100_000 {
      let day = try #require(CalendarDay(daysSince1970: number))
      guard day.daysSince1970 == number, before.map({ follows(day, $0) }) ?? true else {
        Issue.record("\(number) is \(day)")
        return
      }
      before = day
    }
  }

  @Test(
    "what the calendar does not have is no day",
    arguments: [
      (2024, 2, 30), (2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1),
      (2024, 1, 0), (2024, 1, 32), (0, 1, 1), (-1, 1, 1),
    ])
  func none(year: Int, month: Int, day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test("before the year 1 there is nothing")
  func beginning() { #expect(CalendarDay(daysSince1970: -719_163) == nil) }

  private func follows(_ day: CalendarDay, _ before: CalendarDay) -> Bool {
    if day.day > 1 {
      return (day.year, day.month, day.day) == (before.year, before.month, before.day + 1)
    }
    return before.day >= 28
      && CalendarDay(year: before.year, month: before.month, day: before.day + 1) == nil
      && (day.month > 1
        ? (day.year, day.month) == (before.year, before.month + 1)
        : (day.year, before.month) == (before.year + 1, 12))
  }
}
