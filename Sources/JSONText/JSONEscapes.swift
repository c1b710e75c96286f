/// Resolves the escapes of a JSON text (RFC 8259, section 7).
struct JSONEscapes {
  /// The bytes that the text stands for, as far as it was read.
  private var output: [UInt8] = []
  /// False where only the escapes themselves are of interest.
  private let keeps: Bool
  private var place = 0

  /// The bytes that a text stands for; those that are no escapes stay as they are.
  ///
  /// Throws `JSONError.invalid` for an escape that is none, half a surrogate pair, and a control
  /// character that is not escaped.
  static func resolve(_ input: ArraySlice<UInt8>) throws(JSONError) -> [UInt8] {
    var escapes = JSONEscapes(keeps: true)
    escapes.output.reserveCapacity(input.count)
    try escapes.read(input)
    return escapes.output
  }

  /// Throws as `resolve` does.
  static func check(_ input: ArraySlice<UInt8>) throws(JSONError) {
    var escapes = JSONEscapes(keeps: false)
    try escapes.read(input)
  }

  private init(keeps: Bool) {
    self.keeps = keeps
  }

  private mutating func read(_ input: ArraySlice<UInt8>) throws(JSONError) {
    let text = input.span
    while place < text.count {
      let end = text.ordinary(from: place).end
      if keeps { output += input[input.startIndex + place..<input.startIndex + end] }
      place = end
      if place < text.count { try readEscape(text) }
    }
  }

  private mutating func readEscape(_ text: Span<UInt8>) throws(JSONError) {
    guard text[place] == UInt8(ascii: "\\"), place + 1 < text.count else { throw .invalid }
    let sign = text[place + 1]
    place += 2
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): add(sign)
    case UInt8(ascii: "b"): add(0x08)
    case UInt8(ascii: "f"): add(0x0C)
    case UInt8(ascii: "n"): add(0x0A)
    case UInt8(ascii: "r"): add(0x0D)
    case UInt8(ascii: "t"): add(0x09)
    case UInt8(ascii: "u"): for byte in Character(try scalar(text)).utf8 { add(byte) }
    default: throw .invalid
    }
  }

  private mutating func add(_ byte: UInt8) {
    if keeps { output.append(byte) }
  }

  /// Reads what stands behind `\u`, with the second half of a surrogate pair where it is a first.
  private mutating func scalar(_ text: Span<UInt8>) throws(JSONError) -> Unicode.Scalar {
    let unit = try unit(text)
    guard UTF16.isLeadSurrogate(unit) else {
      guard let scalar = Unicode.Scalar(unit) else { throw .invalid }
      return scalar
    }
    guard place + 2 <= text.count, text[place] == UInt8(ascii: "\\"),
      text[place + 1] == UInt8(ascii: "u")
    else { throw .invalid }
    place += 2
    let second = try self.unit(text)
    guard UTF16.isTrailSurrogate(second) else { throw .invalid }
    return UTF16.decode(UTF16.EncodedScalar([unit, second]))
  }

  private mutating func unit(_ text: Span<UInt8>) throws(JSONError) -> UInt16 {
    guard place + 4 <= text.count else { throw .invalid }
    var unit: UInt16 = 0
    for index in place..<place + 4 {
      let byte = text[index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: throw .invalid
      }
      unit = unit << 4 | UInt16(digit)
    }
    place += 4
    return unit
  }
}
