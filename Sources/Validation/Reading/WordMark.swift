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
  /// What `base` is to be multiplied with for 1; of odd numbers there is such a one.
  private static let inverse: UInt64 = (0..<6).reduce(base) { guess, _ in
    guess &* (2 &- base &* guess)
  }
  /// The powers of `base` for words of usual lengths.
  private static let powers: [UInt64] = (0..<32).map(power)

  /// The mark of no letters.
  init() {}

  /// The mark of a text's letters and digits, whatever stands between them.
  init(_ text: String) {
    let letters = Latin.table
    let bytes = text.utf8.span
    var (value, length) = (UInt64(0), 0)
    for place in bytes.indices {
      let letter = letters[Int(bytes[place])]
      guard letter != 0 else { continue }
      value = Self.value(value, followedBy: letter & 0xFF)
      length += 1
    }
    self.init(value: value, length: length)
  }

  /// Takes a value that was put together elsewhere, of so many bytes.
  @inline(__always) init(value: UInt64, length: Int) {
    self.value = value
    power = length < Self.powers.count ? Self.powers[length] : Self.power(length)
  }

  private static func power(_ length: Int) -> UInt64 {
    var power: UInt64 = 1
    for _ in 0..<length { power &*= base }
    return power
  }

  /// The value of some bytes with one more behind them, which is given as one more than it is.
  @inline(__always) static func value(_ value: UInt64, followedBy next: UInt64) -> UInt64 {
    value &* base &+ next
  }

  /// The mark without its last byte, of which the value is given.
  func without(_ last: UInt8) -> WordMark {
    var rest = WordMark()
    rest.value = (value &- UInt64(last) &- 1) &* Self.inverse
    rest.power = power &* Self.inverse
    return rest
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

  /// One bit of sixty-four for a mark's value, for asking quickly whether it may be in a set.
  static func bit(of value: UInt64) -> UInt64 { 1 << (mixed(value) >> 58) }

  /// A mark's value with its bits mixed, for tables.
  static func mixed(_ value: UInt64) -> UInt64 {
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

  /// From this value on `table` has the first bytes of letters with accents.
  static let accented: UInt64 = 1 << 63

  /// What `folded` says of each byte, plus one; 0 for nil.
  ///
  /// Above those 8 bits a one in the first for a capital, and in the 25th for a small letter, so that a
  /// sum counts both.
  static let table: [UInt64] = (0...255).map { byte in
    guard let letter = folded(UInt8(byte)).map({ UInt64($0) + 1 }) else { return 0 }
    switch byte {
    case 0xC3...0xC5: return letter | accented
    case 0x41...0x5A: return letter | 1 << 8
    case 0x61...0x7A: return letter | 1 << 32
    default: return letter
    }
  }
}
