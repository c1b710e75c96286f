import Foundation

/// Makes bytes that an XML parser accepts of bytes that it does not, losing as little as possible.
///
/// For one damaged character a whole page would be lost otherwise: control characters, bytes that
/// are not UTF-8, references to characters that XML forbids, entities that nobody declared.
enum DocumentRepair {
  /// Repairs a document; well-formed parts are kept as they are.
  static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    // Decoding replaces invalid UTF-8 with U+FFFD.
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let text = Array(String(scalars.filter { isXMLCharacter($0.value) }).utf8)
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var rest = text[...]
    while let byte = rest.first {
      if rest.starts(with: "<![CDATA[".utf8) {
        // Inside CDATA an ampersand is a character like any other.
        let end = rest.firstRange(of: Array("]]>".utf8))?.upperBound ?? rest.endIndex
        result += rest[..<end]
        rest = rest[end...]
      } else if byte == UInt8(ascii: "&") {
        let (reference, length) = reference(at: rest)
        result += reference
        rest = rest.dropFirst(length)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static let predefined: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

  /// What to write for the reference that begins here, and how many bytes it stands for.
  private static func reference(at bytes: ArraySlice<UInt8>) -> (text: [UInt8], length: Int) {
    let escaped = Array("&amp;".utf8)
    let body = bytes.dropFirst().prefix(12)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")) else { return (escaped, 1) }
    let name = String(decoding: body[..<end], as: UTF8.self)
    let whole = bytes[bytes.startIndex...end]
    if predefined.contains(name) { return (Array(whole), whole.count) }
    guard name.hasPrefix("#") else { return (escaped, 1) }
    let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
    guard let code = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10) else {
      return (escaped, 1)
    }
    // Written anew, because `&#X41;` and `&#+65;` can be read here and not by XML.
    return (Array(isXMLCharacter(code) ? "&#\(code);".utf8 : "\u{FFFD}".utf8), whole.count)
  }

  /// The characters of https://www.w3.org/TR/xml/#charsets.
  private static func isXMLCharacter(_ code: UInt32) -> Bool {
    switch code {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
