/// A number of a JSON text (RFC 8259, section 6), taken apart.
package struct JSONNumber {
  private let bytes: ArraySlice<UInt8>
  private var isNegative = false
  /// All digits as one number; nil where they are too many.
  private var digits: UInt64? = 0
  /// True where one of the digits is another than 0.
  private var hasValue = false
  /// How many of the digits stand behind the point.
  private var fraction = 0
  private var hasPointOrExponent = false
  private var hasExponent = false

  /// Takes a number apart; throws `JSONError.invalid` where JSON knows none such.
  init(_ bytes: ArraySlice<UInt8>) throws(JSONError) {
    self.bytes = bytes
    var rest = bytes
    if rest.first == UInt8(ascii: "-") {
      isNegative = true
      rest.removeFirst()
    }
    let whole = passDigits(&rest)
    guard whole > 0, whole == 1 || bytes[rest.startIndex - whole] != UInt8(ascii: "0") else {
      throw .invalid
    }
    if rest.first == UInt8(ascii: ".") {
      hasPointOrExponent = true
      rest.removeFirst()
      fraction = passDigits(&rest)
      guard fraction > 0 else { throw .invalid }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      hasPointOrExponent = true
      hasExponent = true
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard !rest.isEmpty, rest.allSatisfy({ 0x30...0x39 ~= $0 }) else { throw .invalid }
      rest = []
    }
    guard rest.isEmpty else { throw .invalid }
  }

  private mutating func passDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
    var place = rest.startIndex
    while place < rest.endIndex, 0x30...0x39 ~= rest[place] {
      let digit = UInt64(rest[place] - 0x30)
      if digit > 0 { hasValue = true }
      digits = digits.flatMap { digits in
        let (tens, isTooMany) = digits.multipliedReportingOverflow(by: 10)
        let (sum, isTooMuch) = tens.addingReportingOverflow(digit)
        return isTooMany || isTooMuch ? nil : sum
      }
      place += 1
    }
    defer { rest = rest[place...] }
    return place - rest.startIndex
  }

  /// The number as a whole one, `1.0` and `1e2` included; throws `JSONError.invalid` where it is none
  /// or too large.
  package func whole() throws(JSONError) -> Int {
    guard !hasPointOrExponent else {
      guard let number = Int(exactly: try double()) else { throw .invalid }
      return number
    }
    guard let digits, digits <= UInt64(Int.max) + (isNegative ? 1 : 0) else { throw .invalid }
    return isNegative ? 0 &- Int(truncatingIfNeeded: digits) : Int(digits)
  }

  /// The nearest number that a `Double` can be; throws `JSONError.invalid` where it would be infinite,
  /// or 0 and is not.
  package func double() throws(JSONError) -> Double {
    // Both are exact, so that their quotient is rounded once, as it should be.
    if let digits, !hasExponent, digits < 1 << 53, fraction < Self.powers.count {
      let number = Double(digits) / Self.powers[fraction]
      return isNegative ? -number : number
    }
    guard let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite,
      number != 0 || !hasValue
    else { throw .invalid }
    return number
  }

  /// The powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
