package import Foundation

extension Date {
  /// Years in which our calendar and Foundation's are the same: before them its is the Julian one.
  private static let plainYears = 1583...9999

  /// Reads `2024-07-26T00:00:00Z`; nil is everything else, what other ways ISO 8601 has to say it
  /// included.
  init?(plainISO8601 bytes: ArraySlice<UInt8>) {
    let text = bytes.span
    guard text.count == 20, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      text[19] == UInt8(ascii: "Z")
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for place in range {
        guard 0x30...0x39 ~= text[place] else { return nil }
        number = number * 10 + Int(text[place] - 0x30)
      }
      return number
    }
    guard let year = number(0..<4), Self.plainYears ~= year, let month = number(5..<7),
      let day = number(8..<10), let hour = number(11..<13), hour < 24,
      let minute = number(14..<16), minute < 60, let second = number(17..<19), second < 60,
      let days = CalendarDay(year: year, month: month, day: day)?.daysSince1970
    else { return nil }
    self.init(
      timeIntervalSince1970: Double(days * 86_400 + (hour * 60 + minute) * 60 + second))
  }

  /// The instant as `2024-07-26T00:00:00Z`, in UTC; fractions of a second are cut off.
  package var iso8601: String {
    let time = timeIntervalSince1970.rounded(.down)
    guard abs(time) < 1e12 else { return formatted(.iso8601) }
    let seconds = Int(time)
    let ofDay = (seconds % 86_400 + 86_400) % 86_400
    guard let date = CalendarDay(daysSince1970: (seconds - ofDay) / 86_400),
      Self.plainYears ~= date.year
    else { return formatted(.iso8601) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    func add(_ number: Int, _ mark: Unicode.Scalar) {
      bytes.append(0x30 + UInt8(number / 10))
      bytes.append(0x30 + UInt8(number % 10))
      bytes.append(UInt8(ascii: mark))
    }
    let (century, year) = date.year.quotientAndRemainder(dividingBy: 100)
    add(century, "-")
    bytes.removeLast()
    add(year, "-")
    add(date.month, "-")
    add(date.day, "T")
    add(ofDay / 3600, ":")
    add(ofDay / 60 % 60, ":")
    add(ofDay % 60, "Z")
    return String(decoding: bytes, as: UTF8.self)
  }
}
