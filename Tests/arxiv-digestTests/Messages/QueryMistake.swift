import ArXiv
import Testing

/// A query that arXiv would read otherwise, where its mistake is, and the exact message about it.
struct QueryMistake: Sendable, CustomTestStringConvertible {
  /// The query.
  let text: String
  /// How many characters stand before the place.
  let offset: Int
  /// What is said.
  let message: String

  var testDescription: String { text.debugDescription }

  /// Puts the parts together.
  init(_ text: String, _ offset: Int, _ message: String) {
    self.text = text
    self.offset = offset
    self.message = message
  }

  /// All that a query is refused for.
  static let all = ofOperators + ofTerms + ofMarks

  /// Queries that only arXiv can answer, which are refused where records have to.
  static let ofRecords: [QueryMistake] = [
    ("abs:a AND jr:b", 10, "jr", "journal reference"), ("rn:b", 0, "rn", "report number"),
  ].map { text, offset, field, noun in
    QueryMistake(
      text, offset,
      "\(field): cannot be evaluated here, because the records of papers do not hold the \(noun); "
        + "only the search of arXiv can")
  }
}
