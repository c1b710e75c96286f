extension QueryError {
  /// There is nothing to search for.
  static let empty = QueryError(
    message: "the query is empty; write what to search for, such as abs:\"two words\"", offset: 0)

  /// Parentheses that stand too deep within each other.
  static func tooDeep(_ limit: Int, at offset: Int) -> QueryError {
    QueryError(
      message: "parentheses stand within each other more than \(limit) times; take some away",
      offset: offset)
  }

  /// An operator that is not in capital letters.
  static func lowerCase(_ word: String, at offset: Int) -> QueryError {
    let meant = word.uppercased() == "NOT" ? "ANDNOT" : word.uppercased()
    return QueryError(
      message: "arXiv takes '\(word)' for a word to search for, all:\(word); write \(meant) in "
        + "capital letters", offset: offset)
  }

  /// Operators side by side that need parentheses.
  static func mixed(_ one: QueryOperator, _ other: QueryOperator, at offset: Int) -> QueryError {
    let (one, other) = (one.rawValue, other.rawValue)
    let whole = "A \(one) B \(other) C"
    let subject = one == other ? "two \(one)" : "\(one) and \(other)"
    return QueryError(
      message: "\(subject) stand in one group without parentheses, and arXiv reads \(whole) as "
        + "A \(one) (B \(other) C); write (A \(one) B) \(other) C, or put the parentheses where "
        + "they are meant", offset: offset)
  }

  /// Two parts without an operator between them.
  static func noOperator(at offset: Int) -> QueryError {
    QueryError(
      message: "no operator stands before this, and arXiv puts OR there; write AND, OR or ANDNOT",
      offset: offset)
  }

  /// A word or phrase with neither operator nor field.
  static func looseWord(_ value: String, at offset: Int) -> QueryError {
    QueryError(
      message: "neither operator nor field stands before this, and arXiv reads it as "
        + "OR all:\(value); put words that belong together into quotes, as in abs:\"two words\", or "
        + "write an operator and a field", offset: offset)
  }

  /// A word or phrase without a field.
  static func noField(_ value: String, at offset: Int) -> QueryError {
    QueryError(
      message:
        "no field stands before this, and arXiv searches everything, all:\(value); write the "
        + "field, as in abs:\(value)", offset: offset)
  }

  /// A field that arXiv does not have.
  static func unknownField(_ name: String, at offset: Int) -> QueryError {
    let hint = QueryField.nearest(to: name).map { "; did you mean \($0):?" } ?? ""
    let all = QueryField.allCases.map(\.rawValue).joined(separator: ", ")
    return QueryError(
      message:
        "arXiv has no field '\(name)', and refuses it or takes it for a word\(hint); the fields are "
        + all,
      offset: offset)
  }

  /// A range of dates, which is not a topic's business.
  static func date(_ name: String, at offset: Int) -> QueryError {
    let reading =
      name.lowercased() == "submitteddate"
      ? "arXiv would search within both" : "arXiv takes it for submittedDate:"
    return QueryError(
      message: "\(name): does not belong in a topic, because the program adds the week itself and "
        + "\(reading); leave it out", offset: offset)
  }

  /// A second colon in one term.
  static func colon(at offset: Int) -> QueryError {
    QueryError(
      message:
        "a second ':' stands in this term, and arXiv may take what is before it for a field; "
        + "put what is searched for into quotes", offset: offset)
  }

  /// A field within the parentheses of another.
  static func fieldWithin(_ field: QueryField, at offset: Int) -> QueryError {
    QueryError(
      message: "a field stands within \(field): and its parentheses, and arXiv has no such query; "
        + "write a field before the parentheses or before each term within, not both",
      offset: offset)
  }

  /// A field that no record holds.
  static func notRecorded(_ field: QueryField, at offset: Int) -> QueryError {
    QueryError(
      message: "\(field): cannot be evaluated here, because the records of papers do not hold the "
        + "\(field.noun); only the search of arXiv can", offset: offset)
  }
}
