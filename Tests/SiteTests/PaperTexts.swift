import TestSupport

extension ShelvedPaper.Texts {
  /// A text alone, at the beginning, at the end and inside of others.
  static func around(_ text: String) -> [Self] {
    [text, "\(text) 潮", "港 \(text)", "a\(text)b"].filter { !SeenText.line($0).isEmpty }
      .map(filled)
  }

  /// The same text in all places.
  static func filled(with text: String) -> Self {
    Self(
      title: text, japaneseTitle: text, authors: [text, text], bullets: [text, text, text, text],
      remark: text, comment: text, categories: [text, text])
  }

  /// Another random text in each place.
  static func random(_ dice: inout Dice) -> Self {
    func text() -> String {
      while true {
        let text = dice.text(of: HostileText.alphabet, upTo: 24)
        // Validation takes no empty text.
        if !SeenText.line(text).isEmpty { return text }
      }
    }
    return Self(
      title: text(), japaneseTitle: text(), authors: [text(), text()],
      bullets: [text(), text(), text(), text()], remark: text(), comment: text(),
      categories: [text(), text()])
  }
}
