import Records

/// Whether the bullets state and the remark chats.
extension Check {
  /// The rules of this file.
  static let register = [politeBullet, politeRemark, formalRemark, label]

  /// Bullets are written in だ・である style.
  private static let politeBullet = ofEachText("polite-style") { text in
    guard case .bullet = text.field else { return nil }
    return politeSentence(in: text) ?? politeClause(in: text)
  }

  private static func politeClause(in text: ReadText) -> Problem? {
    for end in text.scalars.indices where text.scalars[end] == "、" {
      let clause = text.scalars[..<end]
      guard let ending = politeClauses.first(where: { clause.ends(with: $0) }) else { continue }
      return Problem(
        text.field.description, "the sentence is in です・ます style",
        quote: String(String.UnicodeScalarView(ending)))
    }
    return nil
  }

  /// A remark is a word to a friend, who is not spoken to in です・ます.
  private static let politeRemark = ofEachText("polite-remark", severity: .warning) { text in
    text.field == .remark ? politeSentence(in: text) : nil
  }

  private static func politeSentence(in text: ReadText) -> Problem? {
    for end in text.sentenceEnds {
      let sentence = text.scalars[..<end]
      guard let ending = polite.first(where: { sentence.ends(with: $0) }) else { continue }
      return Problem(
        text.field.description, "the sentence is in です・ます style",
        quote: String(String.UnicodeScalarView(ending)))
    }
    return nil
  }

  private static let polite = [
    "です", "ます", "でした", "ました", "ません", "でしょう", "ましょう", "ください", "ですか", "ますか", "でしょうか", "ですね", "ますね",
  ].map { Array($0.unicodeScalars) }

  /// The same before a comma.
  private static let politeClauses = ["ですが", "ますが", "でしたが", "ましたが", "ませんが", "ですので", "ますので", "まして"]
    .map { Array($0.unicodeScalars) }

  /// A remark that ends like a report is not the word to a friend that readers expect.
  private static let formalRemark = ofEachText("formal-remark", severity: .warning) { text in
    guard text.field == .remark, let end = text.sentenceEnds.last,
      let ending = formal.first(where: { text.scalars[..<end].ends(with: $0) })
    else { return nil }
    return Problem(
      text.field.description, "the remark ends like a report",
      quote: String(String.UnicodeScalarView(ending)))
  }

  private static let formal = ["である", "された", "している", "していた", "を示す", "と考えられる", "を提案", "が必要"]
    .map { Array($0.unicodeScalars) }

  /// A bullet states its fact without saying first what kind of fact it is.
  private static let label = Check("label") { reading in
    reading.bullets.compactMap { text in
      let word = text.scalars.prefix { $0 != ":" && $0 != "：" && $0 != "】" }
      guard word.count < text.scalars.count else { return nil }
      let bare = word.drop { $0 == "【" }
      let isLabel =
        (1...6).contains(bare.count)
        && bare.allSatisfy { !Traits(of: $0).isDisjoint(with: [.kana, .kanji]) }
      guard isLabel else { return nil }
      return Problem(
        text.field.description, "the bullet begins with a label",
        quote: text.words(0..<word.count + 1))
    }
  }
}

extension ArraySlice where Element: Equatable {
  /// True where the list ends with another one.
  func ends(with ending: [Element]) -> Bool {
    suffix(ending.count).elementsEqual(ending)
  }
}
