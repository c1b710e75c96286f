extension QueryMistake {
  /// Terms and fields.
  static let ofTerms: [QueryMistake] = [
    QueryMistake("synthetic", 0, noField("synthetic")),
    QueryMistake("\"synthetic data\"", 0, noField("\"synthetic data\"")),
    QueryMistake("abs:a OR data", 9, noField("data")),
    QueryMistake("abs:synthetic data", 14, loose("data")),
    QueryMistake("abs:a \"b c\"", 6, loose("\"b c\"")),
    QueryMistake("abstract:a", 0, unknown("abstract", "; did you mean abs:?")),
    QueryMistake("abs:a OR Title:b", 9, unknown("Title", "; did you mean ti:?")),
    QueryMistake("asb:a", 0, unknown("asb", "; did you mean abs:?")),
    QueryMistake("ax:a", 0, unknown("ax", "; did you mean au:?")),
    QueryMistake("text:a", 0, unknown("text", "")),
    QueryMistake(":a", 0, unknown("", "")),
    QueryMistake("abs:a:b", 5, colon),
    QueryMistake("abs:(a OR ti:b)", 10, within),
    QueryMistake("abs:", 0, nothing("abs")),
    QueryMistake("abs: a", 0, nothing("abs")),
    QueryMistake("(cat:) AND abs:a", 1, nothing("cat")),
    QueryMistake("abs:--", 4, nothing("abs")),
    QueryMistake("abs:\"\"", 4, emptyPhrase),
    QueryMistake("abs:\" - \"", 4, emptyPhrase),
    QueryMistake("abs:*thing", 4, leading),
    QueryMistake("cat:*", 4, leading),
    QueryMistake("abs:\"synth* data\"", 10, quoted),
    QueryMistake("cat:\"cs.*\"", 8, quoted),
    QueryMistake("abs:multi-part*", 14, divided),
    QueryMistake(
      "abs:a AND submittedDate:[1 TO 2]", 10,
      "submittedDate: does not belong in a topic, because the program adds the week itself and arXiv "
        + "would search within both; leave it out"),
    QueryMistake(
      "lastUpdatedDate:[1 TO 2]", 0,
      "lastUpdatedDate: does not belong in a topic, because the program adds the week itself and "
        + "arXiv takes it for submittedDate:; leave it out"),
  ]
}
