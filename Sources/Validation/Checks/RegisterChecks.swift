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
      guard let ending = politeClauses.first(before: end, in: text.scalars) else { continue }
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
      guard let ending = polite.first(before: end, in: text.scalars) else { continue }
      return Problem(
        text.field.description, "the sentence is in です・ます style",
        quote: String(String.UnicodeScalarView(ending)))
    }
    return nil
  }

  private static let polite = Endings([
    "です", "ます", "でした", "ました", "ません", "でしょう", "ましょう", "ください", "ですか", "ますか", "でしょうか", "ですね", "ますね",
  ])

  /// The same before a comma.
  private static let politeClauses = Endings(
    ["ですが", "ますが", "でしたが", "ましたが", "ませんが", "ですので", "ますので", "まして"])

  /// A remark that ends like a report is not the word to a friend that readers expect.
  private static let formalRemark = ofEachText("formal-remark", severity: .warning) { text in
    guard text.field == .remark, let end = text.sentenceEnds.last,
      let ending = formal.first(before: end, in: text.scalars)
    else { return nil }
    return Problem(
      text.field.description, "the remark ends like a report",
      quote: String(String.UnicodeScalarView(ending)))
  }

  private static let formal = Endings(
    ["である", "された", "している", "していた", "を示す", "と考えられる", "を提案", "が必要"])

  /// A bullet states its fact without saying first what kind of fact it is.
  private static let label = Check("label") { reading in
    reading.bullets.compactMap { text in
      guard let label = text.label, label.allSatisfy(\.isJapanese) else { return nil }
      return Problem(
        text.field.description, "the bullet begins with a label",
        quote: text.words(0..<label.endIndex + 1))
    }
  }
}

extension ReadText {
  /// Up to six characters at the start with a colon behind them, or a bracket around them.
  fileprivate var label: ArraySlice<Unicode.Scalar>? {
    guard let start = scalars.firstIndex(where: { $0 != "【" }) else { return nil }
    let end = scalars[start...].prefix(7).firstIndex { $0 == ":" || $0 == "：" || $0 == "】" }
    guard let end, end > start else { return nil }
    return scalars[start..<end]
  }
}

/// Ends of sentences that are looked for, told apart by their last characters.
private struct Endings: Sendable {
  private let endings: [[Unicode.Scalar]]
  private let bits: UInt64

  init(_ endings: [String]) {
    self.endings = endings.map { Array($0.unicodeScalars) }
    bits = self.endings.compactMap(\.last).reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }

  /// The first of them that stands before a place of a text.
  func first(before end: Int, in text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard end > 0, bits & 1 << UInt64(text[end - 1].value & 63) != 0 else { return nil }
    return endings.first { ending in
      ending.last == text[end - 1] && text[..<end].suffix(ending.count).elementsEqual(ending)
    }
  }
}
