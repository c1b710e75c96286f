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
  private init?(line: ArraySlice<UInt8>) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    value = String(decoding: line[(colon + 1)...].trimmingHTTPSpace(), as: UTF8.self)
  }

  /// Reads header lines as they came over the wire; those without a colon say nothing.
  static func all(in bytes: [UInt8]) -> [HTTPHeader] {
    bytes.split(separator: 0x0A).compactMap { HTTPHeader(line: $0) }
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

extension UInt8 {
  /// True for the white space that HTTP allows around a field value, and for line ends.
  var isHTTPSpace: Bool { self == 0x09 || self == 0x0A || self == 0x0D || self == 0x20 }
}

extension ArraySlice<UInt8> {
  /// Drops the white space that HTTP allows around a field value, line ends included.
  fileprivate func trimmingHTTPSpace() -> ArraySlice<UInt8> {
    guard let last = lastIndex(where: { !$0.isHTTPSpace }) else { return [] }
    return self[...last].drop(while: \.isHTTPSpace)
  }
}
