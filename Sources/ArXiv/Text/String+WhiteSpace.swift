extension String {
  /// The text with every run of white space made one space, and none at the ends.
  var collapsed: String {
    if isCollapsed { return self }
    var bytes = Array(utf8)
    bytes.collapse()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// True for text of ASCII that has nothing to collapse, as most has.
  private var isCollapsed: Bool {
    var afterSpace = true
    for byte in utf8 {
      let isSpace = byte == 0x20
      guard byte < 0x7F, byte > 0x20 || isSpace && !afterSpace else { return false }
      afterSpace = isSpace
    }
    return !afterSpace || isEmpty
  }

  /// The text without white space at its ends; its line breaks are kept.
  var trimmedEnds: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(scalars[first...last])
  }
}

extension Unicode.Scalar {
  /// True for white space; a look into Unicode's tables is saved for the rare ones.
  var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
