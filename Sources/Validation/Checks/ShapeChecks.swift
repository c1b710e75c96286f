import Records

/// Whether the parts that a page needs are there, each on one line.
extension Check {
  /// The rules of this file.
  static let shape = [bulletCount, emptyText, severalLines]

  /// A page shows four bullets a paper.
  private static let bulletCount = Check("bullet-count") { manuscript in
    guard let bullets = manuscript.summary?.bullets, bullets.count != 4 else { return [] }
    return [("bullets", "there are \(bullets.count) bullets, a page shows four")]
  }

  /// An empty text leaves a hole in the page, or turns its marks into a rule.
  private static let emptyText = Check.ofEachText("empty-text") { text, _ in
    text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? "the text is empty" : nil
  }

  /// A line break would end the list item, or turn half the remark into a paragraph.
  private static let severalLines = Check.ofEachText("several-lines") { text, _ in
    text.unicodeScalars.contains(where: \.endsLine) ? "the text has more than one line" : nil
  }

  /// A paper can arrive without a title, and a page without one helps nobody.
  static let missingTitle = Check("missing-title") { manuscript in
    manuscript.paper.title.isEmpty
      ? [("title", "arXiv sent no title for this paper; fetch the week again")] : []
  }
}
