/// A text on a page: a title, the authors, a bullet.
package struct PagePart: Sendable, Equatable {
  /// The number of its line; the first one has 1.
  package let line: Int
  /// Where it begins on the line, counted in Unicode scalars; the first one has 1.
  package let column: Int
  /// The Markdown as it is written.
  package let raw: [Unicode.Scalar]

  /// Cuts a text out of a line; white space at its ends stays outside.
  init(_ line: PageText.Line, _ range: Range<Int>) {
    var slice = line.scalars[range]
    while slice.first?.properties.isWhitespace ?? false { slice.removeFirst() }
    while slice.last?.properties.isWhitespace ?? false { slice.removeLast() }
    self.line = line.number
    column = slice.startIndex + 1
    raw = Array(slice)
  }

  /// The characters that were meant: our own escapes are undone, live markup is not.
  package var shown: String { MarkdownUnits(raw).shown }

  /// The column of some of the characters that were meant; the part's own where they are not in it.
  package func column(of words: String?) -> Int {
    guard let words, !words.isEmpty else { return column }
    let units = MarkdownUnits(raw).units
    let place = units.map(\.scalar).firstRange(of: Array(words.unicodeScalars))
    return column + (place.map { units[$0.lowerBound].range.lowerBound } ?? 0)
  }
}
