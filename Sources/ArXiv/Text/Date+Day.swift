import Foundation

extension Date {
  /// The day in UTC, such as `2024-07-26`.
  var utcDay: String { formatted(Date.ISO8601FormatStyle().year().month().day()) }
}
