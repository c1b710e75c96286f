package import Records

/// What each part of a query finds among some papers.
package struct QueryExplanation: Sendable, Equatable {
  /// The parts of the query, each before those that it is made of; the first is the whole.
  package let branches: [QueryBranch]
  /// The terms that a paper has, by paper; terms that a query excludes are left out.
  package let matches: [ArXivID: [QueryMatch]]

  /// The papers that the whole query means, in the order that they were given in.
  package var papers: [ArXivID] { branches.first?.papers ?? [] }
}

/// What one part of a query finds.
package struct QueryBranch: Sendable, Equatable {
  /// How many parts stand around it.
  package let depth: Int
  /// The part as it is written.
  package let source: String
  /// True for what stands right behind an `ANDNOT`.
  package let isNegated: Bool
  /// The papers that the part means, whatever the rest of the query says.
  package let papers: [ArXivID]
  /// How many papers no other alternative of the same `OR` means; nil where the part is none.
  package let only: Int?
}

/// A term that a paper has.
package struct QueryMatch: Sendable, Equatable {
  /// The term with its field.
  package let term: String
  /// Some words that stand before what was found; empty at the beginning of the text.
  package let before: String
  /// What was found, as it is written in the paper.
  package let words: String
  /// Some words that stand behind what was found; empty at the end of the text.
  package let after: String
}

extension QueryMatch {
  /// Shows a term's place among its neighbours.
  init(_ term: QueryTerm, _ evidence: QueryEvidence) {
    self.term = term.description
    let text = evidence.text.text
    let neighbours = 4
    let earlier = evidence.text.words.filter { $0.range.upperBound <= evidence.range.lowerBound }
    let later = evidence.text.words.filter { $0.range.lowerBound >= evidence.range.upperBound }
    let start =
      earlier.count > neighbours
      ? earlier[earlier.count - neighbours].range.lowerBound : text.startIndex
    let end = later.count > neighbours ? later[neighbours - 1].range.upperBound : text.endIndex
    let before = Self.line(text[start..<evidence.range.lowerBound])
    let after = Self.line(text[evidence.range.upperBound..<end])
    self.before = (start > text.startIndex ? "…" : "") + before
    words = Self.line(text[evidence.range])
    self.after = after + (end < text.endIndex ? "…" : "")
  }

  /// A piece of a text on one line; its outer spaces stay.
  private static func line(_ text: Substring) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace || scalar.endsLine
      if isSpace, line.last == " " { continue }
      line.append(isSpace ? " " : scalar)
    }
    return String(line)
  }
}
