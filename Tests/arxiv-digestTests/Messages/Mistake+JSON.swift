extension Mistake {
  /// What is no JSON, with its line and column.
  static let ofJSON: [Mistake] = [
    .text("", ":1:1: the file ends here in the middle"),
    .text("{\n  \"a\": ", ":2:8: the file ends here in the middle"),
    .text("{\n  \"a\": 1", ":2:9: the file ends here, and a '}' is missing"),
    .text("[1, 2", ":1:6: the file ends here, and a ']' is missing"),
    .text("{\n  \"a\": 1\n  \"b\": 2 }", ":3:3: a ',' or a '}' is missing before this"),
    .text("[1 2]", ":1:4: a ',' or a ']' is missing before this"),
    .text("{\"a\": 1]", ":1:8: a ',' or a '}' is missing before this"),
    .text("{a: 1}", ":1:2: a name in double quotes, or a '}', is missing before this"),
    .text("{\"a\": 1,, }", ":1:9: a name in double quotes, or a '}', is missing before this"),
    .text("{\"a\" 1}", ":1:6: a ':' is missing between the name 'a' and its value"),
    .text("{\"a\": , \"b\": 1}", ":1:7: a value is missing before this"),
    .text("[1,,2]", ":1:4: a value is missing before this"),
    .text("{\"日本\": tru}", ":1:8: 'tru' is no value; a text stands in double quotes"),
    .text("[01]", ":1:2: '01' is no value; a text stands in double quotes"),
    .text("['a']", ":1:2: ''a'' is no value; a text stands in double quotes"),
    .text("[NaN]", ":1:2: 'NaN' is no value; a text stands in double quotes"),
    .text("[\"a\n\"]", ":1:2: the quote of this text is not closed"),
    .text("[\"a\\\"]", ":1:2: the quote of this text is not closed"),
    .text("[\"a\\", ":1:2: the quote of this text is not closed"),
    .text("[\"a\tb\"]", ":1:4: a text cannot hold a tab as it is; write \\t"),
    .text(
      "[\"\u{1B}\"]", ":1:3: a text cannot hold a control character; write \\u001B, or drop it"),
    .text("[\"\\x\"]", ":1:2: this text holds an escape that JSON does not have"),
    .text("{}\n}", ":2:1: nothing may stand behind the end"),
    .text("{ / }", ":1:3: a comment begins with // or /*"),
    .text("{ /* \n", ":1:3: this comment is not closed"),
    .text("{ /*", ":1:3: this comment is not closed"),
    .text("{\"a\": 1,\n \"a\": 2}", ":2:2: the name 'a' stands here a second time"),
    .text("{\n  topics: }", ":2:3: a name in double quotes, or a '}', is missing before this"),
    // Nested without end, which is refused and not followed.
    .text(
      String(repeating: "[", count: 100_000), ":1:101: this is nested too deep; 100 levels are read"
    ),
  ]
}
