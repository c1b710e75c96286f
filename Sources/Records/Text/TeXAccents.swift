extension String {
  /// The text with TeX's accents and letters turned into the characters that they stand for.
  ///
  /// Names come as `Rouz\'e`, `{\"u}`, `\c{c}`, `\v s`, `\o` or `\ss`. What is no accent or letter is
  /// kept as it is, braces included.
  package var withoutTeX: String {
    guard mayHaveTeXLetters else { return self }
    return TeXAccents(letter: TeXLetter(input: Array(unicodeScalars), isName: true)).text()
  }

  /// False where no backslash stands before an accent's sign, or before one or two letters: most
  /// abstracts with LaTeX have only longer commands, and `\%`.
  private var mayHaveTeXLetters: Bool {
    let bytes = utf8.span
    func isLetter(_ place: Int) -> Bool {
      place < bytes.count && (0x61...0x7A).contains(bytes[place] | 0x20)
    }
    var place = 0
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: "\\") {
        if "'\"`^~=.".utf8.contains(bytes[place + 1]) { return true }
        if isLetter(place + 1), !(isLetter(place + 2) && isLetter(place + 3)) { return true }
      }
      place += 1
    }
    return false
  }
}

/// Reads TeX's accents from left to right.
private struct TeXAccents {
  let letter: TeXLetter

  /// Groups within groups that are looked into.
  private static let deepest = 4

  /// The whole text, converted.
  func text() -> String {
    var result = ""
    var place = 0
    while let scalar = letter.at(place) {
      if let (letters, end) = group(at: place, depth: 0) {
        result += letters
        place = end
      } else {
        result.unicodeScalars.append(scalar)
        // A backslash that is escaped begins nothing.
        if scalar == "\\", letter.at(place + 1) == "\\" {
          result.unicodeScalars.append("\\")
          place += 1
        }
        place += 1
      }
    }
    return result
  }

  /// What the accent, the letter or the group around one stands for, and where it ends; nil where
  /// none begins.
  private func group(at place: Int, depth: Int) -> (letters: String, end: Int)? {
    guard letter.at(place) == "{" else {
      return letter.at(place) == "\\" ? letter.read(at: place + 1) : nil
    }
    guard depth < Self.deepest, let (inner, end) = group(at: place + 1, depth: depth + 1),
      letter.at(end) == "}"
    else { return nil }
    return (inner, end + 1)
  }
}
