/// One header line.
package struct HTTPHeader: Sendable, Equatable {
  /// The field's name; compared without regard to case (RFC 9110, section 5.1).
  package let name: String
  /// The field's value without surrounding white space.
  package let value: String

  /// Pairs a name with a value.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Reads a header line as it came over the wire; nil where it holds no colon, as the blank line.
  init?(line: String) {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    name = String(line[..<colon]).lowercased()
    value = line[line.utf8.index(after: colon)...].trimmingHTTPSpace()
  }
}

extension Array where Element == HTTPHeader {
  /// The first value of a field, whatever the case of its name.
  package subscript(_ name: String) -> String? {
    first {
      $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == name.lowercased()
    }?.value
  }
}

extension StringProtocol {
  /// Drops the white space that HTTP allows around a field value, line ends included.
  func trimmingHTTPSpace() -> String {
    func isSpace(_ byte: UInt8) -> Bool {
      byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x20
    }
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
