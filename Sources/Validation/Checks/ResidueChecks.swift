import Records

/// Whether something is left in a text that belongs to the making of it.
extension Check {
  /// The rules of this file.
  static let residue = [codeFence, listMark, thinkBlock, jsonResidue]

  /// A fence would make code of the rest of the page.
  private static let codeFence = ofTexts(with: .fence, "code-fence") { text in
    for fence in ["```", "~~~"] where text.scalars.containsRun(Array(fence.unicodeScalars)) {
      return Problem(text.field.description, "a code fence is left in the text", quote: fence)
    }
    return nil
  }

  /// The page sets its own list marks.
  private static let listMark = ofEachText("list-mark") { text in
    guard let first = text.scalars.first, !(0x3041...0x9FFF).contains(first.value) else {
      return nil
    }
    let start = text.text.unicodeScalars.drop(while: \.properties.isWhitespace)
    return start.behindListMark == nil ? nil : Problem(text, "the text begins with a list mark")
  }

  /// A heading of the prompt in a reply means that the model copied its instructions.
  static func promptHeading(_ headings: [String]) -> Check {
    let headings = headings.filter { !$0.isEmpty }.map { Array($0.unicodeScalars) }
    return ofEachText("prompt-heading") { text in
      if text.scalars.first == "#" { return Problem(text, "the text begins as a heading") }
      let bare = text.scalars.drop { $0 == "#" || !$0.isUsual && $0.properties.isWhitespace }
      let copied = headings.first { heading in
        guard bare.starts(with: heading) else { return false }
        let next = bare.dropFirst(heading.count).first
        return next == nil || next == ":" || next == "："
      }
      return copied.map {
        Problem(
          text.field.description, "the text begins with a heading of the prompt",
          quote: String(String.UnicodeScalarView($0)))
      }
    }
  }

  /// What a reasoning model thinks aloud is not for readers.
  private static let thinkBlock = ofTexts(with: .angle, "think-block") { text in
    thinkMarks.matches(in: text.scalars).first.map { match in
      Problem(
        text.field.description, "a <think> mark is left in the text",
        quote: text.words(match.place))
    }
  }

  private static let thinkMarks = PhraseTable(
    ["<think", "</think"].map { (phrase: $0, value: true) })
}
