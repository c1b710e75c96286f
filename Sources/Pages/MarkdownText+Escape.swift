extension MarkdownText {
  /// What to write in place of one character in the middle of a line, looking at its neighbours; nil for
  /// the character itself.
  func replacement(at index: Int) -> String? {
    let scalar = scalars[index]
    // Nothing is made of letters and digits, nor of what is beyond ASCII.
    guard scalar.isASCII, !Self.isASCIILetter(scalar), !scalar.isASCIIDigit else { return nil }
    if needsBackslash(at: index) { return "\\\(scalar)" }
    switch scalar {
    // No backslash stops Liquid.
    case "{" where self[index + 1].map { "{%:".unicodeScalars.contains($0) } ?? false:
      return "&#123;"
    case "&" where beginsEntity(at: index): return "&amp;"
    // kramdown would show a backslash before it.
    case "@" where joinsAddress(at: index): return "&#64;"
    default: return nil
    }
  }

  private func needsBackslash(at index: Int) -> Bool {
    let scalar = scalars[index]
    let next = self[index + 1]
    return switch scalar {
    case "*", "`", "[", "]", "|", "~": true
    // Both builders set quotes, dashes and ellipses as a printer would.
    case "\"", "'": true
    case "-", ">": self[index - 1] == scalar
    case ".": self[index - 1] == "." || endsWWW(at: index)
    case "\\": next?.isASCIIPunctuation ?? true
    // Tags begin with a letter of any script, and addresses with nearly anything.
    case "<": next.map { !($0.properties.isWhitespace || $0 == "=") } ?? false
    case "$": next == "$" || self[index - 1] == "$"
    case ":": next == "/" && self[index + 2] == "/"
    case "_": !(isWord(index - 1) && isWord(index + 1))
    default: false
    }
  }

  private subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  private func isWord(_ index: Int) -> Bool {
    self[index].map { $0.properties.isAlphabetic || $0.isASCIIDigit } ?? false
  }

  /// True where the ampersand here would be read as the begin of `&name;` or `&#N;`.
  private func beginsEntity(at index: Int) -> Bool {
    let rest = scalars[(index + 1)...]
    let name = rest.prefix {
      Self.isASCIILetter($0) || $0.isASCIIDigit || "#_:.-".unicodeScalars.contains($0)
    }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  /// True for the sign of a mail address, of which goldmark makes a link.
  private func joinsAddress(at index: Int) -> Bool {
    guard let before = self[index - 1], let after = self[index + 1] else { return false }
    return !before.properties.isWhitespace && !after.properties.isWhitespace
  }

  /// True for the dot of `www.`, of which goldmark makes a link.
  private func endsWWW(at index: Int) -> Bool {
    (1...3).allSatisfy { self[index - $0] == "w" || self[index - $0] == "W" }
  }

  private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
