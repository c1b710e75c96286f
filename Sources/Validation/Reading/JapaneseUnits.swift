/// What Japanese writes behind a number.
enum JapaneseUnits {
  /// The factor that begins at a byte, and the byte behind it: 百, 千, 万, 億, 兆.
  static func scale(_ bytes: [UInt8], at place: Int) -> (Double, end: Int)? {
    match(scales, bytes, at: place)
  }

  /// The unit that begins at a byte, the factor that brings it to the English one, and its end.
  static func unit(
    _ bytes: [UInt8], at place: Int
  ) -> (Figure.Unit, factor: Double, end: Int)? {
    let start = place < bytes.count && bytes[place] == UInt8(ascii: " ") ? place + 1 : place
    guard let (unit, end) = match(units, bytes, at: start) else { return nil }
    if unit.name == "年", bytes[end...].starts(with: "代".utf8) { return nil }
    if unit.name == "分", notMinutes.contains(where: { bytes[end...].starts(with: $0) }) {
      return nil
    }
    return (unit.unit, unit.factor, end)
  }

  /// True where words before or behind a number say that it is rounded.
  static func isRough(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    roughly.contains { bytes[..<range.lowerBound].suffix($0.count).elementsEqual($0) }
      || says(orSo, behind: range.upperBound, in: bytes)
      || isLeast(bytes, behind: range.upperBound)
  }

  /// True where words behind a number say that there is more: 1万枚以上.
  static func isLeast(_ bytes: [UInt8], behind place: Int) -> Bool {
    says(andMore, behind: place, in: bytes)
  }

  /// True where one of some words stands behind a number, or behind its counter, as in 枚 and 種類.
  ///
  /// A word of one letter may begin another one, so it stands behind one letter at most.
  private static func says(_ words: [[UInt8]], behind place: Int, in bytes: [UInt8]) -> Bool {
    var start = place
    for skipped in 0...2 {
      let rest = bytes[min(start, bytes.count)...]
      if words.contains(where: { ($0.count > 3 || skipped < 2) && rest.starts(with: $0) }) {
        return true
      }
      // Kana, kanji and wide signs have three bytes.
      guard let next = rest.first, (0xE3...0xE9).contains(next) else { return false }
      start += 3
    }
    return false
  }

  private static let roughly = ["約", "およそ", "ほぼ", "おおよそ"].map { Array($0.utf8) }
  private static let orSo = ["ほど", "近く", "近い", "弱", "程度", "前後", "未満", "以下", "足らず"]
    .map { Array($0.utf8) }
  private static let andMore = ["超", "強", "以上", "余り", "あまり", "を超え", "を上回", "を越え"]
    .map { Array($0.utf8) }

  /// True for up to ten things with a counter such as つ behind the number.
  static func isTally(_ value: Double, _ bytes: [UInt8], at place: Int) -> Bool {
    value <= 10 && value == value.rounded()
      && counters.contains { bytes[min(place, bytes.count)...].starts(with: $0) }
  }

  private static func match<Value>(
    _ table: [(text: [UInt8], value: Value)], _ bytes: [UInt8], at place: Int
  ) -> (Value, end: Int)? {
    guard place < bytes.count else { return nil }
    for (text, value) in table where bytes[place] == text[0] {
      if bytes[place...].starts(with: text) { return (value, place + text.count) }
    }
    return nil
  }

  private struct Unit {
    let name: String
    let unit: Figure.Unit
    var factor = 1.0
  }

  private static let scales: [(text: [UInt8], value: Double)] = [
    ("百", 1e2), ("千", 1e3), ("万", 1e4), ("億", 1e8), ("兆", 1e12),
  ].map { (Array($0.0.utf8), $0.1) }

  /// Longer names before those that begin alike.
  private static let units: [(text: [UInt8], value: Unit)] = [
    Unit(name: "%", unit: .percent), Unit(name: "％", unit: .percent),
    Unit(name: "パーセント", unit: .percent), Unit(name: "ポイント", unit: .percent),
    Unit(name: "割", unit: .percent, factor: 10), Unit(name: "倍", unit: .times),
    Unit(name: "ナノ秒", unit: .measure("nanosecond")),
    Unit(name: "マイクロ秒", unit: .measure("microsecond")),
    Unit(name: "ミリ秒", unit: .measure("millisecond")), Unit(name: "秒", unit: .measure("second")),
    Unit(name: "分", unit: .measure("minute")), Unit(name: "時間", unit: .measure("hour")),
    Unit(name: "日", unit: .measure("day")), Unit(name: "週", unit: .measure("week")),
    Unit(name: "か月", unit: .measure("month")), Unit(name: "ヶ月", unit: .measure("month")),
    Unit(name: "カ月", unit: .measure("month")), Unit(name: "年", unit: .measure("year")),
    Unit(name: "ビット", unit: .measure("bit")), Unit(name: "バイト", unit: .measure("byte")),
    Unit(name: "ドル", unit: .measure("dollar")),
  ].map { (Array($0.name.utf8), $0) }

  /// Words that begin with 分 and are no minutes: 分野, 分類, 3分の1 and the like.
  private static let notMinutes: [[UInt8]] = "の野類割散布岐析離木探位子化".unicodeScalars.map {
    Array(String($0).utf8)
  }

  private static let counters: [[UInt8]] = "つ種段点個者層軸本方通項系観要課大面件".unicodeScalars.map {
    Array(String($0).utf8)
  }
}
