/// Why a query is not what was meant, and where.
package struct QueryError: Error, Equatable {
  /// What is wrong, what arXiv would make of it, and what to write instead.
  package let message: String
  /// How many characters stand before the place, counted as Unicode scalars.
  package let offset: Int

  /// The query on one line, and below it a caret under the place, each behind an indent.
  ///
  /// Of a long query only the neighbourhood is shown. Where wide characters stand before the place,
  /// the caret stands too far to the left.
  package func caretLines(in text: String, indent: String = "") -> String {
    let scalars = text.unicodeScalars
    let reach = 36
    let first = offset > 2 * reach ? offset - reach : 0
    let last = min(scalars.count, max(offset + reach, first + 2 * reach))
    let head = first > 0 ? "…" : ""
    let tail = last < scalars.count ? "…" : ""
    let line = head + QueryText.line(scalars, first..<max(first, last)) + tail
    let space = String(repeating: " ", count: offset - first + head.count)
    return "\(indent)\(line)\n\(indent)\(space)^"
  }
}

/// Puts pieces of queries on one line.
enum QueryText {
  /// A range of a text, with a space for every white space and line end.
  static func line(_ scalars: String.UnicodeScalarView, _ range: Range<Int>) -> String {
    var line = String.UnicodeScalarView()
    for scalar in scalars.dropFirst(range.lowerBound).prefix(range.count) {
      line.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    return String(line)
  }
}
