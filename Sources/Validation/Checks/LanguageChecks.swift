import Records

/// Whether a text is Japanese where readers expect Japanese.
extension Check {
  /// The rules of this file.
  static let language = [notJapanese]

  /// The least share of kana and kanji among a sentence's letters.
  ///
  /// Names, acronyms and formulas stay Latin, and are four fifths of some good sentences, so the
  /// share alone tells little; runs of plain English words tell the rest.
  private static let leastShare = 0.1

  /// With so many kanji a Japanese sentence has kana too; without, it is Chinese.
  private static let kanjiOfSentence = 10

  /// An untranslated sentence is the commonest fault of small models.
  private static let notJapanese = Check("not-japanese") { manuscript in
    manuscript.texts.compactMap { field, text in
      guard text.contains(where: { !$0.isWhitespace }) else { return nil }
      let count = ScriptCount(text)
      let problem =
        field == "title"
        ? problem(inTitle: count, of: text) : problem(in: text, count)
      return problem.map { (field, $0) }
    }
  }

  /// A title may be mostly names, such as CIFAR-10; without any Japanese it is the English title.
  private static func problem(inTitle count: ScriptCount, of text: String) -> String? {
    // The paper titled "0" has no letters in any language.
    let isNumber = count.letters == 0 && text.contains { $0.isNumber }
    return count.japanese == 0 && !isNumber ? count.description : nil
  }

  private static func problem(in text: String, _ count: ScriptCount) -> String? {
    if count.letters == 0 || Double(count.japanese) < leastShare * Double(count.letters) {
      return count.description
    }
    if count.kana == 0 && count.japanese >= kanjiOfSentence {
      return "\(count.japanese) kanji and no kana are not Japanese"
    }
    return plainWords(in: text).map { "the English words '\($0)' are left in the text" }
  }

  /// So many plain English words in a row are a part of a sentence that nobody translated.
  private static let wordsOfSentence = 4

  /// The first run of plain English words; nil where none is long enough.
  ///
  /// Names begin with a capital, and formulas have signs between their letters, so neither makes a
  /// run of lower-case words.
  private static func plainWords(in text: String) -> String? {
    var run: [Substring] = []
    for word in text.split(separator: " ") {
      let isPlain = word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      run = isPlain && (word.utf8.count > 1 || word == "a") ? run + [word] : []
      if run.count == wordsOfSentence { return run.joined(separator: " ") }
    }
    return nil
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
