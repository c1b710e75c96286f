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
  /// A server may echo a key; nothing past the network may see it. A key shorter than
  /// `shortest` bytes is left: servers on one's own machine are given keys like `x` or `none`, and
  /// those stand in many an honest text.
  package func redacted(from bytes: [UInt8], shortest: Int = 12) -> [UInt8] {
    guard !value.isEmpty, value.utf8.count >= shortest else { return bytes }
    // Some servers escape the slashes of JSON, which reading it would undo.
    let spellings: Set = [value, value.replacing("/", with: #"\/"#)]
    return spellings.reduce(bytes) { replacing(Array($1.utf8), in: $0) }
  }

  private func replacing(_ key: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= key.count else { return bytes }
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

extension [Secret] {
  /// Replaces every occurrence of every key; the longest first, lest a part of it stay behind.
  func redacted(from bytes: [UInt8], shortest: Int = 12) -> [UInt8] {
    sorted { $0.value.utf8.count > $1.value.utf8.count }
      .reduce(bytes) { $1.redacted(from: $0, shortest: shortest) }
  }
}
