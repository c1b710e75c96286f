import Foundation
import Records

/// Reads instants from text, and takes none that the calendar does not have.
///
/// Foundation's own parsers take 2024-02-31 for March 2, and cost more than the rest of a feed.
enum Instant {
  /// An instant as RFC 3339, section 5.6 writes it, with any offset and any fraction of a second;
  /// fractions are cut off, and nil is what cannot be read.
  static func rfc3339(_ text: String) -> Date? {
    var text = Cursor(text.utf8)
    guard let year = text.number(4), text.skip("-"), let month = text.number(2), text.skip("-"),
      let day = text.number(2), text.skip("T"), let time = text.time(),
      let midnight = midnight(year, month, day)
    else { return nil }
    if text.skip("."), text.skipDigits() == 0 { return nil }
    guard let offset = text.offset(), text.isAtEnd else { return nil }
    return Date(timeIntervalSince1970: Double(midnight + time - offset))
  }

  /// An instant as `Mon, 2 Apr 2007 19:18:42 GMT` (RFC 1123, section 5.2.14), the day in one or two
  /// digits; nil is what cannot be read.
  static func rfc1123(_ text: String) -> Date? {
    var text = Cursor(text.utf8)
    guard let weekday = text.name(of: weekdays), text.skip(","), text.skip(" "),
      let day = text.number(2) ?? text.number(1), text.skip(" "),
      let month = text.name(of: months), text.skip(" "), let year = text.number(4), text.skip(" "),
      let time = text.time(), text.skip(" "), text.name(of: ["GMT", "UTC"]) != nil, text.isAtEnd,
      let midnight = midnight(year, month + 1, day), Self.weekday(of: midnight) == weekday
    else { return nil }
    return Date(timeIntervalSince1970: Double(midnight + time))
  }

  /// A day as `2024-07-26`, its first instant in UTC; nil is what cannot be read.
  static func day(_ text: String) -> Date? {
    rfc3339(text + "T00:00:00Z")
  }

  /// The months as RFC 1123 names them.
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

  /// The place in `weekdays`: 1970 began on a Thursday.
  private static func weekday(of seconds: Int) -> Int {
    ((seconds / 86_400) % 7 + 7) % 7
  }

  /// Seconds from 1970 to the beginning of a day of the Gregorian calendar; nil where it has no such
  /// day.
  private static func midnight(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    CalendarDay(year: year, month: month, day: day).map { $0.daysSince1970 * 86_400 }
  }
}

/// A place in a text that is read from left to right.
private struct Cursor {
  private var rest: Substring.UTF8View

  init(_ text: String.UTF8View) {
    rest = text[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Passes an ASCII character, a letter in either case; false where something else stands.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = rest.first else { return false }
    let lower = 0x61...0x7A ~= byte ? byte - 0x20 : byte
    guard UInt32(lower) == character.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Passes all digits, and says how many.
  mutating func skipDigits() -> Int {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits.count
  }

  /// Reads so many digits; nothing is passed where they do not stand here.
  mutating func number(_ length: Int) -> Int? {
    let digits = rest.prefix(length)
    guard digits.count == length, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    rest = rest.dropFirst(length)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Reads one of some names of three letters and returns its place.
  mutating func name(of names: [String]) -> Int? {
    guard let place = names.firstIndex(where: { rest.starts(with: $0.utf8) }) else { return nil }
    rest = rest.dropFirst(3)
    return place
  }

  /// Reads `19:18:42` as seconds; a leap second counts as the one after it.
  mutating func time() -> Int? {
    guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60,
      skip(":"), let second = number(2), second <= 60
    else { return nil }
    return (hour * 60 + minute) * 60 + second
  }

  /// Reads `Z` or `+09:00` as seconds.
  mutating func offset() -> Int? {
    if skip("Z") { return 0 }
    let sign = skip("+") ? 1 : skip("-") ? -1 : 0
    guard sign != 0, let hour = number(2), hour < 24, skip(":"), let minute = number(2),
      minute < 60
    else { return nil }
    return sign * (hour * 60 + minute) * 60
  }
}
