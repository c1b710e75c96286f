import Foundation

/// Reads TeX's accents and letters, such as `\'e`, `\"{o}`, `\c{c}`, `\v s`, `\o` or `\ss`.
struct TeXLetter {
  /// The text in which they stand.
  let input: [Unicode.Scalar]
  /// True for the names of people, which know more letters, and blanks behind an accent's sign; in a
  /// sentence `\' and` is no accent, and `\d` is rather the authors' own command.
  let isName: Bool

  /// What the command stands for that begins behind a backslash, and where the rest begins; nil where
  /// it is no accent and no letter.
  func read(at place: Int) -> (letters: String, end: Int)? {
    guard let sign = at(place) else { return nil }
    if let mark = Self.marks[sign] { return accented(mark, at: place + 1, spaced: false) }
    let name = commandName(at: place)
    let end = place + name.utf8.count
    if let mark = Self.letterMarks[name] ?? (isName ? Self.rareMarks[name] : nil) {
      return accented(mark, at: end, spaced: true)
    }
    let letters = Self.letters[name] ?? (isName ? Self.rareLetters[name] : nil)
    return letters.map { ($0, endOfCommand(at: end)) }
  }

  /// The scalar at a place; nil behind the end.
  func at(_ place: Int) -> Unicode.Scalar? {
    place < input.count ? input[place] : nil
  }

  /// An accent upon the letter, or the group of one letter, that follows.
  private func accented(
    _ mark: Unicode.Scalar, at start: Int, spaced: Bool
  ) -> (letters: String, end: Int)? {
    var place = start
    while at(place) == " " { place += 1 }
    let isGroup = at(place) == "{"
    if isGroup { place += 1 }
    // `\vs` is another command.
    let isApart = spaced ? place > start || at(place) == "\\" : isName || place == start
    guard isGroup || isApart, let first = at(place) else { return nil }
    var base = first
    place += 1
    // An accent takes the dot's place.
    if first == "\\", let dotless = at(place), ["i", "j"].contains(commandName(at: place)) {
      base = dotless
      place = isGroup ? place + 1 : endOfCommand(at: place + 1)
    }
    guard Self.isLetter(base), !isGroup || at(place) == "}" else { return nil }
    let whole = String(Character(base)) + String(Character(mark))
    return (whole.precomposedStringWithCanonicalMapping, isGroup ? place + 1 : place)
  }

  private func commandName(at place: Int) -> String {
    String(String.UnicodeScalarView(input[place...].prefix(while: Self.isLetter)))
  }

  /// A command takes the space behind it, or `{}`, along.
  private func endOfCommand(at place: Int) -> Int {
    if at(place) == " " { return place + 1 }
    if at(place) == "{", at(place + 1) == "}" { return place + 2 }
    if at(place) == "\\", at(place + 1) == " " { return place + 1 }
    return place
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

  private static let rareMarks: [String: Unicode.Scalar] = ["d": "\u{323}", "b": "\u{331}"]

  private static let letters = [
    "AA": "Å", "AE": "Æ", "L": "Ł", "O": "Ø", "OE": "Œ", "aa": "å", "ae": "æ", "i": "ı", "j": "ȷ",
    "l": "ł", "o": "ø", "oe": "œ", "ss": "ß",
  ]

  private static let rareLetters = [
    "DH": "Ð", "DJ": "Đ", "NG": "Ŋ", "TH": "Þ", "dh": "ð", "dj": "đ", "ng": "ŋ", "th": "þ",
  ]
}
