/// The exponent behind a number, as in `10^{-3}` and `10^6`.
struct Exponent: Sendable {
  /// The exponent.
  let value: Int
  /// The byte behind it, braces included.
  let end: Int

  /// Reads the exponent that begins at a byte; nil where none does.
  init?(_ bytes: [UInt8], at start: Int) {
    guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "^") else { return nil }
    var place = start + 1
    let isBraced = bytes[place] == UInt8(ascii: "{")
    if isBraced { place += 1 }
    let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
    guard let numeral = Numeral(bytes, at: place + (isNegative ? 1 : 0)), numeral.value < 400
    else { return nil }
    value = isNegative ? -Int(numeral.value) : Int(numeral.value)
    let isClosed =
      isBraced && numeral.end < bytes.count && bytes[numeral.end] == UInt8(ascii: "}")
    end = numeral.end + (isClosed ? 1 : 0)
  }

  /// A number to the power of this.
  func power(of base: Double) -> Double {
    var result = 1.0
    for _ in 0..<abs(value) { result *= base }
    return value < 0 ? 1 / result : result
  }
}
