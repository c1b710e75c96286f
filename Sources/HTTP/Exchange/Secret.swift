/// Holds a key so that it cannot be printed, interpolated or encoded by accident.
package struct Secret: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
  /// The key itself; only the code that writes the request header asks for it.
  package let value: String

  /// Wraps a key.
  package init(_ value: String) {
    self.value = value
  }

  package var description: String { "•••" }
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// Replaces every occurrence of the key in bytes that came from outside.
  ///
  /// A server may echo a key in its error text; nothing past the network may see it.
  package func redacted(from bytes: [UInt8]) -> [UInt8] {
    let key = Array(value.utf8)
    guard !key.isEmpty, bytes.count >= key.count else { return bytes }
    var clean: [UInt8] = []
    var rest = bytes[...]
    while let found = rest.firstRange(of: key) {
      clean += rest[..<found.lowerBound]
      clean += description.utf8
      rest = rest[found.upperBound...]
    }
    return clean.isEmpty && rest.count == bytes.count ? bytes : clean + rest
  }
}
