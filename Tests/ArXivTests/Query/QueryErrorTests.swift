import Testing

@testable import ArXiv

@Suite("A mistake in a query")
struct QueryErrorTests {
  /// A query, where its mistake is, and what is said of it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let offset: Int
    let message: String
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ offset: Int, _ message: String) {
      self.text = text
      self.offset = offset
      self.message = message
    }
  }

  private static func lower(_ word: String, _ meant: String) -> String {
    "arXiv takes '\(word)' for a word to search for, all:\(word); write \(meant) in capital letters"
  }

  private static func unknown(_ name: String, _ hint: String) -> String {
    "arXiv has no field '\(name)', and refuses it or takes it for a word\(hint); the fields are ti, "
      + "au, abs, co, jr, cat, rn, id, all, doi"
  }

  private static func mixed(_ subject: String, _ one: String, _ other: String) -> String {
    "\(subject) stand in one group without parentheses, and arXiv reads A \(one) B \(other) C as "
      + "A \(one) (B \(other) C); write (A \(one) B) \(other) C, or put the parentheses where they "
      + "are meant"
  }

  private static func loose(_ value: String) -> String {
    "neither operator nor field stands before this, and arXiv reads it as OR all:\(value); put words "
      + "that belong together into quotes, as in abs:\"two words\", or write an operator and a field"
  }

  private static func noField(_ value: String) -> String {
    "no field stands before this, and arXiv searches everything, all:\(value); write the field, as "
      + "in abs:\(value)"
  }

  private static func after(_ name: String) -> String {
    "no term stands after \(name), and arXiv refuses the query; write one, or take \(name) away"
  }

  private static func before(_ name: String) -> String {
    "nothing stands before \(name), and arXiv refuses the query; write a term there, or take \(name) "
      + "away"
  }

  private static func not(_ name: String) -> String {
    "no term stands before \(name), and arXiv takes all papers but some; say what to search for "
      + "first, as in A ANDNOT B"
  }

  private static func lookalike(_ mark: String, _ code: String, _ plain: String) -> String {
    "this is the character '\(mark)' (\(code)), which arXiv may not read as it looks; write "
      + "a plain \(plain)"
  }

  private static func space(_ code: String) -> String {
    "this is the character \(code), which arXiv may not read as it looks; write a plain space"
  }

  private static func tight(_ name: String) -> String {
    "\(name) touches what is beside it, and arXiv may take it for a part of that or lose it; put a "
      + "space before and behind \(name)"
  }

  private static func nothing(_ field: String) -> String {
    "nothing that can be searched for stands right behind \(field):, and arXiv refuses that or "
      + "searches for something else; write a word or a phrase there, without a space, as in "
      + "\(field):\"two words\""
  }

  private static let empty =
    "the query is empty; write what to search for, such as abs:\"two words\""
  private static let noOperator =
    "no operator stands before this, and arXiv puts OR there; write AND, OR or ANDNOT"
  private static let openQuote =
    "this quote is never closed, and arXiv refuses the query; add the second \""
  private static let openGroup =
    "this parenthesis is never closed, and arXiv refuses the query; add the ')'"
  private static let stray =
    "no '(' belongs to this parenthesis, and arXiv refuses the query; take it away, or add the '('"
  private static let emptyGroup =
    "nothing stands within these parentheses, and arXiv refuses the query; fill them, or take them "
    + "away"
  private static let emptyPhrase =
    "nothing that can be searched for stands within these quotes, and arXiv finds every paper by that, "
    + "or none; write words of letters or digits"
  private static let leading =
    "arXiv refuses a wildcard at the beginning of a word; begin with a letter or a digit"
  private static let quoted =
    "arXiv takes a wildcard within quotes for a plain character; write the endings out, as in "
    + "abs:\"one form\" OR abs:\"other form\""
  private static let divided =
    "arXiv compares a wildcard with single words of letters and digits, and finds nothing for this; "
    + "use the wildcard in one such word"
  private static let colon =
    "a second ':' stands in this term, and arXiv may take what is before it for a field; put what is "
    + "searched for into quotes"
  private static let within =
    "a field stands within abs: and its parentheses, and arXiv has no such query; write a field "
    + "before the parentheses or before each term within, not both"

  @Test(
    "of the operators is named with its place",
    arguments: [
      Mistake("abs:a or abs:b", 6, lower("or", "OR")),
      Mistake("abs:a Or abs:b", 6, lower("Or", "OR")),
      Mistake("abs:a and abs:b", 6, lower("and", "AND")),
      Mistake("abs:a andnot abs:b", 6, lower("andnot", "ANDNOT")),
      Mistake("abs:a AND not abs:b", 10, lower("not", "ANDNOT")),
      Mistake("not abs:b", 0, lower("not", "ANDNOT")),
      Mistake("abs:(a or b)", 7, lower("or", "OR")),
      Mistake("abs:a OR abs:b AND abs:c", 15, mixed("OR and AND", "OR", "AND")),
      Mistake("abs:a AND abs:b OR abs:c", 16, mixed("AND and OR", "AND", "OR")),
      Mistake("abs:a ANDNOT abs:b AND abs:c", 19, mixed("ANDNOT and AND", "ANDNOT", "AND")),
      Mistake("abs:a ANDNOT abs:b NOT abs:c", 19, mixed("two ANDNOT", "ANDNOT", "ANDNOT")),
      Mistake("abs:a AND (abs:b OR abs:c NOT abs:d)", 26, mixed("OR and ANDNOT", "OR", "ANDNOT")),
      Mistake("abs:a abs:b", 6, noOperator),
      Mistake("abs:\"a\"abs:b", 7, noOperator),
      Mistake("abs:a (abs:b)", 6, noOperator),
      Mistake("abs:(a b)", 7, noOperator),
      Mistake("abs:(a \"b\")", 7, noOperator),
      Mistake("AND abs:a", 0, before("AND")),
      Mistake("abs:a AND (OR abs:b)", 11, before("OR")),
      Mistake("abs:a AND", 6, after("AND")),
      Mistake("abs:a AND NOT", 10, after("NOT")),
      Mistake("(abs:a OR) AND abs:b", 7, after("OR")),
      Mistake("abs:a OR AND abs:b", 6, after("OR")),
      Mistake("abs:a OR NOT abs:b", 9, not("NOT")),
      Mistake("abs:a AND ANDNOT abs:b", 10, not("ANDNOT")),
      Mistake("NOT abs:a", 0, not("NOT")),
      Mistake("abs:b AND (ANDNOT abs:a)", 11, not("ANDNOT")),
      Mistake("abs:a AND(abs:b)", 6, tight("AND")),
      Mistake("(abs:a)OR abs:b", 7, tight("OR")),
    ])
  func operators(mistake: Mistake) {
    check(mistake)
  }

  @Test(
    "of the terms is named with its place",
    arguments: [
      Mistake("synthetic", 0, noField("synthetic")),
      Mistake("\"synthetic data\"", 0, noField("\"synthetic data\"")),
      Mistake("abs:a OR data", 9, noField("data")),
      Mistake("abs:synthetic data", 14, loose("data")),
      Mistake("abs:a \"b c\"", 6, loose("\"b c\"")),
      Mistake("abstract:a", 0, unknown("abstract", "; did you mean abs:?")),
      Mistake("abs:a OR Title:b", 9, unknown("Title", "; did you mean ti:?")),
      Mistake("asb:a", 0, unknown("asb", "; did you mean abs:?")),
      Mistake("ax:a", 0, unknown("ax", "; did you mean au:?")),
      Mistake("text:a", 0, unknown("text", "")),
      Mistake(":a", 0, unknown("", "")),
      Mistake("abs:a:b", 5, colon),
      Mistake("abs:(a OR ti:b)", 10, within),
      Mistake("abs:", 0, nothing("abs")),
      Mistake("abs: a", 0, nothing("abs")),
      Mistake("(cat:) AND abs:a", 1, nothing("cat")),
      Mistake("abs:--", 4, nothing("abs")),
      Mistake("abs:\"\"", 4, emptyPhrase),
      Mistake("abs:\" - \"", 4, emptyPhrase),
      Mistake("abs:*thing", 4, leading),
      Mistake("cat:*", 4, leading),
      Mistake("abs:\"synth* data\"", 10, quoted),
      Mistake("cat:\"cs.*\"", 8, quoted),
      Mistake("abs:multi-part*", 14, divided),
    ])
  func terms(mistake: Mistake) {
    check(mistake)
  }

  @Test(
    "of the marks is named with its place",
    arguments: [
      Mistake("", 0, empty),
      Mistake("  ", 0, empty),
      Mistake("abs:\"a", 4, openQuote),
      Mistake("abs:\"a\" OR abs:\"b", 15, openQuote),
      Mistake(
        #"abs:"a\" OR abs:b"#, 7,
        "a backslash stands before this quote, and arXiv takes the quote for a part of the phrase; "
          + "take the backslash away"),
      Mistake("(abs:a", 0, openGroup),
      Mistake("abs:a OR (abs:b OR (abs:c)", 9, openGroup),
      Mistake("(", 0, openGroup),
      Mistake("abs:a)", 5, stray),
      Mistake(")", 0, stray),
      Mistake("()", 0, emptyGroup),
      Mistake("abs:a AND abs:( )", 14, emptyGroup),
      Mistake("abs:“a b”", 4, lookalike("“", "U+201C", "\"")),
      Mistake("abs:\"a b”", 8, lookalike("”", "U+201D", "\"")),
      Mistake("（abs:a）", 0, lookalike("（", "U+FF08", "(")),
      Mistake("abs：a", 3, lookalike("：", "U+FF1A", ":")),
      Mistake("abs:a\u{3000}OR abs:b", 5, space("U+3000")),
      Mistake("abs:a\u{A0}OR abs:b", 5, space("U+00A0")),
      Mistake("abs:a\n\tOR abs:b", 5, space("U+000A")),
      Mistake("abs:\"a\tb\"", 6, space("U+0009")),
      Mistake(
        "abs:a\u{200B} OR abs:b", 5,
        "a character that cannot be seen (U+200B) stands here; take it away"),
      Mistake(
        "abs:\"\u{1B}[2J\"", 5,
        "a character that cannot be seen (U+001B) stands here; take it away"),
    ])
  func marks(mistake: Mistake) {
    check(mistake)
  }

  private func check(_ mistake: Mistake) {
    #expect(throws: QueryError(message: mistake.message, offset: mistake.offset)) {
      try TopicQuery(mistake.text)
    }
  }

  @Test(
    "is shown by a caret under its place, on one line, with the neighbourhood of a long query",
    arguments: [
      ("abs:a or abs:b", 6, "abs:a or abs:b\n      ^"),
      ("abs:a\nor", 6, "abs:a or\n      ^"),
      ("", 0, "\n^"),
      ("abs:a AND", 9, "abs:a AND\n         ^"),
      (
        String(repeating: "a", count: 100) + "!" + String(repeating: "b", count: 100), 100,
        "…" + String(repeating: "a", count: 36) + "!" + String(repeating: "b", count: 35) + "…\n"
          + String(repeating: " ", count: 37) + "^"
      ),
      (
        "!" + String(repeating: "b", count: 100), 0,
        "!" + String(repeating: "b", count: 71) + "…\n^"
      ),
      (
        String(repeating: "a", count: 100) + "!", 100,
        "…" + String(repeating: "a", count: 36) + "!\n" + String(repeating: " ", count: 37) + "^"
      ),
    ])
  func caret(text: String, offset: Int, lines: String) {
    #expect(QueryError(message: "", offset: offset).caretLines(in: text) == lines)
  }
}
