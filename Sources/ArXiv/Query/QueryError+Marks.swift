extension QueryError {
  /// A phrase without an end.
  static func openQuote(at offset: Int) -> QueryError {
    QueryError(
      message: "this quote is never closed, and arXiv refuses the query; add the second \"",
      offset: offset)
  }

  /// A group without an end.
  static func openGroup(at offset: Int) -> QueryError {
    QueryError(
      message: "this parenthesis is never closed, and arXiv refuses the query; add the ')'",
      offset: offset)
  }

  /// An end without a group.
  static func strayClose(at offset: Int) -> QueryError {
    QueryError(
      message: "no '(' belongs to this parenthesis, and arXiv refuses the query; take it away, or "
        + "add the '('", offset: offset)
  }

  /// Parentheses around nothing.
  static func emptyGroup(at offset: Int) -> QueryError {
    QueryError(
      message:
        "nothing stands within these parentheses, and arXiv refuses the query; fill them, or "
        + "take them away", offset: offset)
  }

  /// Quotes around nothing that counts.
  static func emptyPhrase(at offset: Int) -> QueryError {
    QueryError(
      message: "nothing that can be searched for stands within these quotes, and arXiv finds every "
        + "paper by that, or none; write words of letters or digits", offset: offset)
  }

  /// A field with nothing behind it.
  static func emptyTerm(_ field: QueryField, at offset: Int) -> QueryError {
    QueryError(
      message: "nothing that can be searched for stands right behind \(field):, and arXiv refuses "
        + "that or searches for something else; write a word or a phrase there, without a space, as "
        + "in \(field):\"two words\"", offset: offset)
  }

  /// An operator at the beginning.
  static func nothingBefore(_ name: String, at offset: Int) -> QueryError {
    QueryError(
      message: "nothing stands before \(name), and arXiv refuses the query; write a term there, or "
        + "take \(name) away", offset: offset)
  }

  /// An operator at the end, or before another one.
  static func nothingAfter(_ name: String, at offset: Int) -> QueryError {
    QueryError(
      message: "no term stands after \(name), and arXiv refuses the query; write one, or take "
        + "\(name) away", offset: offset)
  }

  /// A `NOT` or `ANDNOT` at the beginning.
  static func leadingNot(_ name: String, at offset: Int) -> QueryError {
    QueryError(
      message:
        "no term stands before \(name), and arXiv takes all papers but some; say what to search "
        + "for first, as in A ANDNOT B", offset: offset)
  }

  /// An operator without a space beside it.
  static func tight(_ name: String, at offset: Int) -> QueryError {
    QueryError(
      message:
        "\(name) touches what is beside it, and arXiv may take it for a part of that or lose it; "
        + "put a space before and behind \(name)", offset: offset)
  }

  /// A phrase whose last quote stands behind a backslash.
  static func escapedQuote(at offset: Int) -> QueryError {
    QueryError(
      message: "a backslash stands before this quote, and arXiv takes the quote for a part of the "
        + "phrase; take the backslash away", offset: offset)
  }

  /// A wildcard at the beginning of a term.
  static func leadingWildcard(at offset: Int) -> QueryError {
    QueryError(
      message:
        "arXiv refuses a wildcard at the beginning of a word; begin with a letter or a digit",
      offset: offset)
  }

  /// A wildcard in a phrase.
  static func quotedWildcard(at offset: Int) -> QueryError {
    QueryError(
      message: "arXiv takes a wildcard within quotes for a plain character; write the endings out, "
        + "as in abs:\"one form\" OR abs:\"other form\"", offset: offset)
  }

  /// A wildcard in a term that arXiv cuts into several words.
  static func dividedWildcard(at offset: Int) -> QueryError {
    QueryError(
      message:
        "arXiv compares a wildcard with single words of letters and digits, and finds nothing "
        + "for this; use the wildcard in one such word", offset: offset)
  }

  /// A character that only looks like one that counts.
  static func lookalike(_ mark: Unicode.Scalar, for plain: String, at offset: Int) -> QueryError {
    let shown =
      mark.properties.isWhitespace ? name(of: mark) : "'\(mark)' (\(name(of: mark)))"
    return QueryError(
      message:
        "this is the character \(shown), which arXiv may not read as it looks; write a plain "
        + plain, offset: offset)
  }

  /// A character that nobody can see.
  static func hidden(_ mark: Unicode.Scalar, at offset: Int) -> QueryError {
    QueryError(
      message: "a character that cannot be seen (\(name(of: mark))) stands here; take it away",
      offset: offset)
  }

  private static func name(of mark: Unicode.Scalar) -> String {
    let digits = String(mark.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
