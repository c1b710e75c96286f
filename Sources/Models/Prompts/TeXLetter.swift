import Foundation

/// Reads TeX's accents and letters, such as `\'e`, `\"{o}`, `\c{c}`, `\v s`, `\o` or `\ss`.
enum TeXLetter {
  /// What a command stands for, and where the rest begins; nil where it is no accent and no letter.
  ///
  /// `place` is that behind the backslash.
  static func read(_ input: [Unicode.Scalar], at place: Int) -> (letters: String, end: Int)? {
    guard place < input.count else { return nil }
    if let mark = marks[input[place]] { return accented(mark, input, at: place + 1, spaced: false) }
    let name = commandName(input, at: place)
    let end = place + name.utf8.count
    if let mark = letterMarks[name] { return accented(mark, input, at: end, spaced: true) }
    return letters[name].map { ($0, endOfCommand(input, at: end)) }
  }

  /// An accent upon the letter, or the group of one letter, that follows.
  private static func accented(
    _ mark: Unicode.Scalar, _ input: [Unicode.Scalar], at start: Int, spaced: Bool
  ) -> (letters: String, end: Int)? {
    func at(_ place: Int) -> Unicode.Scalar? { place < input.count ? input[place] : nil }
    var place = start
    while at(place) == " " { place += 1 }
    let isGroup = at(place) == "{"
    if isGroup { place += 1 }
    // `\vs` is another command, and a quotation mark before a space no accent.
    guard isGroup || (spaced ? place > start || at(place) == "\\" : place == start) else {
      return nil
    }
    guard let first = at(place) else { return nil }
    var base = first
    place += 1
    if first == "\\", let dotless = at(place), ["i", "j"].contains(commandName(input, at: place)) {
      base = dotless
      place = isGroup ? place + 1 : endOfCommand(input, at: place + 1)
    }
    guard isLetter(base), !isGroup || at(place) == "}" else { return nil }
    let whole = String(Character(base)) + String(Character(mark))
    return (whole.precomposedStringWithCanonicalMapping, isGroup ? place + 1 : place)
  }

  private static func commandName(_ input: [Unicode.Scalar], at place: Int) -> String {
    String(String.UnicodeScalarView(input[place...].prefix(while: isLetter)))
  }

  /// A command takes the space behind it, or `{}`, along.
  private static func endOfCommand(_ input: [Unicode.Scalar], at place: Int) -> Int {
    if input[place...].starts(with: ["{", "}"]) { return place + 2 }
    return input[place...].first == " " ? place + 1 : place
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// Combining characters for the accents that are written as signs.
  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    ".": "\u{307}", "\"": "\u{308}",
  ]

  /// Combining characters for the accents that are written as letters.
  private static let letterMarks: [String: Unicode.Scalar] = [
    "u": "\u{306}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "c": "\u{327}", "k": "\u{328}",
  ]

  private static let letters = [
    "AA": "Å", "AE": "Æ", "L": "Ł", "O": "Ø", "OE": "Œ", "aa": "å", "ae": "æ", "i": "ı", "j": "ȷ",
    "l": "ł", "o": "ø", "oe": "œ", "ss": "ß",
  ]
}
