extension [UInt8] {
  /// Writes a text in quotes, with the escapes of RFC 8259, section 7, and no others.
  package mutating func append(jsonText text: String) {
    append(UInt8(ascii: "\""))
    append(escaping: text)
    append(UInt8(ascii: "\""))
  }

  /// Writes a text as it stands between quotes.
  package mutating func append(escaping text: String) {
    let start = count
    self += text.utf8
    let end = span.ordinary(from: start).end
    guard end < count else { return }
    let rest = Array(self[end...])
    removeSubrange(end...)
    append(escaping: rest[...])
  }

  private mutating func append(escaping text: ArraySlice<UInt8>) {
    var rest = text
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "\""): self += "\\\"".utf8
      case UInt8(ascii: "\\"): self += "\\\\".utf8
      case 0x0A: self += "\\n".utf8
      case 0x0D: self += "\\r".utf8
      case 0x09: self += "\\t".utf8
      default:
        let digits = String(byte, radix: 16)
        self += "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8
      }
      rest.removeFirst()
      let length = rest.span.ordinary(from: 0).end
      self += rest.prefix(length)
      rest = rest.dropFirst(length)
    }
  }
}
