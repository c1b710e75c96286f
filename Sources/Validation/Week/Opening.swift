/// The first characters of a remark, as many as make an opening.
struct Opening: Sendable, Hashable, Comparable {
  /// How many there are, and the first two; a character has 21 bits.
  private var high: UInt64
  /// The other three.
  private var low: UInt64 = 0

  private static let length = 5

  /// Takes the first characters of a remark; nil where there are none.
  init?(of remark: [Unicode.Scalar]) {
    guard !remark.isEmpty else { return nil }
    let start = remark.prefix(Self.length)
    high = UInt64(start.count) << 42
    for (place, scalar) in start.enumerated() {
      let value = UInt64(scalar.value)
      if place < 2 {
        high |= value << UInt64(21 * place)
      } else {
        low |= value << UInt64(21 * (place - 2))
      }
    }
  }

  /// An order of no meaning, for finding equal ones.
  static func < (one: Opening, other: Opening) -> Bool {
    (one.high, one.low) < (other.high, other.low)
  }

  /// The characters.
  var text: String {
    var text = String.UnicodeScalarView()
    for place in 0..<Int(high >> 42) {
      let value = place < 2 ? high >> UInt64(21 * place) : low >> UInt64(21 * (place - 2))
      if let scalar = Unicode.Scalar(UInt32(value & 0x1F_FFFF)) { text.append(scalar) }
    }
    return String(text)
  }
}
