/// A number in a text, with what it counts.
struct Figure: Sendable, Equatable {
  /// Its value; 70,000,000 for `70M` and for 7000万.
  var value: Double
  /// The value as it is written, before a scale such as `M`: 70.
  var written: Double
  /// What it counts.
  var unit: Unit = .none
  /// Its bytes in the text, unit included.
  var range: Range<Int>
  /// True where it is the lower end of a range whose upper end is the next figure.
  var opensRange = false
  /// True for a small whole number of things, which a writer may have counted.
  var isTally = false
  /// True for the digits of a name, as in `CIFAR-10`: they count nothing.
  var isOfName = false
  /// True where a word such as 約 says that it is rounded.
  var isRough = false
  /// True where a word such as 以上 says that there is more.
  var isLeast = false

  /// What a number counts.
  enum Unit: Sendable, Hashable {
    /// Nothing that can be told from the words beside it.
    case none
    /// Hundredths, and points of them.
    case percent
    /// A factor.
    case times
    /// A measure by its English name, such as `second`.
    case measure(String)
  }

  /// True where two numbers are the same but for the last bits.
  static func isSame(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-9 * Swift.max(abs(one), abs(other))
  }
}

/// Digits as people write them: `1,234.5`, `14.6`, `1{,}000`.
struct Numeral {
  /// The value.
  let value: Double
  /// The byte behind it.
  let end: Int

  /// Reads the number that begins at a byte; nil where none does.
  init?(_ bytes: [UInt8], at start: Int) {
    var place = start
    var value = 0.0
    func digit(_ place: Int) -> Double? {
      guard place < bytes.count, (0x30...0x39).contains(bytes[place]) else { return nil }
      return Double(bytes[place] - 0x30)
    }
    while let next = digit(place) {
      value = value * 10 + next
      place += 1
      if let behind = Self.separator(bytes, at: place) { place = behind }
    }
    guard place > start else { return nil }
    if place < bytes.count, bytes[place] == UInt8(ascii: "."), digit(place + 1) != nil {
      place += 1
      var unit = 1.0
      while let next = digit(place) {
        value = value * 10 + next
        unit *= 10
        place += 1
      }
      value /= unit
    }
    self.value = value
    end = place
  }

  /// Where the digits go on behind a thousands separator, LaTeX's `{,}` and `\,` among them; nil where
  /// there is none.
  private static func separator(_ bytes: [UInt8], at place: Int) -> Int? {
    guard place < bytes.count else { return nil }
    let length =
      switch bytes[place] {
      case UInt8(ascii: ","): 1
      case UInt8(ascii: "\\"): 2
      case UInt8(ascii: "{"): 3
      default: 0
      }
    guard length > 0, place + length + 2 < bytes.count else { return nil }
    let marks = bytes[place..<place + length]
    guard length == 1 || marks.contains(UInt8(ascii: ",")) else { return nil }
    let group = bytes[(place + length)...].prefix { (0x30...0x39).contains($0) }
    return group.count == 3 ? place + length : nil
  }
}
