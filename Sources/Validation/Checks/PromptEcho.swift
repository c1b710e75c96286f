import Records

extension Check {
  /// A reply that repeats a part of its prompt says nothing about the paper.
  static func promptEcho(_ prompts: [String]) -> Check {
    let windows = Windows(of: prompts)
    return ofEachText("prompt-echo") { text in
      windows.first(in: text.scalars).map {
        Problem(
          text.field.description, "the text repeats the instructions", quote: text.words($0))
      }
    }
  }
}

/// Every run of fourteen characters of some texts: so many are no accident.
private struct Windows: Sendable {
  private static let length = 14
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let dropped = (0..<length).reduce(UInt64(1)) { power, _ in power &* base }

  private var bits = [UInt64](repeating: 0, count: 1024)
  private var marks: Set<UInt64> = []

  init(of texts: [String]) {
    for line in texts.flatMap({ $0.unicodeScalars.split(whereSeparator: \.endsLine) }) {
      let scalars = Array(line)
      Self.forEach(in: scalars) { mark, end in
        // English terms are the paper's words as well.
        let run = scalars[(end - Self.length)..<end]
        guard run.count(where: \.isJapanese) >= Self.length / 2 else { return true }
        marks.insert(mark)
        bits[Int(mark >> 54)] |= 1 << (mark >> 48 & 63)
        return true
      }
    }
  }

  /// The first run that a text has in common.
  func first(in scalars: [Unicode.Scalar]) -> Range<Int>? {
    guard !marks.isEmpty else { return nil }
    var found: Range<Int>?
    let bits = bits.span
    Self.forEach(in: scalars) { mark, end in
      guard bits[Int(mark >> 54)] & (1 << (mark >> 48 & 63)) != 0, marks.contains(mark) else {
        return true
      }
      found = end - Self.length..<end
      return false
    }
    return found
  }

  /// Calls `body` with the mark and the end of each run, until it returns false.
  @inline(__always)
  private static func forEach(in scalars: [Unicode.Scalar], _ body: (UInt64, Int) -> Bool) {
    var mark: UInt64 = 0
    let (text, dropped) = (scalars.span, dropped)
    for index in 0..<min(length - 1, text.count) {
      mark = mark &* base &+ UInt64(text[index].value)
    }
    var index = length - 1
    while index < text.count {
      mark = mark &* base &+ UInt64(text[index].value)
      if index >= length { mark = mark &- dropped &* UInt64(text[index - length].value) }
      index += 1
      if !body(mark ^ mark >> 31, index) { return }
    }
  }
}
