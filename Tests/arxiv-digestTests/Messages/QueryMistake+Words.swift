extension QueryMistake {
  /// An operator that is not in capital letters.
  static func lower(_ word: String, _ meant: String) -> String {
    "arXiv takes '\(word)' for a word to search for, all:\(word); write \(meant) in capital letters"
  }

  /// A field that arXiv does not have.
  static func unknown(_ name: String, _ hint: String) -> String {
    "arXiv has no field '\(name)', and refuses it or takes it for a word\(hint); the fields are ti, "
      + "au, abs, co, jr, cat, rn, id, all, doi"
  }

  /// Operators side by side that need parentheses.
  static func mixed(_ subject: String, _ one: String, _ other: String) -> String {
    "\(subject) stand in one group without parentheses, and arXiv reads A \(one) B \(other) C as "
      + "A \(one) (B \(other) C); write (A \(one) B) \(other) C, or put the parentheses where they "
      + "are meant"
  }

  /// A word with neither operator nor field.
  static func loose(_ value: String) -> String {
    "neither operator nor field stands before this, and arXiv reads it as OR all:\(value); put words "
      + "that belong together into quotes, as in abs:\"two words\", or write an operator and a field"
  }

  /// A word without a field.
  static func noField(_ value: String) -> String {
    "no field stands before this, and arXiv searches everything, all:\(value); write the field, as "
      + "in abs:\(value)"
  }

  /// An operator with nothing behind it.
  static func after(_ name: String) -> String {
    "no term stands after \(name), and arXiv refuses the query; write one, or take \(name) away"
  }

  /// An operator with nothing before it.
  static func before(_ name: String) -> String {
    "nothing stands before \(name), and arXiv refuses the query; write a term there, or take \(name) "
      + "away"
  }

  /// A negation that begins a query.
  static func not(_ name: String) -> String {
    "no term stands before \(name), and arXiv takes all papers but some; say what to search for "
      + "first, as in A ANDNOT B"
  }

  /// A character that only looks like one that counts.
  static func lookalike(_ mark: String, _ code: String, _ plain: String) -> String {
    "this is the character '\(mark)' (\(code)), which arXiv may not read as it looks; write "
      + "a plain \(plain)"
  }

  /// A space that only looks like one.
  static func space(_ code: String) -> String {
    "this is the character \(code), which arXiv may not read as it looks; write a plain space"
  }

  /// An operator without a space beside it.
  static func tight(_ name: String) -> String {
    "\(name) touches what is beside it, and arXiv may take it for a part of that or lose it; put a "
      + "space before and behind \(name)"
  }

  /// A field with nothing behind it.
  static func nothing(_ field: String) -> String {
    "nothing that can be searched for stands right behind \(field):, and arXiv refuses that or "
      + "searches for something else; write a word or a phrase there, without a space, as in "
      + "\(field):\"two words\""
  }

  /// No query at all.
  static let empty =
    "the query is empty; write what to search for, such as abs:\"two words\""
  /// Two parts without an operator.
  static let noOperator =
    "no operator stands before this, and arXiv puts OR there; write AND, OR or ANDNOT"
  /// A phrase without an end.
  static let openQuote =
    "this quote is never closed, and arXiv refuses the query; add the second \""
  /// A group without an end.
  static let openGroup =
    "this parenthesis is never closed, and arXiv refuses the query; add the ')'"
  /// An end without a group.
  static let stray =
    "no '(' belongs to this parenthesis, and arXiv refuses the query; take it away, or add the '('"
  /// Parentheses around nothing.
  static let emptyGroup =
    "nothing stands within these parentheses, and arXiv refuses the query; fill them, or take them "
    + "away"
  /// Quotes around nothing that counts.
  static let emptyPhrase =
    "nothing that can be searched for stands within these quotes, and arXiv finds every paper by that, "
    + "or none; write words of letters or digits"
  /// A wildcard at the beginning.
  static let leading =
    "arXiv refuses a wildcard at the beginning of a word; begin with a letter or a digit"
  /// A wildcard within quotes.
  static let quoted =
    "arXiv takes a wildcard within quotes for a plain character; write the endings out, as in "
    + "abs:\"one form\" OR abs:\"other form\""
  /// A wildcard in a term of several words.
  static let divided =
    "arXiv compares a wildcard with single words of letters and digits, and finds nothing for this; "
    + "use the wildcard in one such word"
  /// A second colon in one term.
  static let colon =
    "a second ':' stands in this term, and arXiv may take what is before it for a field; put what is "
    + "searched for into quotes"
  /// A field within the parentheses of another.
  static let within =
    "a field stands within abs: and its parentheses, and arXiv has no such query; write a field "
    + "before the parentheses or before each term within, not both"
}
