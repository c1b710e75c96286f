package import JSONText

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
  package init(parts: [String]) { self.init(parts: parts.map { Array($0.utf8) }) }

  /// Marks a list of texts by their UTF-8.
  package init(parts: [[UInt8]]) {
    for part in parts {
      add(part[...])
      var length = UInt64(part.count)
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
    let bytes = bytes.span
    for place in bytes.indices { add(bytes[place]) }
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

extension Fingerprint: JSONReadable {
  package init(json: JSONElement) throws(JSONError) {
    if let digits = json.plainBytes, let value = Self.value(of: digits) {
      self.value = value
      return
    }
    let text = try json.text()
    guard let value = UInt64(text, radix: 16) else {
      throw .senseless("'\(text)' is no fingerprint")
    }
    self.value = value
  }

  /// Reads sixteen digits as we write them; nil is any other text, which may be a number all the same.
  private static func value(of digits: ArraySlice<UInt8>) -> UInt64? {
    guard digits.count == 16 else { return nil }
    var value: UInt64 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: value = value << 4 | UInt64(digit - 0x30)
      case 0x61...0x66: value = value << 4 | UInt64(digit - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }
}

extension Fingerprint {
  /// The mark of a list of texts with another one behind those that are marked.
  package func followed(by part: String) -> Fingerprint {
    var longer = self
    longer.add(Array(part.utf8)[...])
    longer.add((0..<8).map { UInt8(truncatingIfNeeded: part.utf8.count >> ($0 * 8)) }[...])
    return longer
  }
}
