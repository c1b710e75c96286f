import Records

/// Whether a text is Japanese where readers expect Japanese.
extension Check {
  /// The rules of this file.
  static let language = [notJapanese]

  /// The least share of kana and kanji among a sentence's letters.
  ///
  /// Names, acronyms and formulas stay Latin, and are four fifths of some good sentences; an English
  /// sentence with one Japanese word stays below a twentieth.
  private static let leastShare = 0.1

  /// With so many kanji a Japanese sentence has kana too; without, it is Chinese.
  private static let kanjiOfSentence = 10

  /// An untranslated sentence is the commonest fault of small models.
  private static let notJapanese = Check("not-japanese") { manuscript in
    manuscript.texts.compactMap { field, text in
      guard text.contains(where: { !$0.isWhitespace }) else { return nil }
      let count = ScriptCount(text)
      let problem = field == "title" ? problem(inTitle: count) : problem(inSentence: count)
      return problem.map { (field, $0) }
    }
  }

  /// A title may be mostly names, such as CIFAR-10; without any Japanese it is the English title.
  private static func problem(inTitle count: ScriptCount) -> String? {
    count.letters > 0 && count.japanese == 0 ? count.description : nil
  }

  private static func problem(inSentence count: ScriptCount) -> String? {
    if count.letters == 0 || Double(count.japanese) < leastShare * Double(count.letters) {
      return count.description
    }
    return count.kana == 0 && count.japanese >= kanjiOfSentence
      ? "\(count.japanese) kanji and no kana are not Japanese" : nil
  }
}

/// How many letters of a text are Japanese.
struct ScriptCount: Equatable, CustomStringConvertible {
  /// Hiragana and katakana.
  private(set) var kana = 0
  /// Kana and kanji.
  private(set) var japanese = 0
  /// Letters of any script, kana and kanji included.
  private(set) var letters = 0

  /// Counts; digits, punctuation and signs are no letters.
  init(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // Hiragana, katakana with its long mark, half-width katakana.
      case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE, 0xFF66...0xFF9D:
        kana += 1
        japanese += 1
        letters += 1
      // Kanji and their repeat mark.
      case 0x3005, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F:
        japanese += 1
        letters += 1
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0..<0x80: break
      default: if scalar.properties.isAlphabetic { letters += 1 }
      }
    }
  }

  var description: String { "\(japanese) of \(letters) letters are Japanese" }
}
