import Records

/// Whether a text is Japanese where readers expect Japanese.
extension Check {
  /// The rules of this file.
  static let language = [
    notJapanese, englishSentence, englishWord, wrongScript, foreignKanji, brokenCharacter,
    controlCharacter,
  ]

  /// With so many kanji a Japanese sentence has kana too; without, it is Chinese.
  private static let kanjiOfSentence = 10

  /// An untranslated sentence is the commonest fault of small models.
  private static let notJapanese = ofEachText("not-japanese") { text in
    guard !text.isEmpty else { return nil }
    let problem = text.field == .title ? problem(inTitle: text) : problem(in: text)
    return problem.map { Problem(text, $0) }
  }

  /// A title may be mostly names, such as CIFAR-10; without any Japanese it is the English title.
  private static func problem(inTitle text: ReadText) -> String? {
    // The paper titled "0" has no letters in any language.
    let isNumber = text.count.letters == 0 && text.traits.contains(.digit)
    return text.count.japanese == 0 && !isNumber ? text.count.description : nil
  }

  private static func problem(in text: ReadText) -> String? {
    let count = text.count
    if !text.isMostlyJapanese { return count.description }
    if count.kana == 0 && count.japanese >= kanjiOfSentence {
      return "\(count.japanese) kanji and no kana are not Japanese"
    }
    return nil
  }

  /// So many plain English words in a row are a part of a sentence that nobody translated.
  private static let wordsOfSentence = 4
  /// So many are too many wherever they stand in a text.
  private static let mostWords = 6

  private static let englishSentence = ofTexts(with: .latin, "english-sentence") { text in
    guard text.isMostlyJapanese else { return nil }
    let words = text.plainWords
    let range: Range<Int>? =
      text.longestRun(of: words, atLeast: wordsOfSentence)
      ?? (text.field != .title && words.count >= mostWords
        ? words[0].range.lowerBound..<words[words.count - 1].range.upperBound : nil)
    return range.map { Problem(text, "English words are left in the text", at: $0) }
  }

  /// A word by itself may be what readers say, or what a model did not know.
  private static let englishWord = ofTexts(with: .latin, "english-word", severity: .warning) {
    text in
    guard text.isMostlyJapanese else { return nil }
    let words = text.plainWords
    guard words.count < mostWords, text.longestRun(of: words, atLeast: wordsOfSentence) == nil,
      let first = words.first(where: { $0.range.count > 2 })
    else { return nil }
    return Problem(text, "an English word is left in the text", at: first.range)
  }

  private static let wrongScript = ofTexts(with: [.foreign, .greek], "wrong-script") { text in
    if let place = text.greekInWord {
      return Problem(
        text.field.description, "a Greek letter stands in a Latin word", quote: text.words(place))
    }
    return text.first(.foreign).map {
      Problem(text.field.description, "the text holds a letter of another script", quote: $0)
    }
  }

  private static let foreignKanji = ofTexts(with: .foreignKanji, "foreign-kanji") { text in
    text.first(.foreignKanji).map {
      Problem(text.field.description, "the character is Chinese and not Japanese", quote: $0)
    }
  }

  private static let brokenCharacter = ofEachText("broken-character") { text in
    if let first = text.scalars.first, !first.isUsual,
      first.properties.generalCategory == .nonspacingMark
    {
      return Problem(
        text.field.description, "the text begins with half a character: \(name(of: String(first)))")
    }
    return text.traits.contains(.broken) ? brokenCharacter(in: text) : nil
  }

  private static func brokenCharacter(in text: ReadText) -> Problem? {
    text.first(.broken).map {
      Problem(
        text.field.description, "the text holds a character that means nothing: \(name(of: $0))")
    }
  }

  /// A character that shows nothing can turn the reading of the page around, or steer a terminal.
  private static let controlCharacter = ofTexts(with: .hidden, "control-character") { text in
    text.first(.hidden).map {
      Problem(
        text.field.description, "the text holds a character that shows nothing: \(name(of: $0))")
    }
  }

  private static func name(of character: String) -> String {
    let value = character.unicodeScalars.first?.value ?? 0
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension ReadText {
  /// A Greek capital that looks like a Latin one, beside a Latin capital.
  fileprivate var greekInWord: Range<Int>? {
    guard traits.contains(.greek) else { return nil }
    func isCapital(_ place: Int) -> Bool {
      scalars.indices.contains(place) && (0x41...0x5A).contains(scalars[place].value)
    }
    return scalars.indices.first { place in
      (0x391...0x3A9).contains(scalars[place].value)
        && (isCapital(place - 1) || isCapital(place + 1))
    }.map { max(0, $0 - 1)..<min(scalars.count, $0 + 2) }
  }

  /// True where a share of the letters is Japanese.
  ///
  /// Names, acronyms and formulas stay Latin, and are nine tenths of some good sentences, so the share
  /// alone tells little; runs of plain English words tell the rest.
  var isMostlyJapanese: Bool { count.japanese > 0 && count.japanese * 10 >= count.letters }

  /// The bytes of the first words in a row that are so many.
  fileprivate func longestRun(of words: [LatinWord], atLeast least: Int) -> Range<Int>? {
    var run: [LatinWord] = []
    for word in words {
      let isNext =
        run.last.map { last in
          word.range.lowerBound == last.range.upperBound + 1
            && bytes[last.range.upperBound] == UInt8(ascii: " ")
        } ?? false
      run = isNext ? run + [word] : [word]
      if run.count == least { return run[0].range.lowerBound..<word.range.upperBound }
    }
    return nil
  }

  /// The first character of a kind.
  fileprivate func first(_ trait: Traits) -> String? {
    scalars.first { Traits(of: $0).contains(trait) }.map { String($0) }
  }

  /// For each byte, whether it stands outside of formulas and of 「」, where other people speak.
  private var bytesOutsideQuotes: [Bool] {
    var outside = [Bool](repeating: true, count: bytes.count)
    var (isFormula, isQuote) = (false, false)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "$") { isFormula.toggle() }
      // 「 and 」 in UTF-8 are E3 80 8C and E3 80 8D.
      if byte == 0xE3, bytes[index + 1] == 0x80 {
        isQuote = bytes[index + 2] == 0x8C || isQuote && bytes[index + 2] != 0x8D
      }
      outside[index] = !isFormula && !isQuote
    }
    return outside
  }

  /// English words in small letters, outside of formulas and quotes; `a` is one, other single letters are not.
  fileprivate var plainWords: [LatinWord] {
    guard words.contains(where: \.isPlain) else { return [] }
    let outside = bytesOutsideQuotes
    return words.filter { word in
      let start = word.range.lowerBound
      guard word.isPlain, outside[start], !word.isFunction else { return false }
      if start > 0, "\\{_^".utf8.contains(bytes[start - 1]) { return false }
      return word.range.count > 1 || bytes[start] == UInt8(ascii: "a")
    }
  }
}
