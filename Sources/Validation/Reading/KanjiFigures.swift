/// Reads the numbers that are written in kanji: 二倍, 一万, 三分の一, 三つ.
///
/// A single kanji is a claim only where something says so, because 一方 and 三者 hold one too.
struct KanjiFigures {
  private let scalars: [Unicode.Scalar]
  private let bytes: [UInt8]

  /// Prepares to read a text by its characters and its UTF-8.
  init(_ scalars: [Unicode.Scalar], bytes: [UInt8]) {
    self.scalars = scalars
    self.bytes = bytes
  }

  /// The numbers in their order.
  var figures: [Figure] {
    var figures: [Figure] = []
    var end = 0
    while let start = scalars[end...].firstIndex(where: Self.isNumeral) {
      end = scalars[start...].firstIndex { !Self.isNumeral($0) } ?? scalars.count
      if let figure = figure(at: start..<end) { figures.append(figure) }
    }
    return figures
  }

  private func figure(at run: Range<Int>) -> Figure? {
    // 数十倍 and 第一割 are no numbers, and 5百万 is read from its digit.
    if run.lowerBound > 0, Self.vague.contains(scalars[run.lowerBound - 1]) { return nil }
    let value = Self.value(of: scalars[run])
    guard value > 0 else { return nil }
    let start = scalars[..<run.lowerBound].reduce(0) { $0 + UTF8.width($1) }
    let end = scalars[run].reduce(start) { $0 + UTF8.width($1) }
    let rest = bytes[end...]
    var figure = Figure(value: value, written: value, range: start..<end)
    if let share = Self.shares.first(where: { rest.starts(with: $0.word) }) {
      figure.value *= share.factor
      figure.written = figure.value
      figure.unit = share.unit
      figure.range = start..<end + share.word.count
    } else if rest.starts(with: "分の".utf8) {
      let next = scalars.dropFirst(run.upperBound + 2).first
      guard let next, Self.isNumeral(next) else { return nil }
    } else if run.count > 1 {
      guard isAmount(run) else { return nil }
    } else {
      guard value > 1, Self.counters.contains(where: { rest.starts(with: $0) }) else { return nil }
      figure.isTally = true
    }
    figure.isRough = JapaneseUnits.isRough(bytes, figure.range)
    figure.isLeast = JapaneseUnits.isLeast(bytes, behind: figure.range.upperBound)
    return figure
  }

  /// True for several kanji that make one number: 二十, 一万, but not 万一 or the years 一九九〇.
  private func isAmount(_ run: Range<Int>) -> Bool {
    let rest = scalars[run.lowerBound...]
    return Self.value(of: scalars[run.lowerBound]) < 1e4
      && scalars[run].contains { Self.value(of: $0) >= 10 }
      && !Self.idioms.contains { rest.starts(with: $0) }
  }

  /// The value of a number such as 一億二千万.
  private static func value(of numeral: ArraySlice<Unicode.Scalar>) -> Double {
    var (total, part, digit) = (0.0, 0.0, 0.0)
    for scalar in numeral {
      switch value(of: scalar) {
      case let value where value < 10: digit = value
      case let value where value < 1e4:
        part += max(digit, 1) * value
        digit = 0
      case let value:
        total += max(part + digit, 1) * value
        (part, digit) = (0, 0)
      }
    }
    return total + part + digit
  }

  /// True for a kanji that is a number by itself.
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { value(of: scalar) > 0 }

  /// The value of a kanji by itself; 0 where it is no number.
  private static func value(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    case "百": 100
    case "千": 1000
    case "万": 1e4
    case "億": 1e8
    case "兆": 1e12
    default: 0
    }
  }

  private static let vague = Set("数第何幾0123456789０１２３４５６７８９".unicodeScalars)

  private static let shares: [(word: [UInt8], unit: Figure.Unit, factor: Double)] = [
    (Array("倍".utf8), .times, 1), (Array("割".utf8), .percent, 10),
    (Array("パーセント".utf8), .percent, 1),
  ]

  private static let counters = ["つの", "つを", "種類", "段階"].map { Array($0.utf8) }

  /// Words with a number in them that count nothing.
  private static let idioms = ["五十歩", "五十音", "十二分", "八百屋", "八百万の"]
    .map { Array($0.unicodeScalars) }
}
