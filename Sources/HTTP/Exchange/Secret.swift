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
    let clean = replacing(Array(value.utf8), in: bytes)
    guard value.utf8.contains(UInt8(ascii: "/")) else { return clean }
    // Some servers escape the slashes of JSON, which reading it would undo.
    let slash = UInt8(ascii: "/")
    return replacing(
      value.utf8.flatMap { $0 == slash ? [UInt8(ascii: "\\"), slash] : [$0] }, in: clean)
  }

  private func replacing(_ key: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    guard var place = bytes.firstPlace(of: key, from: 0) else { return bytes }
    var clean: [UInt8] = []
    var start = 0
    while true {
      clean += bytes[start..<place]
      clean += description.utf8
      start = place + key.count
      guard let next = bytes.firstPlace(of: key, from: start) else { break }
      place = next
    }
    return clean + bytes[start...]
  }
}

extension [UInt8] {
  /// Where some bytes, of which there is one at least, begin at or after a place (Horspool's search).
  ///
  /// Every answer is looked through, and `firstRange(of:)` takes a thousand times as long.
  fileprivate func firstPlace(of key: [UInt8], from start: Int) -> Int? {
    let (text, key) = (span, key.span)
    let end = key.count - 1
    // How far the key moves on for the byte above its end: to where that byte stands in the key.
    var steps = InlineArray<256, UInt8>(repeating: UInt8(clamping: key.count))
    for place in 0..<end { steps[Int(key[place])] = UInt8(clamping: end - place) }
    var place = start
    while place + end < text.count {
      let byte = text[place + end]
      if byte == key[end] {
        var same = 0
        while same < end, text[place + same] == key[same] { same += 1 }
        if same == end { return place }
      }
      place += Int(steps[Int(byte)])
    }
    return nil
  }
}

extension [Secret] {
  /// Replaces every occurrence of every key; the longest first, lest a part of it stay behind.
  func redacted(from bytes: [UInt8], shortest: Int = 12) -> [UInt8] {
    sorted { $0.value.utf8.count > $1.value.utf8.count }
      .reduce(bytes) { $1.redacted(from: $0, shortest: shortest) }
  }
}
