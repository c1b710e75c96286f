extension QueryMistake {
  /// Quotes, parentheses and other marks.
  static let ofMarks: [QueryMistake] = [
    QueryMistake("", 0, empty),
    QueryMistake("  ", 0, empty),
    QueryMistake("abs:\"a", 4, openQuote),
    QueryMistake("abs:\"a\" OR abs:\"b", 15, openQuote),
    QueryMistake(
      #"abs:"a\" OR abs:b"#, 7,
      "a backslash stands before this quote, and arXiv takes the quote for a part of the phrase; "
        + "take the backslash away"),
    QueryMistake("(abs:a", 0, openGroup),
    QueryMistake("abs:a OR (abs:b OR (abs:c)", 9, openGroup),
    QueryMistake("(", 0, openGroup),
    QueryMistake("abs:a)", 5, stray),
    QueryMistake(")", 0, stray),
    QueryMistake("()", 0, emptyGroup),
    QueryMistake("abs:a AND abs:( )", 14, emptyGroup),
    QueryMistake("abs:“a b”", 4, lookalike("“", "U+201C", "\"")),
    QueryMistake("abs:\"a b”", 8, lookalike("”", "U+201D", "\"")),
    QueryMistake("（abs:a）", 0, lookalike("（", "U+FF08", "(")),
    QueryMistake("abs：a", 3, lookalike("：", "U+FF1A", ":")),
    QueryMistake("abs:a\u{3000}OR abs:b", 5, space("U+3000")),
    QueryMistake("abs:a\u{A0}OR abs:b", 5, space("U+00A0")),
    QueryMistake("abs:a\n\tOR abs:b", 5, space("U+000A")),
    QueryMistake("abs:\"a\tb\"", 6, space("U+0009")),
    QueryMistake(
      "abs:a\u{200B} OR abs:b", 5,
      "a character that cannot be seen (U+200B) stands here; take it away"),
    QueryMistake(
      "abs:\"\u{1B}[2J\"", 5,
      "a character that cannot be seen (U+001B) stands here; take it away"),
    QueryMistake(
      String(repeating: "(", count: 65) + "abs:a", 64,
      "parentheses stand within each other more than 64 times; take some away"),
  ]
}
