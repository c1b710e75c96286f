import Records

extension MarkdownText {
  /// What to write in place of one character in the middle of a line, looking at its neighbours; nil for
  /// the character itself.
  func replacement(at index: Int) -> String? {
    let byte = bytes[index]
    if needsBackslash(at: index) { return "\\\(Unicode.Scalar(byte))" }
    switch byte {
    // No backslash stops Liquid.
    case "{" where opensLiquid(at: index): return "&#123;"
    case "&" where beginsEntity(at: index): return "&amp;"
    // kramdown would show a backslash before it.
    case "@" where joinsAddress(at: index): return "&#64;"
    default: return nil
    }
  }

  private func needsBackslash(at index: Int) -> Bool {
    let byte = bytes[index]
    let next = self[index + 1]
    return switch byte {
    case "*", "`", "[", "]", "|", "~": true
    // Both builders set quotes, dashes and ellipses as a printer would.
    case "\"", "'": true
    case "-", ">": self[index - 1] == byte
    case ".": self[index - 1] == "." || endsWWW(at: index)
    case "\\": next?.isSign ?? true
    // Tags begin with a letter of any script, and addresses with nearly anything.
    case "<": scalar(after: index).map { !($0.isWhiteSpace || $0 == "=") } ?? false
    case "$": next == "$" || self[index - 1] == "$"
    case ":": next == "/" && self[index + 2] == "/"
    case "_": !(Self.isWord(scalar(before: index)) && Self.isWord(scalar(after: index)))
    default: false
    }
  }

  private subscript(index: Int) -> UInt8? {
    bytes.indices.contains(index) ? bytes[index] : nil
  }

  /// The character behind the one of ASCII at an index.
  private func scalar(after index: Int) -> Unicode.Scalar? {
    guard let first = self[index + 1] else { return nil }
    guard first >= 0x80 else { return Unicode.Scalar(first) }
    return String(decoding: bytes[(index + 1)...].prefix(4), as: UTF8.self).unicodeScalars.first
  }

  /// The character before the one of ASCII at an index.
  private func scalar(before index: Int) -> Unicode.Scalar? {
    guard let last = self[index - 1] else { return nil }
    guard last >= 0x80 else { return Unicode.Scalar(last) }
    return String(decoding: bytes[..<index].suffix(4), as: UTF8.self).unicodeScalars.last
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || $0.isASCIIDigit } ?? false
  }

  private func opensLiquid(at index: Int) -> Bool {
    let next = self[index + 1]
    return next == "{" || next == "%" || next == ":"
  }

  /// True where the ampersand here would be read as the begin of `&name;` or `&#N;`.
  private func beginsEntity(at index: Int) -> Bool {
    let rest = bytes[(index + 1)...]
    let name = rest.prefix { byte in
      switch byte {
      case "#", "_", ":", ".", "-": true
      default: byte.isLetter || byte.isDigit
      }
    }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  /// True for the sign of a mail address, of which goldmark makes a link.
  private func joinsAddress(at index: Int) -> Bool {
    guard let before = scalar(before: index), let after = scalar(after: index) else { return false }
    return !before.isWhiteSpace && !after.isWhiteSpace
  }

  /// True for the dot of `www.`, of which goldmark makes a link.
  private func endsWWW(at index: Int) -> Bool {
    (1...3).allSatisfy { self[index - $0] == "w" || self[index - $0] == "W" }
  }
}
