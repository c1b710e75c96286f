import Records

extension Check {
  /// A piece of the reply's JSON in a text means that the reply was taken apart at the wrong place.
  static let jsonResidue = ofTexts(with: [.bracket, .backslash, .narrowMark], "json-residue") {
    text in
    let piece =
      pieces.matches(in: text.scalars).first.map { text.words($0.place) } ?? text.escape
    return piece.map {
      Problem(text.field.description, "a piece of JSON is left in the text", quote: $0)
    }
  }

  private static let pieces = PhraseTable(
    ["{\"", "\"}", "[\"", "\"]", "\"id\"", "\"bullets\"", "\"remark\"", "\"title\""]
      .map { (phrase: $0, value: true) })
}

extension ReadText {
  /// The first escape of JSON for a character, `\u3042`.
  fileprivate var escape: String? {
    guard traits.contains(.backslash) else { return nil }
    for index in scalars.indices.dropLast(5)
    where scalars[index] == "\\" && scalars[index + 1] == "u" {
      let isEscape = scalars[index + 2..<index + 6].allSatisfy(\.properties.isASCIIHexDigit)
      if isEscape { return words(index..<index + 6) }
    }
    return nil
  }
}
