import Foundation

extension Date {
  /// The instant to the minute, such as `2024-08-02 10:00 UTC`.
  var minute: String {
    let style = Date.ISO8601FormatStyle()
      .year().month().day().dateTimeSeparator(.space).time(includingFractionalSeconds: false)
    return formatted(style).prefix("2024-08-02 10:00".count) + " UTC"
  }

  /// The day in UTC, such as `2024-08-02`.
  var day: String { formatted(Date.ISO8601FormatStyle().year().month().day()) }
}
