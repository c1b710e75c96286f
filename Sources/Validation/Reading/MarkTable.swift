/// Values by the marks of words, quick to say that there is none.
struct MarkTable<Value: Sendable>: Sendable {
  private var bits = [UInt64](repeating: 0, count: 128)
  private var values: [UInt64: Value] = [:]

  /// Makes a table from values by words; `stemmed` ones are found by what is left without a plural's
  /// `s`.
  init(_ words: [String: Value], stemmed: Bool = false) {
    for (word, value) in words {
      guard stemmed, let last = Array(in: Array(word.utf8)).last, last.stem != last.mark else {
        self[WordMark(word)] = value
        continue
      }
      self[WordMark(String(word.dropLast()))] = value
    }
  }

  /// False for nearly every mark without a value.
  @inline(__always) func mayHold(_ mark: WordMark) -> Bool { mayHold(mark.value) }

  @inline(__always) private func mayHold(_ mark: UInt64) -> Bool {
    let mixed = WordMark.mixed(mark)
    return bits[Int(mixed >> 57)] & (1 << (mixed & 63)) != 0
  }

  /// The value of a mark, by the mark's own value.
  subscript(_ mark: UInt64) -> Value? { mayHold(mark) ? values[mark] : nil }

  /// The value of a mark.
  subscript(_ mark: WordMark) -> Value? {
    get {
      self[mark.value]
    }
    set {
      let mixed = WordMark.mixed(mark.value)
      bits[Int(mixed >> 57)] |= 1 << (mixed & 63)
      values[mark.value] = newValue
    }
  }
}
