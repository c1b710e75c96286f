import Foundation

extension String {
  /// The text with TeX's accents and letters turned into the characters that they stand for.
  ///
  /// Names come as `Rouz\'e`, `{\"u}`, `\c{c}`, `\v s`, `\o` or `\ss`. What is no accent or letter is
  /// kept as it is, braces included.
  package var withoutTeX: String {
    guard utf8.contains(UInt8(ascii: "\\")) else { return self }
    return TeXReader(self).text()
  }
}

/// Reads TeX's accents from left to right.
private struct TeXReader {
  private let input: [Unicode.Scalar]

  /// Groups within groups that are looked into.
  private static let deepest = 4

  init(_ text: String) {
    input = Array(text.unicodeScalars)
  }

  /// The whole text, converted.
  func text() -> String {
    var result = ""
    var place = 0
    while place < input.count {
      if let (letters, end) = letter(at: place, depth: 0) {
        result += letters
        place = end
      } else {
        result.unicodeScalars.append(input[place])
        // A backslash that is escaped begins nothing.
        if at(place) == "\\", at(place + 1) == "\\" {
          result.unicodeScalars.append("\\")
          place += 1
        }
        place += 1
      }
    }
    return result
  }

  private func at(_ place: Int) -> Unicode.Scalar? {
    place < input.count ? input[place] : nil
  }

  /// What the accent, the letter or the group around one stands for, and where it ends; nil where
  /// none begins.
  private func letter(at place: Int, depth: Int) -> (String, end: Int)? {
    if at(place) == "{" {
      guard depth < Self.deepest, let (inner, end) = letter(at: place + 1, depth: depth + 1),
        at(end) == "}"
      else { return nil }
      return (inner, end + 1)
    }
    guard at(place) == "\\", let mark = at(place + 1) else { return nil }
    if let accent = Self.marks[mark] { return accented(accent, at: place + 2, spaced: false) }
    let name = commandName(at: place + 1)
    if let first = name.unicodeScalars.first, name.utf8.count == 1,
      let accent = Self.letterMarks[first]
    {
      return accented(accent, at: place + 2, spaced: true)
    }
    guard let letters = Self.letters[name] else { return nil }
    return (letters, endOfCommand(at: place + 1 + name.utf8.count))
  }

  private func commandName(at place: Int) -> String {
    var name = ""
    while let scalar = at(place + name.utf8.count), Self.isLetter(scalar) {
      name.unicodeScalars.append(scalar)
    }
    return name
  }

  /// A command takes the space after it, or `{}`, along.
  private func endOfCommand(at place: Int) -> Int {
    if at(place) == " " { return place + 1 }
    if at(place) == "{", at(place + 1) == "}" { return place + 2 }
    if at(place) == "\\", at(place + 1) == " " { return place + 1 }
    return place
  }

  /// An accent upon the letter, or the group of one letter, that follows.
  private func accented(
    _ accent: Unicode.Scalar, at start: Int, spaced: Bool
  ) -> (String, end: Int)? {
    var place = start
    while at(place) == " " { place += 1 }
    let isGroup = at(place) == "{"
    if isGroup { place += 1 }
    // `\vs` would be another command.
    guard isGroup || !spaced || place > start || at(place) == "\\" else { return nil }
    let base: String
    if let scalar = at(place), Self.isLetter(scalar) {
      base = String(Character(scalar))
      place += 1
    } else if at(place) == "\\", let dotless = Self.dotless[commandName(at: place + 1)] {
      base = dotless
      place = isGroup ? place + 2 : endOfCommand(at: place + 2)
    } else {
      return nil
    }
    if isGroup {
      guard at(place) == "}" else { return nil }
      place += 1
    }
    let whole = base + String(Character(accent))
    return (whole.precomposedStringWithCanonicalMapping, place)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// Combining characters for the accents that are written as marks.
  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    ".": "\u{307}", "\"": "\u{308}",
  ]

  /// Combining characters for the accents that are written as letters.
  private static let letterMarks: [Unicode.Scalar: Unicode.Scalar] = [
    "u": "\u{306}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "d": "\u{323}",
    "c": "\u{327}", "k": "\u{328}", "b": "\u{331}",
  ]

  /// An accent takes the dot's place.
  private static let dotless = ["i": "i", "j": "j"]

  private static let letters = [
    "AA": "Å", "AE": "Æ", "DH": "Ð", "DJ": "Đ", "L": "Ł", "NG": "Ŋ", "O": "Ø", "OE": "Œ",
    "TH": "Þ", "aa": "å", "ae": "æ", "dh": "ð", "dj": "đ", "i": "ı", "j": "ȷ", "l": "ł",
    "ng": "ŋ", "o": "ø", "oe": "œ", "ss": "ß", "th": "þ",
  ]
}
