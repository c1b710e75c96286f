/// Resolves the escapes of a JSON text (RFC 8259, section 7).
struct JSONEscapes {
  private let input: ArraySlice<UInt8>
  private var place: Int
  private var output: [UInt8] = []

  /// The bytes that a text stands for; those that are no escapes stay as they are.
  ///
  /// Throws `JSONError.invalid` for an escape that is none, half a surrogate pair, and a control
  /// character that is not escaped.
  static func resolve(_ input: ArraySlice<UInt8>) throws(JSONError) -> [UInt8] {
    var escapes = JSONEscapes(input: input, place: input.startIndex)
    escapes.output.reserveCapacity(input.count)
    while escapes.place < input.endIndex { try escapes.step() }
    return escapes.output
  }

  private init(input: ArraySlice<UInt8>, place: Int) {
    self.input = input
    self.place = place
  }

  private mutating func step() throws(JSONError) {
    let rest = input[place...]
    let end = place + rest.span.ordinary(from: 0).end
    output += input[place..<end]
    place = end
    guard place < input.endIndex else { return }
    guard input[place] == UInt8(ascii: "\\"), place + 1 < input.endIndex else { throw .invalid }
    let sign = input[place + 1]
    place += 2
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(sign)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "u"): output += Character(try scalar()).utf8
    default: throw .invalid
    }
  }

  /// Reads what stands behind `\u`, with the second half of a surrogate pair where it is a first.
  private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
    let unit = try unit()
    guard UTF16.isLeadSurrogate(unit) else {
      guard let scalar = Unicode.Scalar(unit) else { throw .invalid }
      return scalar
    }
    guard input[place...].starts(with: "\\u".utf8) else { throw .invalid }
    place += 2
    let second = try self.unit()
    guard UTF16.isTrailSurrogate(second) else { throw .invalid }
    return UTF16.decode(UTF16.EncodedScalar([unit, second]))
  }

  private mutating func unit() throws(JSONError) -> UInt16 {
    guard place + 4 <= input.endIndex else { throw .invalid }
    var unit: UInt16 = 0
    for byte in input[place..<place + 4] {
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
