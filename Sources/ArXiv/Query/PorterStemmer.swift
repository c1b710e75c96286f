/// Takes the endings off English words, as Porter's algorithm does.
///
/// See "An algorithm for suffix stripping", Program 14 (1980), and
/// https://tartarus.org/martin/PorterStemmer/ for the two changes that its author made later. Words
/// that are not plain Latin stay as they are.
struct PorterStemmer {
  private var word: [UInt8]

  /// The stem of a word in lower case.
  static func stem(of word: String) -> String {
    // No English word is longer, and what is not from the language should take no time.
    guard (3...64).contains(word.utf8.count), word.utf8.allSatisfy({ $0 < 0x80 }) else {
      return word
    }
    var stemmer = PorterStemmer(word: Array(word.utf8))
    stemmer.dropPlural()
    stemmer.dropTense()
    stemmer.turnY()
    stemmer.shortenDouble()
    stemmer.shortenSingle()
    stemmer.dropSuffix()
    stemmer.tidy()
    return String(decoding: stemmer.word, as: UTF8.self)
  }

  /// Step 1a.
  private mutating func dropPlural() {
    if ends("sses") || ends("ies") {
      word.removeLast(2)
    } else if ends("s"), !ends("ss") {
      word.removeLast()
    }
  }

  /// Step 1b.
  private mutating func dropTense() {
    if ends("eed") {
      if measure(word.count - 3) > 0 { word.removeLast() }
      return
    }
    guard let ending = ["ed", "ing"].first(where: ends), hasVowel(word.count - ending.utf8.count)
    else { return }
    word.removeLast(ending.utf8.count)
    if ends("at") || ends("bl") || ends("iz") {
      word.append(UInt8(ascii: "e"))
    } else if endsInDouble, !["l", "s", "z"].contains(where: ends) {
      word.removeLast()
    } else if measure(word.count) == 1, endsShort(word.count) {
      word.append(UInt8(ascii: "e"))
    }
  }

  /// Step 1c.
  private mutating func turnY() {
    if ends("y"), hasVowel(word.count - 1) { word[word.count - 1] = UInt8(ascii: "i") }
  }

  /// Step 2, with the author's changes: `bli` stands for `abli`, and `logi` is new.
  private mutating func shortenDouble() {
    replace(
      [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"),
        ("izer", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"),
        ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
        ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
      ])
  }

  /// Step 3.
  private mutating func shortenSingle() {
    replace(
      [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"),
        ("ful", ""), ("ness", ""),
      ])
  }

  /// Step 4: of the endings that fit, the longest one counts, even where it may not be dropped.
  private mutating func dropSuffix() {
    let endings = [
      "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
      "ive", "ize", "ion", "al", "er", "ic", "ou",
    ]
    guard let ending = endings.first(where: ends) else { return }
    let rest = word.count - ending.utf8.count
    guard measure(rest) > 1 else { return }
    if ending == "ion", ![UInt8(ascii: "s"), UInt8(ascii: "t")].contains(word[rest - 1]) { return }
    word.removeLast(ending.utf8.count)
  }

  /// Step 5.
  private mutating func tidy() {
    if ends("e") {
      let measure = measure(word.count - 1)
      if measure > 1 || measure == 1 && !endsShort(word.count - 1) { word.removeLast() }
    }
    if ends("ll"), measure(word.count) > 1 { word.removeLast() }
  }

  /// Replaces the ending that fits, where something with a measure stands before it.
  private mutating func replace(_ endings: [(String, String)]) {
    guard let (ending, other) = endings.first(where: { ends($0.0) }) else { return }
    let rest = word.count - ending.utf8.count
    guard measure(rest) > 0 else { return }
    word.removeLast(ending.utf8.count)
    word += other.utf8
  }
}

extension PorterStemmer {
  private func ends(_ ending: String) -> Bool {
    word.count > ending.utf8.count && word.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  /// True for a letter other than a, e, i, o, u, and other than a y behind a consonant.
  private func isConsonant(_ index: Int) -> Bool {
    switch word[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      false
    case UInt8(ascii: "y"): index == 0 || !isConsonant(index - 1)
    default: true
    }
  }

  /// How many times a vowel is followed by a consonant among the first letters: the paper's m.
  private func measure(_ count: Int) -> Int {
    var measure = 0
    var wasVowel = false
    for index in 0..<count {
      let isVowel = !isConsonant(index)
      if wasVowel, !isVowel { measure += 1 }
      wasVowel = isVowel
    }
    return measure
  }

  private func hasVowel(_ count: Int) -> Bool { (0..<count).contains { !isConsonant($0) } }

  /// The paper's *d.
  private var endsInDouble: Bool {
    let last = word.count - 1
    return last > 0 && word[last] == word[last - 1] && isConsonant(last)
  }

  /// The paper's *o: consonant, vowel, and a consonant other than w, x, y.
  private func endsShort(_ count: Int) -> Bool {
    guard count > 2, isConsonant(count - 3), !isConsonant(count - 2), isConsonant(count - 1) else {
      return false
    }
    return !"wxy".utf8.contains(word[count - 1])
  }
}
