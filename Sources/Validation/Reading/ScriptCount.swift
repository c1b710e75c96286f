/// How many letters of a text are Japanese.
struct ScriptCount: Equatable, Sendable, CustomStringConvertible {
  /// Hiragana and katakana.
  private(set) var kana = 0
  /// Kana and kanji.
  private(set) var japanese = 0
  /// Letters of any script, kana and kanji included.
  private(set) var letters = 0

  /// Counts one more character; digits, punctuation and signs are no letters.
  mutating func add(_ traits: Traits) { add(1, traits) }

  /// Counts some more characters of one kind.
  mutating func add(_ count: Int, _ traits: Traits) {
    guard traits.contains(.letter) else { return }
    letters += count
    if traits.contains(.kana) {
      kana += count
      japanese += count
    } else if traits.contains(.kanji) {
      japanese += count
    }
  }

  var description: String { "\(japanese) of \(letters) letters are Japanese" }
}

extension ScriptCount {
  /// Counts the letters of a text.
  init(_ text: String) {
    for scalar in text.unicodeScalars { add(Traits(of: scalar)) }
  }
}
