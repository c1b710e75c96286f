/// A short mark of some text, for noticing that it changed.
///
/// 64-bit FNV-1a (RFC 9923): it detects change and protects nothing.
package struct Fingerprint: Sendable, Hashable, CustomStringConvertible {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Marks no bytes yet.
  package init() {}

  /// Marks a list of texts; each ends with its length, so that moving a border changes the mark.
  package init(_ parts: String...) {
    self.init(parts: parts)
  }

  /// Marks a list of texts.
  package init(parts: [String]) {
    for part in parts {
      for byte in part.utf8 { add(byte) }
      var length = UInt64(part.utf8.count)
      for _ in 0..<8 {
        add(UInt8(truncatingIfNeeded: length))
        length >>= 8
      }
    }
  }

  /// Marks the bytes of a file, or of a part of one.
  package init(bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// Marks more bytes behind those that are marked.
  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { add(byte) }
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Sixteen hexadecimal digits.
  package var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Fingerprint: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = UInt64(text, radix: 16) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no fingerprint")
    }
    self.value = value
  }
}
