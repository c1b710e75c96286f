/// A few bytes that are looked for in many.
///
/// By Horspool's algorithm, which never looks at most of the bytes.
struct BytePattern: Sendable {
  private let bytes: [UInt8]
  /// How far the pattern can be moved when its last place stands on a byte.
  private let steps: [Int]

  /// Takes a text of at least one byte.
  init(_ text: String) {
    bytes = Array(text.utf8)
    var steps = [Int](repeating: max(1, bytes.count), count: 256)
    for (place, byte) in bytes.dropLast().enumerated() {
      steps[Int(byte)] = bytes.count - 1 - place
    }
    self.steps = steps
  }

  /// True where the bytes hold the pattern.
  func isFound(in slice: ArraySlice<UInt8>) -> Bool {
    let text = slice.span
    let pattern = bytes.span
    let steps = steps.span
    guard !pattern.isEmpty else { return true }
    var end = pattern.count - 1
    while end < text.count {
      var back = 0
      while back < pattern.count, text[end - back] == pattern[pattern.count - 1 - back] {
        back += 1
      }
      if back == pattern.count { return true }
      end += steps[Int(text[end])]
    }
    return false
  }
}
