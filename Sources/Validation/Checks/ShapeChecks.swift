import Records

/// Whether the parts that a page needs are there, each on one line and of a length that reads well.
extension Check {
  /// The rules of this file.
  static func shape(_ rules: Rules) -> [Check] {
    [bulletCount, emptyText, severalLines, length(rules), cutOff, repetition]
  }

  /// A page shows four bullets a paper.
  private static let bulletCount = Check("bullet-count") { reading in
    guard let count = reading.bulletCount, count != 4 else { return [] }
    return [Problem("bullets", "there are \(count) bullets, a page shows four")]
  }

  /// An empty text leaves a hole in the page, or turns its marks into a rule.
  private static let emptyText = ofEachText("empty-text") { text in
    text.isEmpty ? Problem(text, "the text is empty") : nil
  }

  /// A line break would end the list item, or turn half the remark into a paragraph.
  private static let severalLines = ofTexts(with: .lineEnd, "several-lines") { text in
    Problem(text, "the text has more than one line")
  }

  /// What is far longer than such texts are was cut, or never came to its end.
  private static func length(_ rules: Rules) -> Check {
    ofEachText("length") { text in
      let range =
        switch text.field {
        case .title: rules.titleLength
        case .bullet: rules.bulletLength
        case .remark: rules.remarkLength
        }
      let length = text.length
      guard !text.isEmpty, !range.contains(length) else { return nil }
      return Problem(
        text,
        "the text is \(length) characters long, and should have \(range.lowerBound) to \(range.upperBound)"
      )
    }
  }

  /// A text that ends in the middle of a sentence was cut, by an output limit or by a careless split.
  private static let cutOff = ofEachText("cut-off") { text in
    guard let last = text.scalars.last, last.opensMore || text.field.endsNotWith(last) else {
      return nil
    }
    return Problem(
      text.field.description, "the text ends in the middle of a sentence", quote: String(last))
  }

  /// A paper can arrive without a title, and a page without one helps nobody.
  static let missingTitle = Check("missing-title") { reading in
    reading.paper.title.isEmpty
      ? [Problem("title", "arXiv sent no title for this paper; fetch the week again")] : []
  }

  /// A small model fills the remark, or the fourth bullet, with what it wrote before.
  private static let repetition = Check("repetition") { reading in
    var problems: [Problem] = []
    for (place, text) in reading.texts.enumerated() where !text.isEmpty {
      // A title may well come back whole: 「…を提案」.
      let others = reading.texts[..<place].lazy.filter { $0.field != .title && !$0.isEmpty }
      if let other = others.first(where: { text.repeats($0) }) {
        problems.append(Problem(text, "the text repeats \(other.field)"))
      } else if let words = text.loop {
        problems.append(
          Problem(
            text.field.description, "the text says the same over and over", quote: words))
      }
    }
    return problems
  }
}

extension ReadText {
  /// True where nothing but white space is in it.
  var isEmpty: Bool { !traits.contains(.visible) }
}

extension Field {
  /// True for particles that something must follow; a title may be bolder: 「すべての港に潮を」.
  fileprivate func endsNotWith(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .title: false
    case .bullet: scalar == "を" || scalar == "は" || scalar == "が"
    case .remark: scalar == "を"
    }
  }
}

extension Unicode.Scalar {
  /// True for punctuation that something must follow.
  fileprivate var opensMore: Bool {
    switch self {
    case "、", "，", ",", "・", "：", ":", "；", ";", "（", "(", "「", "『", "【", "[", "{": true
    default: false
    }
  }
}
