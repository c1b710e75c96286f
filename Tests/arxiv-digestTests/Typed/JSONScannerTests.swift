import Testing

@testable import arxiv_digest

@Suite("Places in JSON")
struct JSONScannerTests {
  @Test("every name and item has its line, whatever stands in texts and comments")
  func lines() throws {
    let text = #"""
      // { "no": 1,
      {
        "a": 1, "b": { "c": "} // \" \\",
          "d": [ 1, [ true,
            null ],
          {"e": -1.5e3},],
        },
        /* "f": 1,
        */ "f\u0067": "日本",
      } // the end
      """#
    #expect(
      try JSONScanner.lines(of: Array(text.utf8)) == [
        []: 2, ["a"]: 3, ["b"]: 3, ["b", "c"]: 3, ["b", "d"]: 4, ["b", "d", "[0]"]: 4,
        ["b", "d", "[1]"]: 4, ["b", "d", "[1]", "[0]"]: 4, ["b", "d", "[1]", "[1]"]: 5,
        ["b", "d", "[2]"]: 6, ["b", "d", "[2]", "e"]: 6, ["fg"]: 9,
      ])
  }

  @Test(
    "line ends of Windows count once, and a mark of the byte order not at all",
    arguments: ["{\r\n\"a\":\r\n1}", "\u{FEFF}{\n\"a\":\n1}"])
  func lineEnds(text: String) throws {
    #expect(try JSONScanner.lines(of: Array(text.utf8)) == [[]: 1, ["a"]: 2])
  }

  @Test(
    "what is no JSON is told with its line and column",
    arguments: [
      ("", 1, 1, "the file ends here in the middle"),
      ("{\n  \"a\": ", 2, 8, "the file ends here in the middle"),
      ("{\n  \"a\": 1", 2, 9, "the file ends here, and a '}' is missing"),
      ("[1, 2", 1, 6, "the file ends here, and a ']' is missing"),
      ("{\n  \"a\": 1\n  \"b\": 2 }", 3, 3, "a ',' or a '}' is missing before this"),
      ("[1 2]", 1, 4, "a ',' or a ']' is missing before this"),
      ("{\"a\": 1]", 1, 8, "a ',' or a '}' is missing before this"),
      ("{a: 1}", 1, 2, "a name in double quotes, or a '}', is missing before this"),
      ("{\"a\": 1,, }", 1, 9, "a name in double quotes, or a '}', is missing before this"),
      ("{\"a\" 1}", 1, 6, "a ':' is missing between the name 'a' and its value"),
      ("{\"a\": , \"b\": 1}", 1, 7, "a value is missing before this"),
      ("[1,,2]", 1, 4, "a value is missing before this"),
      ("{\"日本\": tru}", 1, 8, "'tru' is no value; a text stands in double quotes"),
      ("[01]", 1, 2, "'01' is no value; a text stands in double quotes"),
      ("['a']", 1, 2, "''a'' is no value; a text stands in double quotes"),
      ("[NaN]", 1, 2, "'NaN' is no value; a text stands in double quotes"),
      ("[\"a\n\"]", 1, 2, "the quote of this text is not closed"),
      ("[\"a\\\"]", 1, 2, "the quote of this text is not closed"),
      ("[\"a\\", 1, 2, "the quote of this text is not closed"),
      ("[\"\\x\"]", 1, 2, "this text holds an escape that JSON does not have"),
      ("{}\n}", 2, 1, "nothing may stand behind the end"),
      ("{ / }", 1, 3, "a comment begins with // or /*"),
      ("{ /* \n", 1, 3, "this comment is not closed"), ("{ /*", 1, 3, "this comment is not closed"),
      ("{\"a\": 1,\n \"a\": 2}", 2, 2, "the name 'a' stands here a second time"),
    ])
  func mistakes(text: String, line: Int, column: Int, message: String) {
    #expect(throws: JSONMistake(line: line, column: column, message: message)) {
      try JSONScanner.lines(of: Array(text.utf8))
    }
  }

  @Test("a text that is nested without end is refused, not followed")
  func depth() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONMistake(line: 1, column: 101, message: "this is nested too deep")) {
      try JSONScanner.lines(of: Array(text.utf8))
    }
  }

  @Test("a place is named with the line of what is nearest to it")
  func places() throws {
    let text = "{\n\"a\": [\n{\"b\":\n1}]}"
    let file = JSONPlace(file: "d.json", lines: try JSONScanner.lines(of: Array(text.utf8)))
    #expect("\(file)" == "d.json")
    #expect("\(file["a"])" == "d.json:2: a")
    #expect("\(file["a"][0]["b"])" == "d.json:3: a[0].b")
    #expect("\(file["a"][0]["c"])" == "d.json:3: a[0].c")
    #expect("\(file["x"]["y"])" == "d.json: x.y")
    #expect("\(JSONPlace(file: "d.json")["a"])" == "d.json: a")
    #expect([file["a"], file["x"]].map(\.isThere) == [true, false])
  }
}
