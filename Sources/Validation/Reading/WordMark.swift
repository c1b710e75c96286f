/// A mark of a word's letters, which those of its parts add up to.
///
/// So `GPT4`, `GPT-4` and `GPT 4` are found to be one name without putting any text together. A
/// polynomial of the bytes modulo 2^64; two words may share a mark by accident, which lets a wrong
/// name pass and does no other harm.
struct WordMark: Sendable, Hashable {
  /// The polynomial's value.
  private(set) var value: UInt64 = 0
  private var power: UInt64 = 1

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The mark of no letters.
  init() {}

  /// The mark of a text's letters and digits, whatever stands between them.
  init(_ text: String) {
    for byte in text.utf8 {
      if let letter = Latin.folded(byte) { add(letter) }
    }
  }

  /// Takes one more byte.
  @inline(__always) mutating func add(_ byte: UInt8) {
    value = value &* Self.base &+ UInt64(byte) &+ 1
    power &*= Self.base
  }

  /// The mark of this word with another one behind it.
  func followed(by other: WordMark) -> WordMark {
    var both = WordMark()
    both.value = value(followedBy: other)
    both.power = power &* other.power
    return both
  }

  /// The value of this word with another one behind it.
  func value(followedBy other: WordMark) -> UInt64 { value &* other.power &+ other.value }

  /// One bit of sixty-four, for asking quickly whether a mark may be in a set.
  var bit: UInt64 { Self.bit(of: value) }

  /// The bit of a mark's value.
  static func bit(of value: UInt64) -> UInt64 { 1 << (mixed(value) >> 58) }

  /// The value with its bits mixed, for tables.
  var mixed: UInt64 { Self.mixed(value) }

  private static func mixed(_ value: UInt64) -> UInt64 {
    (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
  }
}

/// The letters of Latin script in UTF-8.
enum Latin {
  /// A letter or a digit in lower case; nil for every other byte.
  ///
  /// The bytes of letters with accents, U+00C0 to U+017F, are taken as they are.
  static func folded(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: byte
    case 0x41...0x5A: byte | 0x20
    case 0xC3...0xC5: byte
    default: nil
    }
  }

  /// What `folded` says of each byte, 0 for nil; above those 8 bits a one in the first for a capital,
  /// and in the 25th for a small letter, so that a sum counts both.
  static let table: [UInt64] = (0...255).map { byte in
    let letter = UInt64(folded(UInt8(byte)) ?? 0)
    switch byte {
    case 0x41...0x5A: return letter | 1 << 8
    case 0x61...0x7A: return letter | 1 << 32
    default: return letter
    }
  }
}
