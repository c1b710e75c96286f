import Foundation
import Records
import Testing

@Suite("Weeks")
struct WeekTests {
  @Test(
    "any day of a week names the same seven days",
    arguments: [
      ("2024-07-26", Weekday.friday, "2024-07-26", "2024-08-01"),
      ("2024-07-29", .friday, "2024-07-26", "2024-08-01"),
      ("2024-08-01", .friday, "2024-07-26", "2024-08-01"),
      ("2024-08-02", .friday, "2024-08-02", "2024-08-08"),
      ("2024-01-01", .friday, "2023-12-29", "2024-01-04"),
      ("2024-03-01", .monday, "2024-02-26", "2024-03-03"),
      ("2024-07-28", .sunday, "2024-07-28", "2024-08-03"),
      ("1969-12-31", .thursday, "1969-12-25", "1969-12-31"),
    ])
  func days(text: String, weekday: Weekday, first: String, last: String) throws {
    let week = try #require(Week(containing: text, startingOn: weekday))
    #expect(week.description == first)
    #expect(week.lastDay == last)
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "", "2024", "2024-7-26", "2024-02-30", "2023-02-29", "2024-13-01", "26-07-2024",
      "2024-07-26T00:00:00Z", "yesterday", "2024-07-26 ", "２０２４-07-26",
    ])
  func refusal(text: String) {
    #expect(Week(containing: text, startingOn: .friday) == nil)
  }

  @Test("the last second belongs to the week, and the next midnight does not")
  func border() throws {
    let week = try #require(Week(containing: "2024-07-26", startingOn: .friday))
    #expect(week.contains(try Date("2024-07-26T00:00:00Z", strategy: .iso8601)))
    #expect(week.contains(try Date("2024-08-01T23:59:59Z", strategy: .iso8601)))
    #expect(!week.contains(try Date("2024-08-02T00:00:00Z", strategy: .iso8601)))
    #expect(!week.contains(try Date("2024-07-25T23:59:59Z", strategy: .iso8601)))
  }

  @Test(
    "the week to make is the last one that is over",
    arguments: [
      ("2024-08-01T23:59:59Z", "2024-07-19"), ("2024-08-02T00:00:00Z", "2024-07-26"),
      ("2024-08-08T12:00:00Z", "2024-07-26"),
    ])
  func lastFullWeek(now: String, first: String) throws {
    let date = try Date(now, strategy: .iso8601)
    #expect(Week(lastBefore: date, startingOn: .friday).description == first)
  }
}
