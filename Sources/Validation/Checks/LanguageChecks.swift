import Records

/// Whether a text is Japanese where readers expect Japanese.
extension Check {
  /// The rules of this file.
  static let language = [notJapanese]

  /// The least share of kana and kanji among a sentence's letters.
  ///
  /// Names and acronyms stay Latin, so a good sentence can be half Latin; an English sentence with
  /// one Japanese word stays far below.
  private static let leastShare = 0.3

  /// An untranslated sentence is the commonest fault of small models.
  private static let notJapanese = Check("not-japanese") { manuscript in
    manuscript.texts.compactMap { field, text in
      let count = ScriptCount(text)
      guard count.letters > 0 else { return nil }
      let share = Double(count.japanese) / Double(count.letters)
      // A title may be mostly names: MimiQ, CIFAR-10. One that is the English title is no translation.
      let least = field == "title" ? (count.japanese > 0 ? 0 : 1) : leastShare
      guard share < least else { return nil }
      return (field, "\(count.japanese) of \(count.letters) letters are Japanese")
    }
  }
}

/// How many letters of a text are Japanese.
struct ScriptCount: Equatable {
  /// Kana and kanji.
  private(set) var japanese = 0
  /// Letters of any script, kana and kanji included.
  private(set) var letters = 0

  /// Counts; digits, punctuation and signs are no letters.
  init(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // Hiragana, katakana with its long mark, half-width katakana, kanji and their repeat mark.
      case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE, 0xFF66...0xFF9D, 0x3005,
        0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F:
        japanese += 1
        letters += 1
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0..<0x80: break
      default: if scalar.properties.isAlphabetic { letters += 1 }
      }
    }
  }
}
