import Foundation
import Records

/// A span of submission times, in the minutes that arXiv's search counts, both ends included.
struct SearchWindow: Equatable {
  /// The first minute, as `202407260000`.
  let from: String
  /// The last minute, as `202408020000`.
  let to: String

  private let start: Date
  private let end: Date

  /// The window of a week; its last minute belongs to the next one.
  init(_ week: Week) {
    self.init(from: week.start, to: week.end)
  }

  private init(from start: Date, to end: Date) {
    self.start = start
    self.end = end
    from = start.formatted(Self.style)
    to = end.formatted(Self.style)
  }

  /// The window in two halves that share a minute; nil where it is only a minute long.
  var halves: [SearchWindow]? {
    let minutes = Int(end.timeIntervalSince(start) / 60)
    guard minutes > 1 else { return nil }
    let middle = start.addingTimeInterval(Double(minutes / 2) * 60)
    return [SearchWindow(from: start, to: middle), SearchWindow(from: middle, to: end)]
  }

  /// The window from its end to that of another; nil where nothing is left.
  func rest(of whole: SearchWindow) -> SearchWindow? {
    end < whole.end ? SearchWindow(from: end, to: whole.end) : nil
  }

  /// The window that two texts of `from` and `to` name; nil where they name none within `whole`.
  init?(from: String, to: String, in whole: SearchWindow) {
    // A text that is no time names no window.
    guard let start = try? Date(from, strategy: Self.style.parseStrategy),
      let end = try? Date(to, strategy: Self.style.parseStrategy),
      start.formatted(Self.style) == from, end.formatted(Self.style) == to,
      whole.start <= start, start < end, end <= whole.end
    else { return nil }
    self.init(from: start, to: end)
  }

  private static let style = Date.VerbatimFormatStyle(
    format: """
      \(year: .padded(4))\(month: .twoDigits)\(day: .twoDigits)\
      \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased))\(minute: .twoDigits)
      """,
    timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
}
