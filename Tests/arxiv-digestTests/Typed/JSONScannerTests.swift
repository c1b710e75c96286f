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
